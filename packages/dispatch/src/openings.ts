import { type Bounds, type DutyTimes, placeBefore, placeBehind } from "./duty-times.ts";
import type { Trip, Window } from "./problem.ts";
import { FULL } from "./rules/rejection.ts";
import { seatsShort } from "./rules/seats.ts";
import { placesShort } from "./rules/wheelchair-places.ts";
import type { Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/** Two places in a duty for a trip's visits, with what the cheap bounds say of them. */
export interface Opening {
  readonly pickupBefore: number;
  readonly dropoffBefore: number;
  /** Boarding, alighting begin no earlier. */
  readonly pickupFrom: number;
  readonly dropoffFrom: number;
  /** When the vehicle can be where it goes after the drop-off. */
  readonly restFrom: number;
  /** By how much the fuller of the legs is overbooked, in the measure of `distance`; 0 when there is room. */
  readonly full: number;
}

/** Between which instants both ends of a trip may lie. */
export interface Windows {
  readonly pickup: Window;
  readonly dropoff: Window;
}

/**
 * Calls `visit` for every two places where the trip may fit: all that is left to decide is what the ride limits forbid.
 *
 * Both bounds of a duty rise with the place, so the places whose instants meet the pickup window are one run, found
 * by halving; from each of them the drop-off is moved back as long as it and everything behind can still follow.
 *
 * @param windows  where to place the trip in; a search for another hour passes wider ones than the trip's own
 * @param backwards  from the latest pickup on; for a search that looks for the latest
 * @param fullBy  up to which overbooking, in the measure of `distance`, a place is still called
 */
export function eachOpening({
  duty: { sequence },
  bounds,
  trip,
  windows,
  legs,
  backwards = false,
  fullBy = 0,
  visit,
}: {
  duty: DutyTimes;
  bounds: Bounds;
  trip: Trip;
  windows: Windows;
  legs: Legs;
  backwards?: boolean;
  fullBy?: number;
  visit: (opening: Opening) => void;
}): void {
  const { count, place, service, earliest } = sequence;
  const { freeFrom, arriveBy, closesBehind } = bounds;
  const { first, last } = pickupPlaces({ sequence, bounds, trip, window: windows.pickup });
  for (let n = first; n <= last; n++) {
    const i = backwards ? first + last - n : n;
    const arrival = legs.arrival(placeBefore(sequence, i), trip.pickupPlace, freeFrom[i]!);
    if (arrival > windows.pickup.latest) continue;
    dropoffsAfter(i, Math.max(windows.pickup.earliest, arrival));
  }

  function dropoffsAfter(i: number, pickupFrom: number): void {
    let here = trip.pickupPlace;
    let leaves = pickupFrom + trip.boardSeconds;
    let full = 0;
    for (let j = i; ; j++) {
      full = Math.max(full, fullness(sequence, j, trip));
      if (full > fullBy || leaves > windows.dropoff.latest) return;
      // Legs of a large matrix are far to fetch: first what is known without one.
      if (Math.max(windows.dropoff.earliest, leaves) + trip.alightSeconds <= arriveBy[j]!) {
        const arrival = legs.arrival(here, trip.dropoffPlace, leaves);
        const dropoffFrom = Math.max(windows.dropoff.earliest, arrival);
        const leavesAgain = dropoffFrom + trip.alightSeconds;
        const restFrom = legs.arrival(trip.dropoffPlace, placeBehind(sequence, j), leavesAgain);
        if (dropoffFrom <= windows.dropoff.latest && restFrom <= arriveBy[j]!)
          visit({ pickupBefore: i, dropoffBefore: j, pickupFrom, dropoffFrom, restFrom, full });
      }
      if (j === count) return;
      const there = legs.arrival(here, place[j]!, leaves);
      if (there > closesBehind[j]!) return;
      here = place[j]!;
      leaves = Math.max(earliest[j]!, there) + service[j]!;
    }
  }
}

/** The run of places whose instants meet the window of a pickup. Empty when `first` > `last`. */
export function pickupPlaces({
  sequence: { count, firstOpen },
  bounds: { freeFrom, closesBehind },
  trip,
  window,
}: {
  sequence: Sequence;
  bounds: Bounds;
  trip: Trip;
  window: Window;
}): { first: number; last: number } {
  const leaves = window.earliest + trip.boardSeconds;
  return {
    first: halve(firstOpen, count + 1, (k) => closesBehind[k]! >= leaves),
    last: halve(firstOpen, count + 1, (k) => freeFrom[k]! > window.latest) - 1,
  };
}

/** The first number in [low, high) from which on `holds`; `high` when it never does. */
function halve(low: number, high: number, holds: (k: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** By how much the party does not fit on the leg into visit `leg`, in the measure of `distance`. */
export function fullness({ seatsTaken, wheelchairsTaken, duty }: Sequence, leg: number, trip: Trip): number {
  const load = {
    seats: seatsTaken[leg]! + trip.seats,
    wheelchairs: wheelchairsTaken[leg]! + trip.wheelchairs,
  };
  const short = Math.max(seatsShort(load, duty), placesShort(load, duty));
  return short > 0 ? FULL + short : 0;
}
