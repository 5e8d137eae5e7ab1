import type { Timed } from "./cost.ts";
import { earliestStarts, firstArrival } from "./earliest-starts.ts";
import { latestStarts } from "./latest-starts.ts";
import type { Sequence } from "./sequence.ts";
import { fetchArriveByRidersLate, leavesAt } from "./timing.ts";
import type { Legs } from "./travel-times.ts";

/**
 * One duty made ready for questions. Place k of a duty is the gap before visit k; place `count` is the one before the
 * end. Everything here is worked out once, so that each question about a place reads two instants.
 */
export interface DutyTimes extends Timed {
  /** Position in the fleet. */
  readonly index: number;
  /** What no insertion beats or widens; exact where nobody is aboard. */
  readonly bounds: Bounds;
  /** The same for a vehicle that drives on regardless of ride limits. */
  readonly road: RoadBounds;
  /** The latest start of each visit with every limit kept. */
  readonly latestStarts: Float64Array;
  /** The place at or before k, at or behind k, at which nobody is aboard (or the duty begins, ends). */
  readonly emptyBefore: Int32Array;
  readonly emptyBehind: Int32Array;
  /** Seconds of driving before the vehicle is at visit k; at `count` + 1 those of the whole duty stand behind the last leg. */
  readonly drivenBefore: Float64Array;
  /** Seconds of driving, boarding and alighting before the vehicle is at visit k, at free flow. */
  readonly busyBefore: Float64Array;
}

/**
 * Forward and backward slack: what is known of place k when nothing is inserted on its one side. Both sides rise with
 * the place. Where a way round may be shorter than the way itself, an insertion on that side may undercut them; what
 * holds then too is what the windows alone say.
 */
export interface Bounds {
  /** At place k the vehicle is free to leave the visit before it no earlier. */
  readonly freeFrom: Float64Array;
  /** Whoever arrives at visit k (at `count`: at the end place) later breaks a limit behind it. */
  readonly arriveBy: Float64Array;
  /** Some visit before place k ends no earlier; some visit behind it begins no later. */
  readonly opensBefore: Float64Array;
  readonly closesBehind: Float64Array;
}

export interface RoadBounds extends Bounds {
  /** The visit whose own limit makes `arriveBy` what it is; `count` for the end of the duty. */
  readonly boundBy: Int32Array;
}

/** @param sequence  one that keeps its limits, see `loosenToProjection` */
export function dutyTimes(sequence: Sequence, legs: Legs, index: number): DutyTimes {
  const { count } = sequence;
  const starts = new Float64Array(count);
  earliestStarts(sequence, legs, starts);
  const timed: Timed = { sequence, starts };
  fetchArriveByRidersLate(timed, legs);
  const latest = new Float64Array(count);
  latestStarts(sequence, legs, latest);
  const { emptyBefore, emptyBehind } = emptyPlaces(sequence);
  return {
    ...timed,
    index,
    latestStarts: latest,
    bounds: boundsOf({ timed, legs, latest, emptyBefore }),
    road: roadBounds(sequence, legs, 0),
    emptyBefore,
    emptyBehind,
    drivenBefore: drivenBefore(timed, legs),
    busyBefore: busyBefore(sequence, legs),
  };
}

/** Where the vehicle is before place k. */
export function placeBefore({ origin, place }: Sequence, k: number): number {
  return k === 0 ? origin.place : place[k - 1]!;
}

/** Where it drives to next. */
export function placeBehind({ duty, count, place }: Sequence, k: number): number {
  return k === count ? duty.endPlace : place[k]!;
}

/** When it is there, at a visit, leaving place k no earlier than `free`. */
function arrivalBehind(sequence: Sequence, legs: Legs, { k, free }: { k: number; free: number }): number {
  if (k === 0) return firstArrival(sequence, legs);
  return legs.arrival(placeBefore(sequence, k), placeBehind(sequence, k), free);
}

/** The bounds of a vehicle that drives on regardless of ride limits, when everybody bears `late` more seconds. */
export function roadBounds(sequence: Sequence, legs: Legs, late: number): RoadBounds {
  const { count, origin, place, earliest, latest, service, endsAt } = sequence;
  const freeFrom = new Float64Array(count + 1);
  const arriveBy = new Float64Array(count + 1);
  const boundBy = new Int32Array(count + 1).fill(count);
  freeFrom[0] = origin.readyAt;
  for (let k = 0; k < count; k++) {
    const arrival = arrivalBehind(sequence, legs, { k, free: freeFrom[k]! });
    freeFrom[k + 1] = Math.max(earliest[k]!, arrival) + service[k]!;
  }
  arriveBy[count] = endsAt + late;
  for (let k = count - 1; k >= 0; k--) {
    const inTime = legs.departure(place[k]!, placeBehind(sequence, k + 1), arriveBy[k + 1]!) - service[k]!;
    arriveBy[k] = Math.min(latest[k]! + late, inTime);
    boundBy[k] = latest[k]! + late <= inTime ? k : boundBy[k + 1]!;
  }
  return { freeFrom, arriveBy, boundBy, ...windowBounds(sequence, late) };
}

