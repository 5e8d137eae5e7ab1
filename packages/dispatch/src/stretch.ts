import type { Timed } from "./cost.ts";
import { type DutyTimes, placeBehind } from "./duty-times.ts";
import { earliestStarts, endArrival } from "./earliest-starts.ts";
import type { Opening } from "./openings.ts";
import type { Duty, Trip } from "./problem.ts";
import { emptySequence, type Origin, type Sequence } from "./sequence.ts";
import { fetchArriveByRidersLate } from "./timing.ts";
import type { Legs } from "./travel-times.ts";

/** The visits `from` ≤ k < `to` of a duty, with nobody aboard before and behind: what a new trip among them can move. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch with a new trip in it, and where the trip's two visits stand. */
export interface FilledStretch extends Stretch {
  readonly sequence: Sequence;
  readonly pickup: number;
  readonly dropoff: number;
}

export type TimedStretch = FilledStretch & Timed;

/** Arrays in which stretches are laid out, one after the other. */
export interface Room {
  readonly sequence: Sequence;
  readonly starts: Float64Array;
}

export function roomFor(visits: number): Room {
  const sequence = emptySequence({ duty: nobodys, origin: nowhere, firstOpen: 0, capacity: visits + 2 });
  return { sequence, starts: new Float64Array(visits + 2) };
}

/** The room as a sequence that `insertTrip` can write into: the same duty and limits as `base`. */
export function roomLike({ duty, origin, firstOpen, endsAt, workSpan }: Sequence, room: Room): Sequence {
  return { ...room.sequence, duty, origin, firstOpen, endsAt, workSpan };
}

const nobodys: Duty = {
  id: "",
  vehicleId: "",
  seats: 0,
  wheelchairPlaces: 0,
  seatsPerWheelchair: 0,
  startPlace: 0,
  endPlace: 0,
  startsAt: 0,
  endsAt: 0,
};
const nowhere: Origin = {
  place: 0,
  readyAt: 0,
  arrivesFrom: 0,
  arrivedAt: undefined,
  driving: false,
  beganAt: undefined,
};

/**
 * Inserts a trip into a duty and gives the times of all visits that it moves, exactly as the whole duty would have
 * them: what lies before the stretch is not touched, and the stretch reaches until the vehicle is where it would have
 * been without the trip. So a question costs as much as what it changes, not as much as the day is long.
 *
 * @returns undefined when no schedule keeps every limit; the times stand in `room` until it is used again
 */
export function insertInto({
  duty,
  trip,
  opening,
  legs,
  room,
}: {
  duty: DutyTimes;
  trip: Trip;
  opening: Opening;
  legs: Legs;
  room: Room;
}): TimedStretch | undefined {
  let to: number | undefined;
  for (;;) {
    const stretch = layOut({ duty, trip, opening, room, to });
    if (!earliestStarts(stretch.sequence, legs, room.starts)) return undefined;
    const at = endArrival(stretch.sequence, legs, room.starts);
    to = absorbedAt({ duty, to: stretch.to, at, legs });
    if (to > stretch.to) continue;
    const timed = { ...stretch, starts: room.starts };
    fetchArriveByRidersLate(timed, legs);
    return timed;
  }
}

/** Where the vehicle, at visit `to` only by `at`, is back in its old times at the earliest. */
function absorbedAt({
  duty: { sequence, starts, emptyBehind },
  to,
  at,
  legs,
}: {
  duty: DutyTimes;
  to: number;
  at: number;
  legs: Legs;
}): number {
  const { count, place, service, earliest } = sequence;
  let arrival = at;
  for (let k = to; k < count; k++) {
    if (emptyBehind[k] === k && arrival <= starts[k]!) return k;
    const start = Math.max(earliest[k]!, arrival);
    arrival = legs.arrival(place[k]!, placeBehind(sequence, k + 1), start + service[k]!);
  }
  return count;
}

/**
 * Writes the stretch around an opening, with the trip in it, into `room`. Whether the stretch can be driven decides
 * whether the whole duty can.
 *
 * @param to  a later end than the first place behind the drop-off at which nobody is aboard
 */
export function layOut({
  duty: { sequence: base, starts, latestStarts, emptyBefore, emptyBehind },
  trip,
  opening: { pickupBefore, dropoffBefore },
  room,
  to = emptyBehind[dropoffBefore]!,
}: {
  duty: DutyTimes;
  trip: Trip;
  opening: Opening;
  room: Room;
  to?: number | undefined;
}): FilledStretch {
  const { duty, origin, count } = base;
  const from = emptyBefore[pickupBefore]!;
  const sequence: Sequence = {
    ...room.sequence,
    duty: to === count ? duty : { ...duty, endPlace: base.place[to]! },
    origin: from === 0 ? origin : originAt(base, from, starts[from - 1]!),
    count: 0,
    endsAt: to === count ? base.endsAt : latestStarts[to]!,
    workSpan: base.workSpan,
  };
  for (let k = from; k <= to; k++) {
    if (k === pickupBefore) writeEnd(sequence, trip, "pickup");
    if (k === dropoffBefore) writeEnd(sequence, trip, "dropoff");
    if (k < to) copyVisit({ base, k, from, target: sequence, pickupBefore, dropoffBefore });
  }
  const pickup = pickupBefore - from;
  const dropoff = dropoffBefore - from + 1;
  sequence.partner[pickup] = dropoff;
  sequence.partner[dropoff] = pickup;
  return { from, to, sequence, pickup, dropoff };
}

/** Free where visit `from` − 1 leaves it, and leaving at once, as within a duty. */
function originAt({ place, service, origin }: Sequence, from: number, start: number): Origin {
  const readyAt = start + service[from - 1]!;
  return {
    ...origin,
    place: place[from - 1]!,
    readyAt,
    arrivesFrom: readyAt,
    arrivedAt: undefined,
    driving: true,
  };
}

function writeEnd(target: Sequence, trip: Trip, kind: "pickup" | "dropoff"): void {
  const k = target.count++;
  const isPickup = kind === "pickup";
  const window = isPickup ? trip.pickup : trip.dropoff;
  target.visits[k] = { tripId: trip.id, kind };
  target.trips[k] = trip;
  target.place[k] = isPickup ? trip.pickupPlace : trip.dropoffPlace;
  target.service[k] = isPickup ? trip.boardSeconds : trip.alightSeconds;
  target.earliest[k] = window.earliest;
  target.latest[k] = window.latest;
  target.rideSpan[k] = isPickup ? -1 : trip.boardSeconds + trip.rideSecondsMax;
}

function copyVisit({
  base,
  k,
  from,
  target,
  pickupBefore,
  dropoffBefore,
}: {
  base: Sequence;
  k: number;
  from: number;
  target: Sequence;
  pickupBefore: number;
  dropoffBefore: number;
}): void {
  const to = target.count++;
  const other = base.partner[k]!;
  target.visits[to] = base.visits[k]!;
  target.trips[to] = base.trips[k]!;
  target.place[to] = base.place[k]!;
  target.service[to] = base.service[k]!;
  target.earliest[to] = base.earliest[k]!;
  target.latest[to] = base.latest[k]!;
  target.rideSpan[to] = base.rideSpan[k]!;
  // Who has no partner visit was aboard from the beginning: then `from` is 0, and −1 stays −1.
  target.partner[to] = other - from + (other >= pickupBefore ? 1 : 0) + (other >= dropoffBefore ? 1 : 0);
}
