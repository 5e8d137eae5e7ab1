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
  const { count, origin, duty, place, service, earliest, latest, partner, rideSpan } = sequence;
  if (count === 0) return true;
  for (let k = 0; k < count; k++) starts[k] = latest[k]!;
  let backBy = sequence.endsAt;
  let k = count - 1;
  for (;;) {
    while (k >= 0) {
      const next = k === count - 1 ? duty.endPlace : place[k + 1]!;
      const nextBy = k === count - 1 ? backBy : starts[k + 1]!;
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
    if (starts[0]! < firstArrival(sequence, legs)) return false;
    if (sequence.workSpan === Number.POSITIVE_INFINITY) return true;
    const leaves = legs.departure(origin.place, place[0]!, starts[0]!);
    if (backBy - leaves <= sequence.workSpan) return true;
    backBy = Math.min(leaves + sequence.workSpan, workBeforeSteadyPace({ sequence, legs, backBy }));
    k = count - 1;
  }
}

/** The jump of `beforeSteadyPace` for the vehicle's own way from its origin to its end place. */
function workBeforeSteadyPace({
  sequence: { count, origin, duty, place, service, workSpan },
  legs,
  backBy,
}: {
  sequence: Sequence;
  legs: Legs;
  backBy: number;
}): number {
  if (legs.steady) return backBy;
  let next = duty.endPlace;
  let at = backBy;
  for (let k = count - 1; k >= 0; k--) {
    at = legs.departure(place[k]!, next, at) - service[k]!;
    next = place[k]!;
  }
  at = legs.departure(origin.place, next, at);
  if (backBy - at <= workSpan || backBy > legs.steadyUntil(at)) return backBy;
  return legs.steadySince(at) + (backBy - at) - 1;
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
