import { useCallback, useState } from "react";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";

/** Which trip it is: for whom, and in the place of which booking or after which ride. */
export type TripOf = Pick<Draft, "helped" | "replaces" | "returnOf">;

/** One's own new trip, the mother's, the change of a booking: each has a place of its own. */
const placeOf = (tenant: string, { helped, replaces, returnOf }: TripOf) =>
  ["noriai.draft", tenant, helped?.memberId, replaces ?? returnOf].filter(Boolean).join(".");

/** Names the place of the one that the steps show. */
const shownKey = (tenant: string) => `noriai.drafting.${tenant}`;

/** The draft that the steps show, kept in the window's storage through reloads, sign-in and changes of language. */
export function useDraft(tenant: string) {
  const [draft, setDraft] = useState<Draft>(() => draftAt(shownPlace(tenant)) ?? EMPTY_DRAFT);
  const keep = useCallback(
    (next: Draft) => {
      keepDraft(tenant, next);
      setDraft(next);
    },
    [tenant],
  );
  return { draft, keep };
}

/** A draft of that trip that was begun and not finished. */
export const keptDraft = (tenant: string, trip: TripOf): Draft | undefined => draftAt(placeOf(tenant, trip));

/** Keeps a draft as the one that the steps show. */
export function keepDraft(tenant: string, draft: Draft): void {
  const place = placeOf(tenant, draft);
  sessionStorage.setItem(place, JSON.stringify(draft));
  sessionStorage.setItem(shownKey(tenant), place);
}

export function forgetDraft(tenant: string, trip: TripOf): void {
  const place = placeOf(tenant, trip);
  sessionStorage.removeItem(place);
  if (shownPlace(tenant) === place) sessionStorage.removeItem(shownKey(tenant));
}

const shownPlace = (tenant: string): string =>
  sessionStorage.getItem(shownKey(tenant)) ?? placeOf(tenant, EMPTY_DRAFT);

function draftAt(place: string): Draft | undefined {
  const text = sessionStorage.getItem(place);
  return text === null ? undefined : { ...EMPTY_DRAFT, ...(JSON.parse(text) as Draft) };
}
