import { useCallback, useState } from "react";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";

const keyOf = (tenant: string) => `noriai.draft.${tenant}`;

/** The rider's draft, kept in the window's storage through reloads, sign-in and changes of language. */
export function useDraft(tenant: string) {
  const [draft, setDraft] = useState<Draft>(() => keptDraft(tenant) ?? EMPTY_DRAFT);
  const keep = useCallback(
    (next: Draft) => {
      sessionStorage.setItem(keyOf(tenant), JSON.stringify(next));
      setDraft(next);
    },
    [tenant],
  );
  return { draft, keep };
}

/** A draft that was begun and not finished. */
export function keptDraft(tenant: string): Draft | undefined {
  const text = sessionStorage.getItem(keyOf(tenant));
  return text === null ? undefined : { ...EMPTY_DRAFT, ...(JSON.parse(text) as Draft) };
}

export const keepDraft = (tenant: string, draft: Draft): void =>
  sessionStorage.setItem(keyOf(tenant), JSON.stringify(draft));

export const forgetDraft = (tenant: string): void => sessionStorage.removeItem(keyOf(tenant));
