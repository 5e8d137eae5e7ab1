import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import type { DraftField, RecordDraft } from "./record-draft.ts";

/** How the parts of a record are written. */
export function useRecordWords() {
  const t = useMessages(membersMessages);
  const needs = (all: RecordDraft["needs"]): string =>
    all.length === 0 ? t.noNeeds : all.map((need) => t.needs[need]).join(" / ");
  return {
    needs,
    nameOf: (field: DraftField): string => {
      if (field === "hasDisability" || field === "seenOn" || field === "until")
        return t.changes.fields.disability;
      return t.changes.fields[field];
    },
    valueOf: (draft: RecordDraft, field: DraftField): string => {
      switch (field) {
        case "needs":
          return needs(draft.needs);
        case "contact":
          return t.contacts[draft.contact];
        case "language":
          return t.languages[draft.language];
        case "hasDisability":
        case "seenOn":
        case "until":
          if (!draft.hasDisability) return t.page.noDisability;
          return [
            t.page.disabilitySeen(draft.seenOn),
            ...(draft.until === "" ? [] : [t.page.disabilityUntil(draft.until)]),
          ].join(" ");
        default:
          return draft[field];
      }
    },
  };
}
