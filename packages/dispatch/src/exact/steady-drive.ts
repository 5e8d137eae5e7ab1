import type { Hours } from "./hours.ts";
import { type Label, WORK } from "./label.ts";
import type { Roads, Vehicle, Work } from "./work.ts";

/** How a partial drive goes on to one more stop, or home. Undefined (false) when time does not allow it. */
export interface Drive {
  next(label: Label, stop: number, served: number): Label | undefined;
  isHomeInTime(label: Label): boolean;
}

/** Driving when a leg takes the same time at every hour: each step is worked out from the label before it alone. */
export function steadyDrive({
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
  const { seconds, placeCount } = roads;
  const { origin } = vehicle;
  const { workSpan } = vehicle.sequence;
  return { next, isHomeInTime };

  function next(label: Label, id: number, served: number): Label | undefined {
    const stop = stops[id]!;
    const leg =
      id === vehicle.first
        ? work.real.seconds[label.place * placeCount + stop.place]!
        : seconds[label.place * placeCount + stop.place]!;
    const arrival = label.stop < 0 ? firstArrival(label.leaves + leg) : label.leaves + leg;
    const start = Math.max(arrival, hours.earliest[id]!);
    let by = hours.latest[id]!;
    if (start > by) return undefined;
    const { dropoff, span, trip } = tasks[stop.task]!;
    const at = stop.isPickup ? -1 : label.aboard.indexOf(id);
    if (at >= 0) {
      if (label.since[at]! + leg > span) return undefined;
      by = Math.min(by, label.boardBy[at]! + span);
      if (start > by) return undefined;
    }
    const aboard: number[] = [];
    const since: number[] = [];
    const boardBy: number[] = [];
    let isIn = !stop.isPickup;
    for (let k = 0; k < label.aboard.length; k++) {
      if (k === at) continue;
      if (!isIn && label.aboard[k]! > dropoff) board();
      const sinceThen = label.since[k]! + leg;
      aboard.push(label.aboard[k]!);
      since.push(sinceThen + stop.service);
      boardBy.push(Math.min(label.boardBy[k]!, by - sinceThen));
    }
    if (!isIn) board();
    const sign = stop.isPickup ? 1 : -1;
    return {
      before: label,
      stop: id,
      place: stop.place,
      leaves: start + stop.service,
      served,
      count: label.count + 1,
      seats: label.seats + sign * trip.seats,
      wheelchairs: label.wheelchairs + sign * trip.wheelchairs,
      aboard,
      since,
      boardBy,
    };

    function board(): void {
      isIn = true;
      aboard.push(dropoff);
      since.push(stop.service);
      // Boarding later than the latest alighting asks for helps nobody.
      boardBy.push(Math.min(by, hours.latest[dropoff]! - span));
    }
  }

  function firstArrival(arrival: number): number {
    return origin.arrivedAt ?? Math.max(origin.arrivesFrom, arrival);
  }

  function isHomeInTime({ stop, place, leaves, aboard, since, boardBy }: Label): boolean {
    const leg = seconds[place * placeCount + vehicle.endPlace]!;
    if (leaves + leg > vehicle.endsAt) return false;
    if (stop < 0 || aboard[0] !== WORK) return true; // whoever stays at the start place does not work
    return since[0]! + leg <= workSpan && leaves + leg <= boardBy[0]! + workSpan;
  }
}
