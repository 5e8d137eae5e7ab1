import { earliestStarts, endArrival, firstArrival, leastSecondsSinceFirst } from "./earliest-starts.ts";
import type { Sequence } from "./sequence.ts";
import { leavesAt } from "./timing.ts";
import type { Legs } from "./travel-times.ts";

/** What will happen if the vehicle drives on as planned, late or not. */
export interface Projection {
  /** When each open visit begins. */
  readonly starts: Float64Array;
  readonly endsAt: number;
}

const TWO_DAYS = 172_800;

/**
 * Projects a sequence whose promises may have become impossible: the earliest schedule that waits for every opening
 * and keeps every ride limit, without looking at latest instants or at how long the driver works.
 *
 * A ride limit that the road itself breaks (too long even without waiting) is given up for that rider alone. Should
 * no schedule be found within two days of the duty's end, ride limits are given up altogether.
 */
export function project(sequence: Sequence, legs: Legs): Projection {
  const starts = new Float64Array(sequence.count);
  const open = withoutLatest(sequence);
  if (!earliestStarts(open, legs, starts)) {
    giveUpImpossibleRides(open, legs);
    if (!earliestStarts(open, legs, starts)) return driveOn(sequence, legs);
  }
  return { starts, endsAt: endArrival(sequence, legs, starts) };
}

function withoutLatest(sequence: Sequence): Sequence {
  const { count, origin } = sequence;
  let horizon = Math.max(sequence.duty.endsAt, origin.arrivesFrom);
  for (let k = 0; k < count; k++) horizon = Math.max(horizon, sequence.earliest[k]!);
  return {
    ...sequence,
    latest: new Float64Array(count).fill(horizon + TWO_DAYS),
    rideSpan: sequence.rideSpan.slice(),
    endsAt: Number.POSITIVE_INFINITY,
    workSpan: Number.POSITIVE_INFINITY,
  };
}

function giveUpImpossibleRides(open: Sequence, legs: Legs): void {
  const since = leastSecondsSinceFirst(open, legs);
  for (let k = 0; k < open.count; k++) {
    const pickup = open.partner[k]!;
    if (open.rideSpan[k]! >= 0 && pickup >= 0 && since[k]! - since[pickup]! > open.rideSpan[k]!)
      open.rideSpan[k] = Number.POSITIVE_INFINITY;
  }
}

/** Drives on without looking at ride limits and latest instants: as early as roads and openings allow. */
export function driveOn(sequence: Sequence, legs: Legs): Projection {
  const { count, place, service, earliest } = sequence;
  const starts = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const arrival =
      k === 0
        ? firstArrival(sequence, legs)
        : legs.arrival(place[k - 1]!, place[k]!, starts[k - 1]! + service[k - 1]!);
    starts[k] = Math.max(earliest[k]!, arrival);
  }
  return { starts, endsAt: endArrival(sequence, legs, starts) };
}

/**
 * Loosens the limits of a sequence that reality has made late to what is projected anyway, so that planning goes on
 * and a new trip can never make a late rider later. A sequence that keeps its limits is returned as it is.
 */
export function loosenToProjection(sequence: Sequence, legs: Legs): Sequence {
  const { count } = sequence;
  const starts = new Float64Array(count);
  if (earliestStarts(sequence, legs, starts)) return sequence;
  const projected = project(sequence, legs);
  const latest = sequence.latest.slice();
  const rideSpan = sequence.rideSpan.slice();
  for (let k = 0; k < count; k++) {
    latest[k] = Math.max(latest[k]!, projected.starts[k]!);
    const pickup = sequence.partner[k]!;
    if (rideSpan[k]! >= 0 && pickup >= 0)
      rideSpan[k] = Math.max(rideSpan[k]!, projected.starts[k]! - projected.starts[pickup]!);
  }
  const left = leavesAt({ sequence, starts: projected.starts }, legs);
  return {
    ...sequence,
    latest,
    rideSpan,
    endsAt: Math.max(sequence.endsAt, projected.endsAt),
    workSpan: Math.max(sequence.workSpan, projected.endsAt - left),
  };
}
