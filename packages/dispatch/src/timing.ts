import type { Timed } from "./cost.ts";
import { endArrival, firstArrival } from "./earliest-starts.ts";
import type { Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/**
 * Puts the pickup of arrive-by riders off, in place, as far as nothing else moves: the minutes in which they would
 * only sit waiting in the vehicle are theirs at home. Drop-offs and all other riders keep their instants, so every
 * limit that the earliest schedule keeps is still kept.
 */
export function fetchArriveByRidersLate({ sequence, starts }: Timed, legs: Legs): void {
  const { place, service, latest, trips, rideSpan } = sequence;
  for (let k = sequence.count - 2; k >= 0; k--) {
    if (rideSpan[k]! >= 0 || trips[k]!.anchor !== "dropoff") continue;
    const inTime = legs.departure(place[k]!, place[k + 1]!, starts[k + 1]!) - service[k]!;
    starts[k] = Math.max(starts[k]!, Math.min(latest[k]!, inTime));
  }
}

/** When the vehicle leaves where it is: in time for its first visit, not earlier, unless it is already on its way. */
export function leavesAt({ sequence, starts }: Timed, legs: Legs): number {
  const { origin, count, place } = sequence;
  if (origin.driving || count === 0) return origin.readyAt;
  return Math.max(origin.readyAt, legs.departure(origin.place, place[0]!, starts[0]!));
}

/** Seconds spent driving until the vehicle is at its end place. */
export function drivingSeconds({ sequence, starts }: Timed, legs: Legs): number {
  return legs.steady ? steadyDrivingSeconds(sequence, legs) : timedDrivingSeconds({ sequence, starts }, legs);
}

function steadyDrivingSeconds({ count, origin, duty, place }: Sequence, legs: Legs): number {
  let sum = 0;
  let at = origin.place;
  for (let k = 0; k < count; k++) {
    sum += legs.freeSeconds(at, place[k]!);
    at = place[k]!;
  }
  return sum + legs.freeSeconds(at, duty.endPlace);
}

function timedDrivingSeconds({ sequence, starts }: Timed, legs: Legs): number {
  const { count, place, service } = sequence;
  if (count === 0) return endArrival(sequence, legs, starts) - sequence.origin.readyAt;
  const left = leavesAt({ sequence, starts }, legs);
  let sum = Math.min(starts[0]!, firstArrivalAfter(sequence, legs, left)) - left;
  for (let k = 1; k < count; k++) {
    const departure = starts[k - 1]! + service[k - 1]!;
    sum += legs.arrival(place[k - 1]!, place[k]!, departure) - departure;
  }
  const departure = starts[count - 1]! + service[count - 1]!;
  return sum + endArrival(sequence, legs, starts) - departure;
}

function firstArrivalAfter(sequence: Sequence, legs: Legs, left: number): number {
  const { origin, place } = sequence;
  return origin.driving ? firstArrival(sequence, legs) : legs.arrival(origin.place, place[0]!, left);
}