function windowBounds(
  { count, earliest, latest, service, origin, endsAt }: Sequence,
  late: number,
): Pick<Bounds, "opensBefore" | "closesBehind"> {
  const opensBefore = new Float64Array(count + 1);
  const closesBehind = new Float64Array(count + 1);
  opensBefore[0] = origin.readyAt;
  for (let k = 0; k < count; k++) opensBefore[k + 1] = Math.max(opensBefore[k]!, earliest[k]! + service[k]!);
  closesBehind[count] = endsAt + late;
  for (let k = count - 1; k >= 0; k--) closesBehind[k] = Math.min(closesBehind[k + 1]!, latest[k]! + late);
  return { opensBefore, closesBehind };
}

/**
 * Where nobody is aboard, the two sides of a place know nothing of each other but the instant at which the vehicle
 * passes: the exact times of the one side stand, whatever is inserted on the other. In between, ride limits are left
 * aside. Neither bound needs the triangle inequality.
 */
function boundsOf({
  timed: { sequence, starts },
  legs,
  latest,
  emptyBefore,
}: {
  timed: Timed;
  legs: Legs;
  latest: Float64Array;
  emptyBefore: Int32Array;
}): Bounds {
  const { count, origin, place, earliest, service, endsAt } = sequence;
  const freeFrom = new Float64Array(count + 1);
  const arriveBy = new Float64Array(count + 1);
  freeFrom[0] = origin.readyAt;
  for (let k = 1; k <= count; k++) {
    const arrival = arrivalBehind(sequence, legs, { k: k - 1, free: freeFrom[k - 1]! });
    const start = emptyBefore[k] === k && k < count ? starts[k - 1]! : Math.max(earliest[k - 1]!, arrival);
    freeFrom[k] = start + service[k - 1]!;
  }
  arriveBy[count] = endsAt;
  for (let k = count - 1; k >= 0; k--) {
    const inTime = legs.departure(place[k]!, placeBehind(sequence, k + 1), arriveBy[k + 1]!) - service[k]!;
    arriveBy[k] = emptyBefore[k] === k && k > 0 ? latest[k]! : Math.min(sequence.latest[k]!, inTime);
  }
  return { freeFrom, arriveBy, ...windowBounds(sequence, 0) };
}

/** A driver whose hours of work are counted ties the whole duty together, as a rider who is aboard all day would. */
function emptyPlaces(sequence: Sequence): { emptyBefore: Int32Array; emptyBehind: Int32Array } {
  const { count, seatsTaken, wheelchairsTaken, workSpan } = sequence;
  const isEmpty = (k: number) =>
    workSpan === Number.POSITIVE_INFINITY &&
    (k === 0 || k === count || (seatsTaken[k] === 0 && wheelchairsTaken[k] === 0));
  const emptyBefore = new Int32Array(count + 1);
  const emptyBehind = new Int32Array(count + 1);
  for (let k = 1; k <= count; k++) emptyBefore[k] = isEmpty(k) ? k : emptyBefore[k - 1]!;
  emptyBehind[count] = count;
  for (let k = count - 1; k >= 0; k--) emptyBehind[k] = isEmpty(k) ? k : emptyBehind[k + 1]!;
  return { emptyBefore, emptyBehind };
}

function drivenBefore(timed: Timed, legs: Legs): Float64Array {
  const { sequence, starts } = timed;
  const { count, origin, service } = sequence;
  const sums = new Float64Array(count + 2);
  for (let k = 0; k <= count; k++) {
    if (legs.steady) {
      sums[k + 1] = sums[k]! + legs.freeSeconds(placeBefore(sequence, k), placeBehind(sequence, k));
      continue;
    }
    const left = k === 0 ? leavesAt(timed, legs) : starts[k - 1]! + service[k - 1]!;
    const there =
      k === 0 && origin.driving
        ? firstArrival(sequence, legs)
        : legs.arrival(placeBefore(sequence, k), placeBehind(sequence, k), left);
    sums[k + 1] = sums[k]! + there - left;
  }
  return sums;
}

function busyBefore(sequence: Sequence, legs: Legs): Float64Array {
  const { count, service } = sequence;
  const sums = new Float64Array(count + 1);
  for (let k = 0; k <= count; k++) {
    const leg = legs.freeSeconds(placeBefore(sequence, k), placeBehind(sequence, k));
    sums[k] = (k === 0 ? 0 : sums[k - 1]! + service[k - 1]!) + leg;
  }
  return sums;
}
