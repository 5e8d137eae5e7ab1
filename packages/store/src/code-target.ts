import { normalisePhone } from "./phone-number.ts";
import type { CodeAddress } from "./words/one-time-codes.ts";

/** An address in one writing, so that no second writing of it gets codes of its own. */
export const targetOfAddress = ({ kind, value }: CodeAddress): string =>
  kind === "sms" ? normalisePhone(value) : value.normalize("NFKC").trim().toLowerCase();

/** A member number or phone number in one writing: whatever finds one phone is one target. */
export function targetOfNumber(typed: string): string {
  const phone = normalisePhone(typed);
  if (/^0\d{9,10}$/.test(phone)) return phone;
  return typed
    .normalize("NFKC")
    .replace(/[\s()\p{Pd}ー]/gu, "")
    .toLowerCase();
}
