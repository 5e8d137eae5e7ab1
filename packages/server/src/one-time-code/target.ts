import type { CodeAddress } from "@noriai/store";

/** An address in one writing, so that no second writing of it gets codes of its own. */
export const normalAddress = ({ kind, value }: CodeAddress): string =>
  kind === "sms" ? normalNumber(value) : value.normalize("NFKC").trim().toLowerCase();

/** A member number or phone number in one writing: ０９０ー1234ー5678 and +81 90 1234 5678 are 09012345678. */
export function normalNumber(typed: string): string {
  const plain = typed.normalize("NFKC").replace(/[\s()\p{Pd}ー]/gu, "");
  return plain.replace(/^\+81/, "0").toLowerCase();
}

/** 060, 070, 080, 090: a telephone that takes short messages. */
export const isMobile = (number: string): boolean => /^0[6789]0\d{8}$/.test(normalNumber(number));
