import type { DutyTimes } from "./duty-times.ts";
import type { Fleet } from "./fleet.ts";
import type { Trip } from "./problem.ts";
import { dutyEnd, dutyStart } from "./rules/duty-hours.ts";
import { pickupWindow } from "./rules/pickup-window.ts";
import { promise } from "./rules/promise.ts";
import type { Rejection } from "./rules/rejection.ts";

/** The place of one duty that comes nearest to a pickup in time. */
export interface PickupPlace {
  /** Counted from the duty's first open place. */
  readonly place: number;
  /** Seconds by which every place of this duty misses its pickup, or what stands behind it, at least; 0 or less: none. */
  readonly distance: number;
  /** Is it the way to the pickup that takes so long, and not a visit behind that has to begin before? */
  readonly isTooFar: boolean;
}

/**
 * Tells how far each duty is from fetching a trip, off the timetable alone, so that a thousand vehicles in other towns
 * or at other hours cost nothing. Sound: no place of the duty is nearer to a yes.
 */
export function howFarOff({ timetable, roads }: Fleet, trip: Trip): (d: number) => PickupPlace {
  const { begins, here, freeFrom, closesBehind } = timetable;
  const toPickup = roads.into(trip.pickupPlace);
  const { latest, earliest } = trip.pickup;
  const leaves = earliest + trip.boardSeconds;
  const late = (k: number) => freeFrom[k]! + toPickup[here[k]!]! * roads.fastest - latest;
  const miss = (k: number) => Math.max(late(k), leaves - closesBehind[k]!);
  return (d) => {
    const [begin, end] = [begins[d]!, begins[d + 1]!];
    const middle = lastInTime(begin, end);
    let [at, distance] = [middle, miss(middle)];
    for (let k = middle + 1; k < end && freeFrom[k]! - latest < distance; k++) look(k);
    for (let k = middle - 1; k >= begin && leaves - closesBehind[k]! < distance; k--) look(k);
    return { place: at - begin, distance, isTooFar: late(at) === distance };

    function look(k: number): void {
      const missed = miss(k);
      if (missed < distance) [at, distance] = [k, missed];
    }
  };

  /** The last place that the vehicle can leave before the pickup window closes, or the first of all. */
  function lastInTime(begin: number, end: number): number {
    let [from, to] = [begin + 1, end];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (freeFrom[middle]! > latest) to = middle;
      else from = middle + 1;
    }
    return from - 1;
  }
}

/** What stands against a trip at the nearest place of a far duty: the way to the pickup, or what begins before. */
export function farRejection(
  { sequence, bounds }: DutyTimes,
  { place, distance, isTooFar }: PickupPlace,
  trip: Trip,
): Rejection {
  const { count, firstOpen, latest, trips, duty } = sequence;
  if (isTooFar) {
    const at = trip.pickup.latest + Math.ceil(distance);
    return dutyStart(at, trip.pickup, duty) ?? pickupWindow(at, trip.pickup)!;
  }
  const late = {
    value: trip.pickup.earliest + trip.boardSeconds,
    limit: bounds.closesBehind[firstOpen + place]!,
  };
  for (let k = firstOpen + place; k < count; k++)
    if (latest[k] === late.limit) return promise(trips[k]!.id, late)!;
  return dutyEnd(late.value, { endsAt: late.limit })!;
}
