import type { TripNeed } from "@noriai/api";

/** In the order in which they are asked and told. */
export const TRIP_NEEDS = ["walker", "stroller", "help"] as const satisfies readonly TripNeed[];

/** Of the needs on a member's record those that a trip can have too. */
export const tripNeedsIn = (needs: readonly string[]): readonly TripNeed[] =>
  TRIP_NEEDS.filter((need) => needs.includes(need));

/** The needs of both, each once and in order. */
export const bothNeeds = (a: readonly TripNeed[], b: readonly TripNeed[]): readonly TripNeed[] =>
  TRIP_NEEDS.filter((need) => a.includes(need) || b.includes(need));

/** The needs with one of them taken in or left out. */
export const markedNeeds = (
  needs: readonly TripNeed[],
  need: TripNeed,
  isMarked: boolean,
): readonly TripNeed[] => TRIP_NEEDS.filter((one) => (one === need ? isMarked : needs.includes(one)));
