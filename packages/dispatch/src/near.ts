import { dutiesFor, type Fleet } from "./fleet.ts";
import type { Windows } from "./openings.ts";
import type { Trip } from "./problem.ts";

/**
 * The fleet without the duties that cannot take a trip within these windows, wherever its drop-off stands: too small,
 * at work at other hours, or too far away all the while. Whoever asks more than once about the same hours (other
 * hours, other limits) asks what this leaves.
 */
export function near(fleet: Fleet, trip: Trip, windows: Windows): Fleet {
  const mayTake = takers(fleet, trip);
  return { ...fleet, candidates: dutiesFor(fleet, trip).filter((d) => mayTake(d, windows)) };
}

/**
 * Tells of a duty, by its number, whether it may take a trip within these windows: a look at the few places that meet
 * the pickup window, as `eachOpening` would see them, off the timetable alone. Each must have a seat, and then either
 * the straight way to the drop-off and on, or at least the way to the next visit, must be in time.
 */
export function takers(fleet: Fleet, trip: Trip): (d: number, windows: Windows) => boolean {
  const { timetable, roads } = fleet;
  const { begins, here, freeFrom, closesBehind } = timetable;
  const { boardSeconds } = trip;
  const { fastest } = roads;
  const toPickup = roads.into(trip.pickupPlace);
  const goesOn = onwards(fleet, trip);
  return (d, windows) => {
    const { earliest, latest } = windows.pickup;
    const end = begins[d + 1]!;
    for (
      let k = firstPlace(begins[d]!, end, earliest + boardSeconds);
      k < end && freeFrom[k]! <= latest;
      k++
    ) {
      const arrival = freeFrom[k]! + toPickup[here[k]!]! * fastest;
      if (arrival <= latest && goesOn({ d, k, leaves: Math.max(earliest, arrival) + boardSeconds, windows }))
        return true;
    }
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

/** Having left place k of duty d with the rider aboard. */
interface Fetched {
  readonly d: number;
  readonly k: number;
  readonly leaves: number;
  readonly windows: Windows;
}

/** Tells whether a vehicle that has fetched the rider may bring them in time, straight on or after its next visit. */
function onwards({ timetable, roads, problem }: Fleet, trip: Trip): (fetched: Fetched) => boolean {
  const { begins, here, arriveBy, closesBehind, seatsFree, placesFree } = timetable;
  const { seats, wheelchairs, alightSeconds, rideSecondsMax } = trip;
  const { fastest } = roads;
  const fromPickup = roads.from(trip.pickupPlace);
  const fromDropoff = roads.from(trip.dropoffPlace);
  const direct = fromPickup[trip.dropoffPlace]! * fastest;
  return ({ d, k, leaves, windows: { dropoff } }) => {
    const duty = problem.duties[d]!;
    const seatsTaken = seats + wheelchairs * duty.seatsPerWheelchair;
    if (seatsTaken > seatsFree[k]! || wheelchairs > placesFree[k]!) return false;
    const isLast = k + 1 === begins[d + 1]!;
    const next = isLast ? duty.endPlace : here[k + 1]!;
    const dropoffAt = Math.max(dropoff.earliest, leaves + direct);
    const back = dropoffAt + alightSeconds + fromDropoff[next]! * fastest;
    if (dropoffAt <= dropoff.latest && back <= arriveBy[k]!) return true;
    if (isLast || seatsTaken > seatsFree[k + 1]! || wheelchairs > placesFree[k + 1]!) return false;
    const toVisit = fromPickup[next]! * fastest;
    return toVisit <= rideSecondsMax && leaves + toVisit <= Math.min(closesBehind[k]!, dropoff.latest);
  };
}
