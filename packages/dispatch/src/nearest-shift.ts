import type { DutyTimes } from "./duty-times.ts";
import { earliestStarts } from "./earliest-starts.ts";
import type { FarOff } from "./far-off.ts";
import type { Fleet } from "./fleet.ts";
import { latestStarts } from "./latest-starts.ts";
import { takers } from "./near.ts";
import { eachOpening, type Opening, type Windows } from "./openings.ts";
import type { Trip, Window } from "./problem.ts";
import type { Sequence } from "./sequence.ts";
import { layOut, type Room } from "./stretch.ts";
import type { Legs } from "./travel-times.ts";

/** Earlier or later. */
export type Side = -1 | 1;

/** A question for one side: shift both windows later (1) or earlier (−1), by whole steps. */
interface Search {
  readonly trip: Trip;
  readonly side: Side;
  /** The least shift that comes into question, and the unit of all; seconds without sign. */
  readonly least: number;
  readonly step: number;
  /** Where boarding may begin at all. */
  readonly pickup: Window;
  /** Where alighting may begin at all. */
  readonly dropoff: Window;
  readonly legs: Legs;
  readonly room: Room;
}

/**
 * Finds the least shift of both windows, later or earlier, at which the trip has a place anywhere in the fleet.
 *
 * For one place the shift is one more unknown in the system of `earliestStarts`: "the window is shifted at least so
 * far that the visit still falls in it" is again a never-falling function, so the least solution holds the least
 * shift, also when the pace of the road changes in between. Earlier shifts mirror it with `latestStarts`.
 *
 * @param fleet  its candidates stand in the order of how far off they are
 * @param farOff  by how many seconds the trip must at least be shifted, whichever way, for a duty to fetch the rider
 * @param beyond  shifts of so many seconds or fewer are known to have no place
 * @param reach  shifts of more seconds are not looked for
 * @returns seconds, a multiple of `step` with the sign of `side`; undefined when no shift in the range has a place
 */
export function nearestShift({
  fleet,
  farOff: { distance },
  beyond,
  reach,
  ...question
}: Omit<Search, "legs" | "room" | "least"> & {
  fleet: Fleet;
  farOff: FarOff;
  beyond: number;
  reach: number;
}): number | undefined {
  const { side, step, trip } = question;
  const least = wholeSteps(beyond, step) + step;
  const search: Search = { ...question, least, legs: fleet.legs, room: fleet.room };
  const mayTake = takers(fleet, trip);
  const tooFar = side * (wholeSteps(reach, step) + step);
  const windows = windowsWithin(search, tooFar);
  let nearest: number | undefined;
  for (const d of fleet.candidates) {
    if (distance[d]! > (nearest === undefined ? reach : side * nearest) || nearest === side * least) break;
    if (!mayTake(d, windows)) continue;
    const duty = fleet.duties[d]!;
    eachOpening({
      duty,
      bounds: duty.bounds,
      trip,
      windows,
      legs: fleet.legs,
      backwards: side < 0, // the nearest first
      visit(opening) {
        const shift = shiftAt({ search, duty, opening, tooFar: nearest ?? tooFar });
        if (shift === undefined) return;
        nearest = shift; // from here on only a nearer one is of interest
        Object.assign(windows, windowsWithin(search, nearest));
      },
    });
  }
  return nearest;
}

/** The seconds of the whole steps within so many. */
function wholeSteps(seconds: number, step: number): number {
  return step * Math.floor(seconds / step);
}

/** The windows that all shifts from the least to less than `tooFar` cover together. */
function windowsWithin({ trip, side, least: first, step, pickup, dropoff }: Search, tooFar: number): Windows {
  const near = side * first;
  const far = tooFar - side * step;
  const [least, most] = side > 0 ? [near, far] : [far, near];
  return {
    pickup: {
      earliest: Math.max(pickup.earliest, trip.pickup.earliest + least),
      latest: Math.min(pickup.latest, trip.pickup.latest + most),
    },
    dropoff: {
      earliest: Math.max(dropoff.earliest, trip.dropoff.earliest + least),
      latest: Math.min(dropoff.latest, trip.dropoff.latest + most),
    },
  };
}

/** The least shift of one place, when it is nearer than `tooFar`. */
function shiftAt({
  search,
  duty,
  opening,
  tooFar,
}: {
  search: Search;
  duty: DutyTimes;
  opening: Opening;
  tooFar: number;
}): number | undefined {
  const { trip, side, step, legs, room } = search;
  const { starts } = room;
  const { sequence: candidate, pickup, dropoff } = layOut({ duty, trip, opening, room });
  // However far both windows move, the ride fits between the opening of one and the closing of the other.
  const between = trip.dropoff.latest - trip.pickup.earliest;
  candidate.rideSpan[dropoff] = Math.min(candidate.rideSpan[dropoff]!, between);
  const solve = side > 0 ? earliestStarts : latestStarts;
  let shift = side * search.least;
  while (side * shift < side * tooFar) {
    limit(candidate, { pickup, dropoff, shift, search });
    if (!solve(candidate, legs, starts)) return undefined;
    const needed = side * step * Math.ceil(lag({ trip, side, starts, pickup, dropoff }) / step);
    if (side * needed <= side * shift) return shift;
    shift = needed;
  }
  return undefined;
}

/** Limits the two visits by the range alone on the side that moves, by the shifted windows on the other. */
function limit(
  candidate: Sequence,
  { pickup, dropoff, shift, search }: { pickup: number; dropoff: number; shift: number; search: Search },
): void {
  const { trip, side } = search;
  const { earliest, latest } = candidate;
  earliest[pickup] = search.pickup.earliest;
  latest[pickup] = search.pickup.latest;
  earliest[dropoff] = search.dropoff.earliest;
  latest[dropoff] = search.dropoff.latest;
  if (side > 0) {
    earliest[pickup] = Math.max(earliest[pickup]!, trip.pickup.earliest + shift);
    earliest[dropoff] = Math.max(earliest[dropoff]!, trip.dropoff.earliest + shift);
  } else {
    latest[pickup] = Math.min(latest[pickup]!, trip.pickup.latest + shift);
    latest[dropoff] = Math.min(latest[dropoff]!, trip.dropoff.latest + shift);
  }
}

/** How far, in seconds without sign, the windows must at least be shifted to hold these starts. */
function lag({
  trip,
  side,
  starts,
  pickup,
  dropoff,
}: {
  trip: Trip;
  side: Side;
  starts: Float64Array;
  pickup: number;
  dropoff: number;
}): number {
  return side > 0
    ? Math.max(starts[pickup]! - trip.pickup.latest, starts[dropoff]! - trip.dropoff.latest)
    : Math.max(trip.pickup.earliest - starts[pickup]!, trip.dropoff.earliest - starts[dropoff]!);
}
