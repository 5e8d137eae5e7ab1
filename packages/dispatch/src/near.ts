import { dutiesFor, type Fleet } from "./fleet.ts";
import type { Windows } from "./openings.ts";
import type { Trip } from "./problem.ts";
import { seatsShort } from "./rules/seats.ts";
import { placesShort } from "./rules/wheelchair-places.ts";

/**
 * The fleet without the duties that cannot fetch a trip within these windows, wherever its drop-off stands: too small,
 * at work at other hours, or too far away all the while. Whoever asks more than once about the same hours (other
 * hours, other limits) asks what this leaves.
 */
export function near(fleet: Fleet, trip: Trip, windows: Windows): Fleet {
  const candidates = dutiesFor(fleet, trip);
  const mayFetch = fetchers(fleet, trip);
  const duties = candidates.filter((duty) => {
    if (!mayFetch(duty.index, windows)) return false;
    return seatsShort(trip, duty.sequence.duty) <= 0 && placesShort(trip, duty.sequence.duty) <= 0;
  });
  return { ...fleet, duties };
}

/** Tells of a duty, by its number, whether it may fetch a trip within these windows: one look at a few instants. */
export function fetchers(
  { timetable, roads }: Fleet,
  { pickupPlace, boardSeconds }: Trip,
): (d: number, windows: Windows) => boolean {
  const { begins, here, freeFrom, closesBehind } = timetable;
  const toPickup = roads.into(pickupPlace);
  return (d, { pickup: { earliest, latest } }) => {
    const end = begins[d + 1]!;
    for (let k = firstPlace(begins[d]!, end, earliest + boardSeconds); k < end && freeFrom[k]! <= latest; k++)
      if (freeFrom[k]! + toPickup[here[k]!]! * roads.fastest <= latest) return true;
    return false;
  };

  /** The first place behind which no visit has to begin before the rider is aboard; found by halving. */
  function firstPlace(begin: number, end: number, leaves: number): number {
    let [from, to] = [begin, end];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (closesBehind[middle]! >= leaves) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
