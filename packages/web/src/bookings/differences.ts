import type { Booking } from "@noriai/api";

export const PARTS = ["state", "trip", "time", "party", "promise"] as const;
export type Part = (typeof PARTS)[number];

/** The parts of a booking that are different in two pictures of it. */
export function differences(seen: Booking, now: Booking): readonly Part[] {
  return PARTS.filter((part) => textOf(seen, part) !== textOf(now, part));
}

function textOf({ state, trip, promise }: Booking, part: Part): string {
  switch (part) {
    case "state":
      return state;
    case "trip":
      return JSON.stringify([trip.from, trip.to]);
    case "time":
      return JSON.stringify([trip.serviceDate, trip.time.mode, trip.time.at]);
    case "party": {
      const { general, senior, disabled, child, infant } = trip.party;
      return JSON.stringify([general, senior, disabled, child, infant, trip.wheelchairs, trip.needs ?? []]);
    }
    case "promise":
      return JSON.stringify([promise.pickupFrom, promise.pickupTo, promise.arriveBy]);
  }
}
