import { assert } from "./assert.ts";
import type { Duty, Plan, Problem, Progress, Trip, Visit } from "./problem.ts";
import { isAfterPickup } from "./rules/precedence.ts";

/**
 * One duty's open visits in driving order, as one array per property (struct of arrays): the form in which every
 * question about time and load is asked. Index k is the k-th visit still ahead of the vehicle.
 */
export interface Sequence {
  readonly duty: Duty;
  readonly origin: Origin;
  count: number;
  /** No visit may be inserted before this index: 1 while the vehicle drives to the first visit. */
  readonly firstOpen: number;
  readonly visits: Visit[];
  readonly trips: Trip[];
  readonly place: Int32Array;
  /** Boarding or alighting seconds. */
  readonly service: Float64Array;
  /** The visit begins no earlier, no later. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** The other visit of the same trip; −1 for the drop-off of a rider who is aboard. */
  readonly partner: Int32Array;
  /** At a drop-off: the most seconds from the beginning of its pickup to its own beginning. At a pickup: −1. */
  readonly rideSpan: Float64Array;
  /** Load on the leg into visit k; index `count` is the leg to the end place. */
  readonly seatsTaken: Int32Array;
  readonly wheelchairsTaken: Int32Array;
  /** The vehicle is at its end place no later. */
  readonly endsAt: number;
  /** The most seconds from leaving the origin to being at the end place; infinite when `endsAt` says all. */
  readonly workSpan: number;
}

/** Where and when a vehicle can begin what is still open. */
export interface Origin {
  readonly place: number;
  /** It leaves (or, when driving, has left) no earlier. */
  readonly readyAt: number;
  /** It arrives at the first visit no earlier: the present, while it is on its way. */
  readonly arrivesFrom: number;
  /** It stands at the first visit since then. */
  readonly arrivedAt: number | undefined;
  readonly driving: boolean;
  /** When the vehicle left its start place to begin its work; undefined while it has not. */
  readonly beganAt: number | undefined;
}

/**
 * Reads one duty of a plan by itself; `sequencesOf` reads them all and knows when a vehicle is back from its duty
 * before. Throws when the plan names trips that the problem does not hold, or is out of order.
 */
export function sequenceOf({
  problem,
  plan,
  duty,
  trips,
}: {
  problem: Problem;
  plan: Plan;
  duty: Duty;
  trips: ReadonlyMap<string, Trip>;
}): Sequence {
  return sequenceFrom({
    duty,
    progress: problem.progress.find(({ dutyId }) => dutyId === duty.id),
    planned: plan.routes.find(({ dutyId }) => dutyId === duty.id)?.visits ?? [],
    trips,
    now: problem.now,
  });
}

/**
 * One duty's planned visits as a sequence.
 *
 * @param freeFrom  a duty without progress leaves no earlier: its vehicle is still out on the duty before
 */
export function sequenceFrom({
  duty,
  progress,
  planned,
  trips,
  now,
  freeFrom = duty.startsAt,
}: {
  duty: Duty;
  progress: Progress | undefined;
  planned: readonly Visit[];
  trips: ReadonlyMap<string, Trip>;
  now: number;
  freeFrom?: number | undefined;
}): Sequence {
  const tripOf = (id: string): Trip => {
    const trip = trips.get(id);
    assert(trip !== undefined, `the plan of duty ${duty.id} holds an unknown trip ${id}`);
    return trip;
  };
  const aboard = boardedAtByTrip(progress);
  const visits = notDone(planned, progress);
  const sequence = emptySequence({
    duty,
    origin: originOf({ duty, progress, now, freeFrom }),
    firstOpen: progress?.drivingTo === undefined ? 0 : 1,
    capacity: visits.length,
  });
  for (const id of aboard.keys()) take(sequence, 0, tripOf(id), 1);
  for (const visit of visits)
    append({ sequence, visit, trip: tripOf(visit.tripId), boardedAt: aboard.get(visit.tripId) });
  const { drivingTo } = progress ?? {};
  assert(
    drivingTo === undefined || (visits[0]?.tripId === drivingTo.tripId && visits[0].kind === drivingTo.kind),
    `duty ${duty.id} does not begin with the visit its vehicle is driving to`,
  );
  stretchToNow(sequence, now);
  return sequence;
}

/** The visits of a duty that have not happened yet, in the plan's order. */
export function openVisits({
  plan,
  progress,
  dutyId,
}: {
  plan: Plan;
  progress: Progress | undefined;
  dutyId: string;
}): Visit[] {
  return notDone(plan.routes.find((route) => route.dutyId === dutyId)?.visits ?? [], progress);
}

function notDone(planned: readonly Visit[], progress: Progress | undefined): Visit[] {
  if (progress === undefined || progress.done.length === 0) return [...planned];
  const done = new Set(progress.done.map(visitKey));
  return planned.filter((visit) => !done.has(visitKey(visit)));
}

