import type { NewMember } from "@noriai/api";
import { typedDate } from "./typed-date.ts";

/** A new member as typed on the phone. */
export interface MemberDraft {
  readonly name: string;
  readonly kana: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly town: string;
  readonly hasDisability: boolean;
  readonly seenOn: string;
  readonly until: string;
}

export type MemberField = Exclude<keyof MemberDraft, "hasDisability">;
export type MemberFault = "missing" | "kana" | "phone" | "date";
export type MemberFaults = Readonly<Partial<Record<MemberField, MemberFault>>>;

/** What is known from the search: digits are the phone number, anything else is how the name sounds. */
export function memberDraftFrom(typed: string, today: string): MemberDraft {
  const text = typed.normalize("NFKC").trim();
  const isPhone = /^[\d-]{4,}$/.test(text);
  return {
    name: "",
    kana: !isPhone && KANA.test(text) ? text : "",
    phone: isPhone ? text : "",
    birthDate: "",
    town: "",
    hasDisability: false,
    seenOn: today,
    until: "",
  };
}

/** Every field that is missing or wrong, so that all can be mended at once. */
export function memberFaults(draft: MemberDraft): MemberFaults {
  const { name, kana, phone, birthDate, town, hasDisability, seenOn, until } = draft;
  return {
    ...(blank(name) && { name: "missing" as const }),
    ...(blank(kana) ? { kana: "missing" as const } : !KANA.test(plain(kana)) && { kana: "kana" as const }),
    ...(blank(phone) ? { phone: "missing" as const } : !isPhone(phone) && { phone: "phone" as const }),
    ...(blank(birthDate)
      ? { birthDate: "missing" as const }
      : typedDate(birthDate) === undefined && { birthDate: "date" as const }),
    ...(blank(town) && { town: "missing" as const }),
    ...(hasDisability && typedDate(seenOn) === undefined && { seenOn: "date" as const }),
    ...(hasDisability && !blank(until) && typedDate(until) === undefined && { until: "date" as const }),
  };
}

/** The member to register, from a draft without faults. */
export function newMemberOf(draft: MemberDraft): NewMember {
  const until = typedDate(draft.until);
  return {
    name: draft.name.trim(),
    kana: plain(draft.kana),
    phone: phoneOf(draft.phone),
    birthDate: typedDate(draft.birthDate) ?? "",
    town: draft.town.trim(),
    ...(draft.hasDisability && {
      disability: { seenOn: typedDate(draft.seenOn) ?? "", ...(until !== undefined && { until }) },
    }),
  };
}

const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー・\s]+$/u;

const plain = (text: string): string => text.normalize("NFKC").trim();
const blank = (text: string): boolean => text.trim() === "";
/** Ten or eleven digits, the first of them 0, with or without hyphens. */
export function isPhone(typed: string): boolean {
  const number = phoneOf(typed);
  return /^0[\d-]+$/.test(number) && /^\d{10,11}$/.test(number.replaceAll("-", ""));
}

export const phoneOf = (text: string): string =>
  plain(text)
    .replace(/[‐‑–—ー−]/g, "-")
    .replace(/\s/g, "");
