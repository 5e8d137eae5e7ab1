import type { MemberPage, MemberWish } from "@noriai/api";
import { type MemberDraft, newMemberOf } from "../desk/new-member.ts";

/** A record while it is changed, as typed. */
export interface RecordDraft extends MemberDraft {
  readonly contact: MemberPage["contact"];
  readonly language: MemberPage["language"];
  readonly needs: MemberPage["needs"];
}

export const draftOf = (page: MemberPage): RecordDraft => ({
  name: page.name,
  kana: page.kana,
  phone: page.phone,
  birthDate: page.birthDate,
  town: page.town,
  hasDisability: page.disability !== null,
  seenOn: page.disability?.seenOn ?? "",
  until: page.disability?.until ?? "",
  contact: page.contact,
  language: page.language,
  needs: page.needs,
});

/** The record to save, from a draft without faults. */
export const wishOf = (draft: RecordDraft, { version }: MemberPage): MemberWish => ({
  ...newMemberOf(draft),
  contact: draft.contact,
  language: draft.language,
  needs: [...draft.needs],
  version,
});

export const DRAFT_FIELDS = [
  "name",
  "kana",
  "phone",
  "birthDate",
  "town",
  "hasDisability",
  "seenOn",
  "until",
  "contact",
  "language",
  "needs",
] as const satisfies readonly (keyof RecordDraft)[];
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** Fields in which two drafts are different. */
export const draftDifferences = (one: RecordDraft, other: RecordDraft): readonly DraftField[] =>
  DRAFT_FIELDS.filter((field) => String(one[field]) !== String(other[field]));

/** Both changes in one: what was typed here over what was seen, laid onto what the record is now. */
export function merged({
  seen,
  now,
  typed,
}: {
  readonly seen: RecordDraft;
  readonly now: RecordDraft;
  readonly typed: RecordDraft;
}): RecordDraft {
  const own = draftDifferences(seen, typed);
  return { ...now, ...Object.fromEntries(own.map((field) => [field, typed[field]])) };
}
