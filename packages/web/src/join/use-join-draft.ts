import { useCallback, useState } from "react";
import { EMPTY_JOIN, type JoinDraft } from "./join-draft.ts";

const keyOf = (tenant: string) => `noriai.join.${tenant}`;

/** What was typed, kept in this window through reloads and changes of language, and gone once it is registered. */
export function useJoinDraft(tenant: string) {
  const [draft, setDraft] = useState<JoinDraft>(() => {
    const kept = sessionStorage.getItem(keyOf(tenant));
    return kept === null ? EMPTY_JOIN : { ...EMPTY_JOIN, ...(JSON.parse(kept) as JoinDraft) };
  });
  const change = useCallback(
    (part: Partial<JoinDraft>) =>
      setDraft((before) => {
        const next = { ...before, ...part };
        sessionStorage.setItem(keyOf(tenant), JSON.stringify(next));
        return next;
      }),
    [tenant],
  );
  const forget = useCallback(() => sessionStorage.removeItem(keyOf(tenant)), [tenant]);
  return { draft, change, forget };
}
