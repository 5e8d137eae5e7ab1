import type { MemberRecord } from "./door.ts";

/** What a member needs on the way (配慮事項). */
export const MEMBER_NEEDS = ["wheelchair", "walker", "help", "hearing", "sight"] as const;
export type MemberNeed = (typeof MEMBER_NEEDS)[number];

/** In which language a member is spoken and written to. */
export const MEMBER_LANGUAGES = ["ja", "ja-easy", "en"] as const;
export type MemberLanguage = (typeof MEMBER_LANGUAGES)[number];

/** The fields of a record that the staff may change, in the order of the form. */
export const MEMBER_FIELDS = [
  "name",
  "kana",
  "phone",
  "town",
  "birthDate",
  "disability",
  "contact",
  "language",
  "needs",
] as const satisfies readonly (keyof MemberRecord)[];
export type MemberField = (typeof MEMBER_FIELDS)[number];
