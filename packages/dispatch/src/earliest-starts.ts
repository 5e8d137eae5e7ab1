import type { Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/**
 * Finds the earliest instant at which every visit can begin, and so decides whether the sequence can be driven.
 *
 * Every rule about time says "this visit begins no earlier than some never-falling function of that one": the leg
 * from the visit before, the opening of a window, and, read backwards, the ride limit (a pickup begins no earlier
 * than its drop-off minus the longest ride). Such a system has one least solution. We climb to it from below: drive
 * forward; where a ride comes out too long, put its pickup off and drive on from there. No value ever passes the
 * least solution, so passing a latest instant proves that no schedule exists at all; arriving at the end proves the
 * schedule. Waiting with riders aboard is allowed. The longest work of a driver is one more such limit: the vehicle
 * leaves no earlier than that long before it is back.
 *
 * It ends: every jump back raises a pickup by at least one second, and pickups have a latest instant. The one way to
 * climb for long, a ride that is too long even without waiting, is found beforehand or jumped over.
 *
 * @param starts  receives the instants, one per visit; room for `sequence.count`
 * @returns whether a schedule exists; if not, `starts` means nothing
 * @see Hunsaker and Savelsbergh 2002, efficient feasibility testing for dial-a-ride problems
 * @see Firat and Woeginger 2011, analysis of the dial-a-ride problem of Hunsaker and Savelsbergh
 */
export function earliestStarts(sequence: Sequence, legs: Legs, starts: Float64Array): boolean {
  if (aRideIsTooLongWithoutWaiting(sequence, legs)) return false;
  const { count, origin, place, service, earliest, latest, partner, rideSpan, endsAt, workSpan } = sequence;
  for (let k = 0; k < count; k++) starts[k] = earliest[k]!;
  let leaves = origin.readyAt;
  let k = 0;
  for (;;) {
    while (k < count) {
      const arrival =
        k === 0
          ? firstArrival(sequence, legs, leaves)
          : legs.arrival(place[k - 1]!, place[k]!, starts[k - 1]! + service[k - 1]!);
      if (arrival > starts[k]!) starts[k] = arrival;
      const start = starts[k]!;
      if (start > latest[k]!) return false;
      const span = rideSpan[k]!;
      const pickup = partner[k]!;
      if (span >= 0 && pickup >= 0 && start - starts[pickup]! > span) {
        const from = legs.steady
          ? start - span
          : Math.max(start - span, pastSteadyPace({ sequence, legs, starts, pickup, dropoff: k }));
        if (from > latest[pickup]!) return false;
        starts[pickup] = from;
        k = pickup + 1;
      } else k++;
    }
    const back = endArrival(sequence, legs, starts);
    if (back > endsAt) return false;
    if (count === 0 || back - leaves <= workSpan) return true; // whoever stays at the start place does not work
    // The driver's work is a ride of the vehicle itself: it leaves later, and everything follows from there.
    leaves = Math.max(back - workSpan, workPastSteadyPace({ sequence, legs, leaves }));
    k = 0;
  }
}

/** The jump of `pastSteadyPace` for the vehicle's own way from its origin to its end place. */
function workPastSteadyPace({
  sequence: { count, origin, duty, place, service, workSpan },
  legs,
  leaves,
}: {
  sequence: Sequence;
  legs: Legs;
  leaves: number;
}): number {
  if (legs.steady) return leaves;
  let here = origin.place;
  let at = leaves;
  for (let k = 0; k < count; k++) {
    at = legs.arrival(here, place[k]!, at) + service[k]!;
    here = place[k]!;
  }
  at = legs.arrival(here, duty.endPlace, at);
  const until = legs.steadyUntil(leaves);
  if (at - leaves <= workSpan || at > until) return leaves;
  return until - (at - leaves) + 1;
}

/**
 * A ride too long without waiting stays too long, by the same seconds, as long as it lies within one period of the
 * pace: the pickup may jump to where the ride reaches into the next period. Without this the climb would creep.
 */
function pastSteadyPace({
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
  const from = starts[pickup]!;
  let at = from;
  for (let k = pickup; k < dropoff; k++) at = legs.arrival(place[k]!, place[k + 1]!, at + service[k]!);
  const until = legs.steadyUntil(from);
  if (at - from <= rideSpan[dropoff]! || at > until) return from;
  return until - (at - from) + 1;
}

/** When the vehicle can be at its first visit, leaving at `leaves`. Only asked of a sequence that has one. */
export function firstArrival(
  { origin, place }: Sequence,
  legs: Legs,
  leaves: number = origin.readyAt,
): number {
  return origin.arrivedAt ?? Math.max(origin.arrivesFrom, legs.arrival(origin.place, place[0]!, leaves));
}

/** When the vehicle is at its end place after the visits begin at `starts`. */
export function endArrival(sequence: Sequence, legs: Legs, starts: Float64Array): number {
  const { count, origin, duty, place, service } = sequence;
  if (count === 0) return legs.arrival(origin.place, duty.endPlace, origin.readyAt);
  return legs.arrival(place[count - 1]!, duty.endPlace, starts[count - 1]! + service[count - 1]!);
}

/** Numbers that are read at once, in one array for all: a fleet's answer asks for them many times. */
let passing = new Float64Array(64);

/** A quick no: some ride limit, or that of the driver's work, is shorter than the way with all its stops. */
export function aRideIsTooLongWithoutWaiting(sequence: Sequence, legs: Legs): boolean {
  const { count, partner, rideSpan } = sequence;
  if (count > passing.length) passing = new Float64Array(2 * count);
  const sinceFirst = leastSecondsSinceFirst(sequence, legs, passing);
  for (let k = 0; k < count; k++) {
    const pickup = partner[k]!;
    if (rideSpan[k]! >= 0 && pickup >= 0 && sinceFirst[k]! - sinceFirst[pickup]! > rideSpan[k]!) return true;
  }
  return leastWork(sequence, legs, sinceFirst) > sequence.workSpan;
}

function leastWork(
  { count, origin, duty, place, service, workSpan }: Sequence,
  legs: Legs,
  sinceFirst: Float64Array,
): number {
  if (count === 0 || workSpan === Number.POSITIVE_INFINITY) return 0;
  const leg = (from: number, to: number) => legs.leastSeconds(from, to, origin.readyAt);
  const last = count - 1;
  const visits = sinceFirst[last]! + service[last]!;
  return leg(origin.place, place[0]!) + visits + leg(place[last]!, duty.endPlace);
}

/** The least seconds from the beginning of the first visit to the beginning of each, never waiting. */
export function leastSecondsSinceFirst(
  { count, origin, place, service }: Sequence,
  legs: Legs,
  since: Float64Array = new Float64Array(count),
): Float64Array {
  since[0] = 0;
  for (let k = 1; k < count; k++)
    since[k] = since[k - 1]! + service[k - 1]! + legs.leastSeconds(place[k - 1]!, place[k]!, origin.readyAt);
  return since;
}