export function visitKey({ tripId, kind }: Visit): string {
  return `${kind} ${tripId}`;
}

export function emptySequence({
  duty,
  origin,
  firstOpen,
  capacity,
}: {
  duty: Duty;
  origin: Origin;
  firstOpen: number;
  capacity: number;
}): Sequence {
  return {
    duty,
    origin,
    firstOpen,
    count: 0,
    visits: [],
    trips: [],
    place: new Int32Array(capacity),
    service: new Float64Array(capacity),
    earliest: new Float64Array(capacity),
    latest: new Float64Array(capacity),
    partner: new Int32Array(capacity),
    rideSpan: new Float64Array(capacity),
    seatsTaken: new Int32Array(capacity + 1),
    wheelchairsTaken: new Int32Array(capacity + 1),
    ...workLimits(duty, origin.beganAt),
  };
}

/** A limit from an instant that is known is an instant too, as with riders aboard. */
function workLimits(
  { endsAt, workSecondsMax = Number.POSITIVE_INFINITY }: Duty,
  beganAt: number | undefined,
): Pick<Sequence, "endsAt" | "workSpan"> {
  if (beganAt === undefined) return { endsAt, workSpan: workSecondsMax };
  return { endsAt: Math.min(endsAt, beganAt + workSecondsMax), workSpan: Number.POSITIVE_INFINITY };
}

function originOf({
  duty,
  progress,
  now,
  freeFrom,
}: {
  duty: Duty;
  progress: Progress | undefined;
  now: number;
  freeFrom: number;
}): Origin {
  const place = progress?.place ?? duty.startPlace;
  const freeAt = progress?.freeAt ?? freeFrom;
  const driving = progress?.drivingTo !== undefined;
  const arrivedAt = driving ? progress.arrivedAt : undefined;
  const beganAt = progress && beganAtOf(progress, duty);
  if (driving) return { place, readyAt: freeAt, arrivesFrom: now, arrivedAt, driving, beganAt };
  const readyAt = Math.max(freeAt, now);
  return { place, readyAt, arrivesFrom: readyAt, arrivedAt, driving, beganAt };
}

function beganAtOf({ beganAt, done, drivingTo, freeAt }: Progress, duty: Duty): number | undefined {
  if (beganAt !== undefined) return beganAt;
  if (done.length > 0) return duty.startsAt;
  return drivingTo === undefined ? undefined : freeAt;
}

function boardedAtByTrip(progress: Progress | undefined): Map<string, number> {
  const aboard = new Map<string, number>();
  for (const { tripId, kind, at } of progress?.done ?? []) if (kind === "pickup") aboard.set(tripId, at);
  for (const { tripId, kind } of progress?.done ?? []) if (kind === "dropoff") aboard.delete(tripId);
  return aboard;
}

function append({
  sequence,
  visit,
  trip,
  boardedAt,
}: {
  sequence: Sequence;
  visit: Visit;
  trip: Trip;
  boardedAt: number | undefined;
}): void {
  const k = sequence.count;
  const pickupIndex = sequence.visits.findIndex((v) => v.tripId === visit.tripId && v.kind === "pickup");
  assert(
    visit.kind === "pickup" || boardedAt !== undefined || isAfterPickup({ pickupIndex, dropoffIndex: k }),
    `trip ${trip.id} alights before it boards in duty ${sequence.duty.id}`,
  );
  writeVisit(sequence, k, trip, visit);
  sequence.partner[k] = visit.kind === "dropoff" ? pickupIndex : -1;
  if (visit.kind === "dropoff" && pickupIndex >= 0) sequence.partner[pickupIndex] = k;
  // Someone aboard has a ride that began at a known instant, so its limit is an instant too.
  if (visit.kind === "dropoff" && boardedAt !== undefined)
    sequence.latest[k] = Math.min(trip.dropoff.latest, boardedAt + trip.rideSecondsMax);
  sequence.seatsTaken[k + 1] = sequence.seatsTaken[k]!;
  sequence.wheelchairsTaken[k + 1] = sequence.wheelchairsTaken[k]!;
  sequence.count++;
  take(sequence, k + 1, trip, visit.kind === "pickup" ? 1 : -1);
}

function writeVisit(sequence: Sequence, k: number, trip: Trip, visit: Visit): void {
  const isPickup = visit.kind === "pickup";
  const window = isPickup ? trip.pickup : trip.dropoff;
  sequence.visits[k] = visit;
  sequence.trips[k] = trip;
  sequence.place[k] = isPickup ? trip.pickupPlace : trip.dropoffPlace;
  sequence.service[k] = isPickup ? trip.boardSeconds : trip.alightSeconds;
  sequence.earliest[k] = window.earliest;
  sequence.latest[k] = window.latest;
  sequence.rideSpan[k] = isPickup ? -1 : trip.boardSeconds + trip.rideSecondsMax;
}

