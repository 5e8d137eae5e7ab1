import { earliestStarts } from "../earliest-starts.ts";
import { latestStarts } from "../latest-starts.ts";
import { emptySequence, type Sequence } from "../sequence.ts";
import type { Hours } from "./hours.ts";
import { type Label, WORK } from "./label.ts";
import type { Drive } from "./steady-drive.ts";
import type { Roads, Vehicle, Work } from "./work.ts";

/**
 * Driving at a pace that changes: the partial drive is timed anew at each step, from below for the earliest departure
 * and from above for the latest pickups.
 */
export function pacedDrive({
  work,
  vehicle,
  hours,
  roads,
}: {
  work: Work;
  vehicle: Vehicle;
  hours: Hours;
  roads: Roads;
}): Drive {
  const { stops, tasks } = work;
  const starts = new Float64Array(stops.length);
  return { next, isHomeInTime };

  function next(label: Label, id: number, served: number): Label | undefined {
    const stop = stops[id]!;
    const path = [...pathOf(label), id];
    const open = Number.POSITIVE_INFINITY;
    const sequence = timed(path, { endsAt: open, workSpan: open });
    if (!earliestStarts(sequence, roads.legs, starts)) return undefined;
    const last = path.length - 1;
    const begins = starts[last]!;
    const aboard: number[] = [];
    const since: number[] = [];
    const boardBy: number[] = [];
    const riders = label.aboard.filter((dropoff) => dropoff !== id);
    if (stop.isPickup) riders.push(tasks[stop.task]!.dropoff);
    riders.sort((a, b) => a - b);
    const leaves = begins + stop.service;
    const atOnce = latestUntil(sequence, begins);
    const atMost = latestUntil(sequence, hours.latest[id]!);
    for (const rider of riders) {
      aboard.push(rider);
      const k = rider === WORK ? -1 : path.indexOf(tasks[stops[rider]!.task]!.pickup);
      since.push(leaves - atOnce(k));
      boardBy.push(rider === WORK ? atMost(k) : Math.min(atMost(k), latestUseful(rider)));
    }
    const sign = stop.isPickup ? 1 : -1;
    const { trip } = tasks[stop.task]!;
    return {
      before: label,
      stop: id,
      place: stop.place,
      leaves,
      served,
      count: label.count + 1,
      seats: label.seats + sign * trip.seats,
      wheelchairs: label.wheelchairs + sign * trip.wheelchairs,
      aboard,
      since,
      boardBy,
    };
  }

  function latestUseful(dropoff: number): number {
    return hours.latest[dropoff]! - tasks[stops[dropoff]!.task]!.span;
  }

  /** The latest instants of all stops when the last one begins by `by`; −1 asks for leaving the start place. */
  function latestUntil(sequence: Sequence, by: number): (k: number) => number {
    const last = sequence.count - 1;
    const latest = sequence.latest.slice();
    latest[last] = Math.min(latest[last]!, by);
    const found = new Float64Array(sequence.count);
    latestStarts({ ...sequence, latest, endsAt: FAR_AWAY }, roads.legs, found);
    return (k) =>
      k < 0 ? roads.legs.departure(sequence.origin.place, sequence.place[0]!, found[0]!) : found[k]!;
  }

  function isHomeInTime(label: Label): boolean {
    const { workSpan } = vehicle.sequence;
    const sequence = timed(pathOf(label), { endsAt: vehicle.endsAt, workSpan });
    return earliestStarts(sequence, roads.legs, starts);
  }

  function timed(path: readonly number[], limits: { endsAt: number; workSpan: number }): Sequence {
    const count = path.length;
    const { duty } = vehicle.sequence;
    const base = emptySequence({
      duty: { ...duty, endPlace: vehicle.endPlace },
      origin: vehicle.origin,
      firstOpen: 0,
      capacity: count,
    });
    for (const [k, id] of path.entries()) {
      const { place, service, isPickup, task } = stops[id]!;
      const { pickup, dropoff, span } = tasks[task]!;
      base.place[k] = place;
      base.service[k] = service;
      base.earliest[k] = hours.earliest[id]!;
      base.latest[k] = hours.latest[id]!;
      base.partner[k] = path.indexOf(isPickup ? dropoff : pickup);
      base.rideSpan[k] = isPickup ? -1 : span;
    }
    return { ...base, ...limits, count };
  }
}

/** Later than any leg of a day can end: what lies behind a partial drive does not limit it. */
const FAR_AWAY = 2 ** 40;

/** The stops of a partial drive in driving order. */
export function pathOf(label: Label): number[] {
  const path: number[] = [];
  for (let at: Label | undefined = label; at !== undefined && at.stop >= 0; at = at.before)
    path.push(at.stop);
  return path.reverse();
}
