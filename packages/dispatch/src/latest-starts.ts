import { aRideIsTooLongWithoutWaiting, firstArrival } from "./earliest-starts.ts";
import type { Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/**
 * Finds the latest instant at which every visit can begin with all limits still kept: the greatest solution of the
 * system that `earliestStarts` solves from below. A rider's slack is the distance between the two.
 *
 * @returns whether a schedule exists; if not, `starts` means nothing
 */
export function latestStarts(sequence: Sequence, legs: Legs, starts: Float64Array): boolean {
  if (aRideIsTooLongWithoutWaiting(sequence, legs)) return false;
  const { count, duty, place, service, earliest, latest, partner, rideSpan, endsAt } = sequence;
  for (let k = 0; k < count; k++) starts[k] = latest[k]!;
  let k = count - 1;
  while (k >= 0) {
    const next = k === count - 1 ? duty.endPlace : place[k + 1]!;
    const nextBy = k === count - 1 ? endsAt : starts[k + 1]!;
    const begin = legs.departure(place[k]!, next, nextBy) - service[k]!;
    if (begin < starts[k]!) starts[k] = begin;
    if (starts[k]! < earliest[k]!) return false;
    const dropoff = rideSpan[k]! < 0 ? partner[k]! : -1;
    if (dropoff >= 0 && starts[dropoff]! - starts[k]! > rideSpan[dropoff]!) {
      const by = starts[k]! + rideSpan[dropoff]!;
      starts[dropoff] = legs.steady
        ? by
        : Math.min(by, beforeSteadyPace({ sequence, legs, starts, pickup: k, dropoff }));
      if (starts[dropoff]! < earliest[dropoff]!) return false;
      k = dropoff - 1;
    } else k--;
  }
  return count === 0 || starts[0]! >= firstArrival(sequence, legs);
}

/** The mirror of the jump in `earliestStarts`: back to where the ride reaches into the period before. */
function beforeSteadyPace({
  sequence: { place, service, rideSpan },
  legs,
  starts,
  pickup,
  dropoff,
}: {
  sequence: Sequence;
  legs: Legs;
  starts: Float64Array;
  pickup: number;
  dropoff: number;
}): number {
  const by = starts[dropoff]!;
  let at = by;
  for (let k = dropoff - 1; k >= pickup; k--) at = legs.departure(place[k]!, place[k + 1]!, at) - service[k]!;
  if (by - at <= rideSpan[dropoff]! || by > legs.steadyUntil(at)) return by;
  return legs.steadySince(at) + (by - at) - 1;
}
