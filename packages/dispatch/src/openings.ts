import { firstArrival } from "./earliest-starts.ts";
import type { Trip, Window } from "./problem.ts";
import { distance } from "./rules/rejection.ts";
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
 * @param tolerance  by how much a place may break a rule and still be called (in the measure of `distance`); read
 *   anew at every place. Default: nothing is tolerated
 */
export function eachOpening({
  sequence,
  trip,
  windows,
  legs,
  tolerance = () => 0,
  visit,
}: {
  sequence: Sequence;
  trip: Trip;
  windows: { readonly pickup: Window; readonly dropoff: Window };
  legs: Legs;
  tolerance?: () => number;
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
    if (pickupFrom > windows.pickup.latest + tolerance()) return;
    let here = trip.pickupPlace;
    let leaves = pickupFrom + trip.boardSeconds;
    for (let j = i; j <= count; j++) {
      const late = tolerance();
      if (!hasRoom(sequence, j, trip, late)) return;
      const dropoffFrom = Math.max(windows.dropoff.earliest, legs.arrival(here, trip.dropoffPlace, leaves));
      if (dropoffFrom <= windows.dropoff.latest + late) {
        if (restFits(j, dropoffFrom + trip.alightSeconds, late))
          visit({ pickupBefore: i, dropoffBefore: j, pickupFrom, dropoffFrom });
      }
      if (j === count) return;
      const start = Math.max(earliest[j]!, legs.arrival(here, place[j]!, leaves));
      if (start > latest[j]! + late) return;
      here = place[j]!;
      leaves = start + service[j]!;
    }
  }

  /** Can the planned visits from j on follow when the vehicle leaves the new drop-off at `leaves`? */
  function restFits(j: number, leaves: number, late: number): boolean {
    if (j === count) return legs.arrival(trip.dropoffPlace, duty.endPlace, leaves) <= endsAt + late;
    // Seconds late at the tail are at least as many at some promise behind it, while the pace does not change.
    let start = legs.arrival(trip.dropoffPlace, place[j]!, leaves);
    if (late === 0 || legs.steady) return start <= tail[j]! + late;
    for (let k = j; ; k++) {
      if (start > latest[k]! + late) return false;
      const next = k === count - 1 ? duty.endPlace : place[k + 1]!;
      start = legs.arrival(place[k]!, next, Math.max(earliest[k]!, start) + service[k]!);
      if (k === count - 1) return start <= endsAt + late;
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

function hasRoom(
  { seatsTaken, wheelchairsTaken, duty }: Sequence,
  leg: number,
  trip: Trip,
  tolerance: number,
): boolean {
  const load = {
    seats: seatsTaken[leg]! + trip.seats,
    wheelchairs: wheelchairsTaken[leg]! + trip.wheelchairs,
  };
  const [noSeat, noPlace] = [seats(load, duty), wheelchairPlaces(load, duty)];
  return (noSeat ? distance(noSeat) : 0) <= tolerance && (noPlace ? distance(noPlace) : 0) <= tolerance;
}
