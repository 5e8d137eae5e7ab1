import { firstArrival } from "./earliest-starts.ts";
import type { Trip, Window } from "./problem.ts";
import { seats } from "./rules/seats.ts";
import { wheelchairPlaces } from "./rules/wheelchair-places.ts";
import type { Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/** One place in a sequence for a trip, with the earliest instants the cheap bounds allow there. */
export interface Opening {
  readonly pickupBefore: number;
  readonly dropoffBefore: number;
  readonly pickupFrom: number;
  readonly dropoffFrom: number;
}

/**
 * Calls `visit` for every place where the trip may fit: all that is left to decide is what the ride limits forbid.
 *
 * Drives each prefix once without ride limits, a lower bound that no insertion can beat, and meets the planned rest
 * at its latest instants, an upper bound that no insertion can widen. Neither bound needs the triangle inequality.
 * Loads are exact. O(n²) legs for n open visits.
 *
 * @param windows  the windows to place the trip in; a search for another hour passes wider ones than the trip's own
 */
export function eachOpening({
  sequence,
  trip,
  windows,
  legs,
  visit,
}: {
  sequence: Sequence;
  trip: Trip;
  windows: { readonly pickup: Window; readonly dropoff: Window };
  legs: Legs;
  visit: (opening: Opening) => void;
}): void {
  const { count, firstOpen, origin, duty, place, service, earliest, latest, endsAt } = sequence;
  const tail = latestOfTail(sequence, legs);
  let at = origin.place;
  let free = origin.readyAt;
  for (let i = 0; i <= count; i++) {
    if (i >= firstOpen) fromPickupBefore(i);
    if (i === count) return;
    const arrival = i === 0 ? firstArrival(sequence, legs) : legs.arrival(at, place[i]!, free);
    free = Math.max(earliest[i]!, arrival) + service[i]!;
    at = place[i]!;
  }

  function fromPickupBefore(i: number): void {
    const pickupFrom = Math.max(windows.pickup.earliest, legs.arrival(at, trip.pickupPlace, free));
    if (pickupFrom > windows.pickup.latest) return;
    let here = trip.pickupPlace;
    let leaves = pickupFrom + trip.boardSeconds;
    for (let j = i; j <= count; j++) {
      if (!hasRoom(sequence, j, trip)) return;
      const dropoffFrom = Math.max(windows.dropoff.earliest, legs.arrival(here, trip.dropoffPlace, leaves));
      if (dropoffFrom <= windows.dropoff.latest) {
        const next = j === count ? duty.endPlace : place[j]!;
        const nextBy = j === count ? endsAt : tail[j]!;
        if (legs.arrival(trip.dropoffPlace, next, dropoffFrom + trip.alightSeconds) <= nextBy)
          visit({ pickupBefore: i, dropoffBefore: j, pickupFrom, dropoffFrom });
      }
      if (j === count) return;
      const start = Math.max(earliest[j]!, legs.arrival(here, place[j]!, leaves));
      if (start > latest[j]!) return;
      here = place[j]!;
      leaves = start + service[j]!;
    }
  }
}

/** For each visit the latest beginning from which the rest can still be driven as planned, ride limits left aside. */
function latestOfTail(sequence: Sequence, legs: Legs): Float64Array {
  const { count, duty, place, service, latest, endsAt } = sequence;
  const tail = new Float64Array(count);
  for (let k = count - 1; k >= 0; k--) {
    const inTime =
      k === count - 1
        ? legs.departure(place[k]!, duty.endPlace, endsAt)
        : legs.departure(place[k]!, place[k + 1]!, tail[k + 1]!);
    tail[k] = Math.min(latest[k]!, inTime - service[k]!);
  }
  return tail;
}

function hasRoom({ seatsTaken, wheelchairsTaken, duty }: Sequence, leg: number, trip: Trip): boolean {
  const load = {
    seats: seatsTaken[leg]! + trip.seats,
    wheelchairs: wheelchairsTaken[leg]! + trip.wheelchairs,
  };
  return seats(load, duty) === undefined && wheelchairPlaces(load, duty) === undefined;
}