/** Whoever boards or alights at this moment takes at least until now; a ride begins when boarding is over. */
function stretchToNow(sequence: Sequence, now: number): void {
  const { origin, service, earliest, partner, rideSpan } = sequence;
  if (origin.arrivedAt === undefined) return;
  const soFar = now - Math.max(origin.arrivedAt, earliest[0]!);
  const more = Math.max(0, soFar - service[0]!);
  service[0] = service[0]! + more;
  const dropoff = rideSpan[0]! < 0 ? partner[0]! : -1;
  if (dropoff >= 0) rideSpan[dropoff] = rideSpan[dropoff]! + more;
}

function take(sequence: Sequence, leg: number, trip: Trip, sign: 1 | -1): void {
  sequence.seatsTaken[leg] = sequence.seatsTaken[leg]! + sign * trip.seats;
  sequence.wheelchairsTaken[leg] = sequence.wheelchairsTaken[leg]! + sign * trip.wheelchairs;
}

/**
 * Writes `base` with one more trip into `target`: its pickup before base visit `pickupBefore`, its drop-off before
 * base visit `dropoffBefore` (≥ `pickupBefore`; equal means directly after the pickup).
 */
export function insertTrip({
  base,
  target,
  trip,
  pickupBefore,
  dropoffBefore,
}: {
  base: Sequence;
  target: Sequence;
  trip: Trip;
  pickupBefore: number;
  dropoffBefore: number;
}): void {
  target.count = 0;
  for (let k = 0; k <= base.count; k++) {
    if (k === pickupBefore) place(target, trip, { tripId: trip.id, kind: "pickup" });
    if (k === dropoffBefore) place(target, trip, { tripId: trip.id, kind: "dropoff" });
    if (k < base.count) copyVisit(base, k, target);
  }
  const pickup = pickupBefore;
  const dropoff = dropoffBefore + 1;
  for (let k = 0; k < target.count; k++) {
    if (k === pickup || k === dropoff) continue;
    const other = target.partner[k]!;
    if (other >= 0)
      target.partner[k] = other + (other >= pickupBefore ? 1 : 0) + (other >= dropoffBefore ? 1 : 0);
  }
  target.partner[pickup] = dropoff;
  target.partner[dropoff] = pickup;
  for (let leg = 0; leg <= target.count; leg++) {
    const from = leg - (leg > pickup ? 1 : 0) - (leg > dropoff ? 1 : 0);
    const rides = leg > pickup && leg <= dropoff ? 1 : 0;
    target.seatsTaken[leg] = base.seatsTaken[from]! + rides * trip.seats;
    target.wheelchairsTaken[leg] = base.wheelchairsTaken[from]! + rides * trip.wheelchairs;
  }
}

function place(target: Sequence, trip: Trip, visit: Visit): void {
  writeVisit(target, target.count, trip, visit);
  target.count++;
}

function copyVisit(base: Sequence, k: number, target: Sequence): void {
  const to = target.count++;
  target.visits[to] = base.visits[k]!;
  target.trips[to] = base.trips[k]!;
  target.place[to] = base.place[k]!;
  target.service[to] = base.service[k]!;
  target.earliest[to] = base.earliest[k]!;
  target.latest[to] = base.latest[k]!;
  target.partner[to] = base.partner[k]!;
  target.rideSpan[to] = base.rideSpan[k]!;
}

/** A sequence that `insertTrip` can write into: the same duty and limits, room for one more trip. */
export function roomForOneMore(base: Sequence): Sequence {
  const empty = emptySequence({
    duty: base.duty,
    origin: base.origin,
    firstOpen: base.firstOpen,
    capacity: base.count + 2,
  });
  return { ...empty, endsAt: base.endsAt, workSpan: base.workSpan };
}

/** A copy of `base` without one trip, neither of whose visits has happened or is being driven to. */
export function withoutTrip(base: Sequence, tripId: string): Sequence {
  const pickup = base.visits.findIndex((visit) => visit.tripId === tripId && visit.kind === "pickup");
  const dropoff = base.partner[pickup] ?? -1;
  assert(pickup >= base.firstOpen && dropoff > pickup, `trip ${tripId} is open in duty ${base.duty.id}`);
  const { seats, wheelchairs } = base.trips[pickup]!;
  const target = roomForOneMore(base);
  const indexIn = (k: number) => k - (k > pickup ? 1 : 0) - (k > dropoff ? 1 : 0);
  for (let k = 0; k <= base.count; k++) {
    if (k === pickup || k === dropoff) continue;
    const rides = pickup < k && k <= dropoff ? 1 : 0;
    target.seatsTaken[indexIn(k)] = base.seatsTaken[k]! - rides * seats;
    target.wheelchairsTaken[indexIn(k)] = base.wheelchairsTaken[k]! - rides * wheelchairs;
    if (k === base.count) continue;
    copyVisit(base, k, target);
    const other = target.partner[indexIn(k)]!;
    if (other >= 0) target.partner[indexIn(k)] = indexIn(other);
  }
  return target;
}
