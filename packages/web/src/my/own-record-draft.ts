import type { Body, MyRecord } from "@noriai/api";

type Record = MyRecord["record"];

/** What a member changes by themselves, as typed. */
export interface OwnRecordDraft {
  readonly phone: string;
  readonly town: string;
  readonly contact: Record["contact"];
  readonly language: Record["language"];
  readonly needs: Record["needs"];
}

export const ownDraftOf = ({ phone, town, contact, language, needs }: Record): OwnRecordDraft => ({
  ...{ phone, town, contact, language, needs },
});

export type OwnRecordFault = "phone" | "town";

/** Every field that is missing or wrong, so that all can be mended at once. */
export const ownFaults = (draft: OwnRecordDraft): readonly OwnRecordFault[] => [
  ...(PHONE.test(plainPhone(draft.phone)) ? [] : (["phone"] as const)),
  ...(draft.town.trim() === "" ? (["town"] as const) : []),
];

/** The wish to send, from a draft without faults. */
export const ownWishOf = (draft: OwnRecordDraft, version: number): Body<"changeMyRecord"> => ({
  phone: plainPhone(draft.phone),
  town: draft.town.trim(),
  contact: draft.contact,
  language: draft.language,
  needs: [...draft.needs],
  version,
});

/** Both changes in one: what was typed over what was seen, laid onto what the record is now. */
export function ownMerged({
  seen,
  now,
  typed,
}: {
  readonly seen: OwnRecordDraft;
  readonly now: OwnRecordDraft;
  readonly typed: OwnRecordDraft;
}): OwnRecordDraft {
  const isOwn = (field: keyof OwnRecordDraft) => String(seen[field]) !== String(typed[field]);
  return {
    phone: isOwn("phone") ? typed.phone : now.phone,
    town: isOwn("town") ? typed.town : now.town,
    contact: isOwn("contact") ? typed.contact : now.contact,
    language: isOwn("language") ? typed.language : now.language,
    needs: isOwn("needs") ? typed.needs : now.needs,
  };
}

const PHONE = /^0[\d-]{8,13}$/;

const plainPhone = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[‐‑–—ー−]/g, "-")
    .replace(/\s/g, "");
