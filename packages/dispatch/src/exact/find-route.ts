import type { Hours } from "./hours.ts";
import { dominates, type Label, WORK } from "./label.ts";
import { narrowed } from "./narrow.ts";
import { pacedDrive, pathOf } from "./paced-drive.ts";
import { reachAtAnyPace, reachTest } from "./reach.ts";
import { Sets } from "./sets.ts";
import { steadyDrive } from "./steady-drive.ts";
import type { Roads, Vehicle, Work } from "./work.ts";

/** How many partial drives may still be looked at. */
export interface Budget {
  left: number;
}

export type Found =
  | { readonly kind: "route"; readonly stops: readonly number[] }
  | { readonly kind: "none" }
  | { readonly kind: "out-of-budget" };

/**
 * Decides whether one vehicle can serve a given set of tasks, in any order of their stops.
 *
 * Extends partial drives stop by stop, the soonest finished first, and never continues one that another has shown to be no
 * better (`dominates`) or after which some stop still ahead is certainly missed. Every order that is left out is
 * left out for a reason that holds for the real times; so "none" is a proof. With `work.lower` as roads it is a
 * proof for every larger set of tasks too.
 *
 * @param tasks  all that the vehicle serves, those bound to it included
 * @param roads  the times to drive with
 * @param budget  each partial drive costs one
 */
export function findRoute({
  work,
  vehicle,
  hours: ownHours,
  tasks,
  roads,
  budget,
}: {
  work: Work;
  vehicle: Vehicle;
  hours: Hours;
  tasks: readonly number[];
  roads: Roads;
  budget: Budget;
}): Found {
  const { duty, seatsTaken, wheelchairsTaken, workSpan } = vehicle.sequence;
  const all = stopsOf(work, tasks);
  const narrow = narrowed(work, ownHours, all);
  if (narrow === undefined) return { kind: "none" };
  const hours: Hours = narrow;
  const ahead = all.sort((a, b) => hours.latest[a]! - hours.latest[b]! || a - b);
  const sets = new Sets(ahead.length);
  const mustBeDone = predecessors(work, hours, ahead);
  const width = Math.max(1, (ahead.length + 31) >> 5);
  const { steady } = roads.legs;
  const drive = (steady ? steadyDrive : pacedDrive)({ work, vehicle, hours, roads });
  const { placeCount } = work.lower;
  const canReachAll = steady
    ? reachTest({ work, hours, ahead, sets, from: vehicle.origin.place })
    : reachAtAnyPace({ work, hours, ahead, sets });
  const seen = new Map<number, Label[]>();
  const start: Label = {
    before: undefined,
    stop: -1,
    place: vehicle.origin.place,
    leaves: vehicle.origin.readyAt,
    served: Sets.EMPTY,
    count: 0,
    seats: seatsTaken[0]!,
    wheelchairs: wheelchairsTaken[0]!,
    aboard: workSpan === Number.POSITIVE_INFINITY ? [] : [WORK],
    since: workSpan === Number.POSITIVE_INFINITY ? [] : [0],
    boardBy: workSpan === Number.POSITIVE_INFINITY ? [] : [vehicle.endsAt - workSpan],
  };
  const last = deepen(start);
  if (last !== undefined) return { kind: "route", stops: pathOf(last) };
  return { kind: budget.left <= 0 ? "out-of-budget" : "none" };

  function deepen(label: Label): Label | undefined {
    if (label.count === ahead.length) return drive.isHomeInTime(label) ? label : undefined;
    const children: Label[] = [];
    for (let k = 0; k < ahead.length; k++) {
      if (sets.has(label.served, k) || !sets.holds(label.served, mustBeDone, k * width)) continue;
      const id = ahead[k]!;
      if (work.stops[id]!.isPickup && !hasRoom(label, id)) continue;
      if (budget.left-- <= 0) return undefined;
      const child = drive.next(label, id, sets.with(label.served, k));
      if (child !== undefined && canReachAll(child)) children.push(child);
    }
    children.sort(bySoonest);
    for (const child of children) {
      if (isBeaten(child)) continue;
      const found = deepen(child);
      if (found !== undefined || budget.left <= 0) return found;
    }
    return undefined;
  }

  function hasRoom({ seats, wheelchairs }: Label, id: number): boolean {
    const { trip } = work.tasks[work.stops[id]!.task]!;
    const chairs = wheelchairs + trip.wheelchairs;
    return (
      chairs <= duty.wheelchairPlaces && seats + trip.seats + chairs * duty.seatsPerWheelchair <= duty.seats
    );
  }

  function isBeaten(label: Label): boolean {
    const key = label.served * placeCount + label.place;
    const others = seen.get(key);
    if (others === undefined) {
      seen.set(key, [label]);
      return false;
    }
    budget.left -= others.length >> 4; // comparing with many is work too
    if (others.some((other) => dominates(other, label, steady))) return true;
    others.push(label);
    return false;
  }

  function bySoonest(a: Label, b: Label): number {
    return a.leaves - b.leaves || hours.latest[a.stop]! - hours.latest[b.stop]! || a.stop - b.stop;
  }
}

function stopsOf({ tasks }: Work, ids: readonly number[]): number[] {
  return ids.flatMap((id) => {
    const { pickup, dropoff } = tasks[id]!;
    return pickup >= 0 ? [pickup, dropoff] : [dropoff];
  });
}

/** Per stop of `ahead` the words of the set of those that must be served before it. */
function predecessors({ stops }: Work, { before }: Hours, ahead: readonly number[]): Int32Array {
  const width = Math.max(1, (ahead.length + 31) >> 5);
  const words = new Int32Array(ahead.length * width);
  for (const [k, b] of ahead.entries())
    for (const [j, a] of ahead.entries())
      if (before[a * stops.length + b] === 1) words[k * width + (j >> 5)]! |= 1 << (j & 31);
  return words;
}
