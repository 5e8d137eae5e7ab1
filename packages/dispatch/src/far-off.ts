import type { Fleet } from "./fleet.ts";
import type { Trip } from "./problem.ts";
import { dutyEnd, dutyStart } from "./rules/duty-hours.ts";
import { pickupWindow } from "./rules/pickup-window.ts";
import { promise } from "./rules/promise.ts";
import type { Rejection } from "./rules/rejection.ts";

/** How far every duty is from fetching one trip; by the duty's number. */
export interface FarOff {
  /** Seconds by which every place of the duty misses the pickup, or what stands behind it, at least; 0 or less: none. */
  readonly distance: Float64Array;
  /** The place that misses it by so much, as the timetable counts. */
  readonly place: Int32Array;
  /** 1 where it is the way to the pickup that takes so long, 0 where a visit behind has to begin before. */
  readonly isTooFar: Uint8Array;
  /** All duties, the nearest first; equal ones in the fleet's order. */
  readonly ranked: readonly number[];
}

/**
 * Tells how far each duty is from fetching a trip, off the timetable alone, so that a thousand vehicles in other towns
 * or at other hours cost nothing. Sound: no place of the duty is nearer to a yes.
 */
export function howFarOff(fleet: Fleet, trip: Trip): FarOff {
  const count = fleet.timetable.begins.length - 1;
  const distance = new Float64Array(count);
  const place = new Int32Array(count);
  const isTooFar = new Uint8Array(count);
  lookAtAll(fleet, trip, { distance, place, isTooFar });
  const ranked = Array.from(place.keys()).sort((a, b) => distance[a]! - distance[b]!);
  return { distance, place, isTooFar, ranked };
}

/** From each duty's last place in time outwards, each way until lateness alone is too far. */
function lookAtAll({ timetable, roads }: Fleet, trip: Trip, found: Omit<FarOff, "ranked">): void {
  const { begins, here, freeFrom, closesBehind } = timetable;
  const toPickup = roads.into(trip.pickupPlace);
  const { fastest } = roads;
  const { latest, earliest } = trip.pickup;
  const leaves = earliest + trip.boardSeconds;
  const late = (k: number) => freeFrom[k]! + toPickup[here[k]!]! * fastest - latest;
  const miss = (k: number) => Math.max(late(k), leaves - closesBehind[k]!);
  for (let d = 0; d + 1 < begins.length; d++) {
    const [begin, end] = [begins[d]!, begins[d + 1]!];
    const middle = lastInTime(freeFrom, { begin, end, latest });
    let at = middle;
    let least = miss(middle);
    for (let k = middle + 1; k < end && freeFrom[k]! - latest < least; k++) {
      const missed = miss(k);
      if (missed < least) [at, least] = [k, missed];
    }
    for (let k = middle - 1; k >= begin && leaves - closesBehind[k]! < least; k--) {
      const missed = miss(k);
      if (missed < least) [at, least] = [k, missed];
    }
    found.distance[d] = least;
    found.place[d] = at;
    found.isTooFar[d] = late(at) === least ? 1 : 0;
  }
}

/** The last place that the vehicle can leave before the pickup window closes, or the first of all. */
function lastInTime(
  freeFrom: Float64Array,
  { begin, end, latest }: { begin: number; end: number; latest: number },
): number {
  let [from, to] = [begin + 1, end];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (freeFrom[middle]! > latest) to = middle;
    else from = middle + 1;
  }
  return from - 1;
}

/** What stands against a trip at the nearest place of a far duty: the way to the pickup, or what begins before. */
export function farRejection({
  fleet: { timetable, problem },
  trip,
  farOff: { distance, place, isTooFar },
  d,
}: {
  fleet: Fleet;
  trip: Trip;
  farOff: FarOff;
  d: number;
}): Rejection {
  const { pickup, boardSeconds } = trip;
  if (isTooFar[d] === 1) {
    const at = pickup.latest + Math.ceil(distance[d]!);
    return dutyStart(at, pickup, problem.duties[d]!) ?? pickupWindow(at, pickup)!;
  }
  const late = { value: pickup.earliest + boardSeconds, limit: timetable.closesBehind[place[d]!]! };
  const closer = timetable.closer[place[d]!];
  return closer === undefined ? dutyEnd(late.value, { endsAt: late.limit })! : promise(closer, late)!;
}
