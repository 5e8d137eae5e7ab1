/**
 * What comes along on a trip, or is needed for it, besides seats and wheelchairs (配慮事項): a walker, a stroller, a hand
 * at the step. The driver is told of it. It takes no place and no time in the plan: a service sets how long a wheelchair
 * takes to board, and knows no such time for these.
 */
export const TRIP_NEEDS = ["walker", "stroller", "help"] as const;
export type TripNeed = (typeof TRIP_NEEDS)[number];

/** The needs as a trip keeps them: each once and in one order, and no field where nothing is needed. */
export function withNeeds(named: readonly TripNeed[] | undefined): { readonly needs?: readonly TripNeed[] } {
  const needs = TRIP_NEEDS.filter((need) => named?.includes(need));
  return needs.length > 0 ? { needs } : {};
}

/** Whether two trips need the same. */
export const needTheSame = (a: Needing, b: Needing): boolean => needsText(a) === needsText(b);

/** The needs in one text, the same for the same needs. */
export const needsText = ({ needs }: Needing): string => (withNeeds(needs).needs ?? []).join(" ");

interface Needing {
  readonly needs?: readonly TripNeed[];
}
