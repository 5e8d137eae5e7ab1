import { arrivalOf, departureOf } from "./driving.ts";
import type { Ahead } from "./verify.ts";
import type { Violation } from "./violation.ts";

/** Upper limits: what was promised, or what was projected before the change where that is already later. */
export interface Limits {
  readonly latest: readonly number[];
  /** Per visit ahead: for a drop-off the longest ride, from the end of boarding. Unused for pickups. */
  readonly ride: readonly number[];
  readonly endsAt: number;
}

/** Does any schedule keep every rule about time? If not: what breaks when the vehicle drives on as planned. */
export function timeViolations(ahead: Ahead, before: Ahead | undefined): Violation[] {
  const limits = limitsOf(ahead, before);
  if (someTimesExist(ahead, limits)) return [];
  const { starts, endsAt } = projectionOf(ahead);
  const broken = [...limitViolations({ ahead, limits, starts, endsAt })];
  return broken.length > 0 ? broken : [{ kind: "no-times-exist", dutyId: ahead.duty.id }];
}

export function limitsOf(ahead: Ahead, before: Ahead | undefined): Limits {
  const latest = ahead.visits.map(({ kind, trip }) => trip[kind].latest);
  const ride = ahead.visits.map(({ trip }) => trip.rideSecondsMax);
  let endsAt = ahead.duty.endsAt;
  if (before === undefined || someTimesExist(before, limitsOf(before, undefined)))
    return { latest, ride, endsAt };
  const was = projectionOf(before);
  for (const [k, { kind, trip }] of ahead.visits.entries()) {
    const then = before.visits.findIndex((visit) => visit.kind === kind && visit.trip.id === trip.id);
    if (then < 0) continue;
    latest[k] = Math.max(latest[k]!, was.starts[then]!);
    if (kind === "dropoff")
      ride[k] = Math.max(ride[k]!, was.starts[then]! - boardedAt(before, was.starts, then));
  }
  endsAt = Math.max(endsAt, was.endsAt);
  return { latest, ride, endsAt };
}

/** Every limit that given times break. */
export function* limitViolations({
  ahead,
  limits,
  starts,
  endsAt,
}: {
  ahead: Ahead;
  limits: Limits;
  starts: readonly number[];
  endsAt: number;
}): Generator<Violation> {
  const dutyId = ahead.duty.id;
  for (const [k, { kind, trip }] of ahead.visits.entries()) {
    const tripId = trip.id;
    const late = starts[k]! - limits.latest[k]!;
    if (late > 0) yield { kind: `${kind}-too-late`, dutyId, tripId, seconds: late };
    const early = trip[kind].earliest - starts[k]!;
    if (early > 0) yield { kind: `${kind}-too-early`, dutyId, tripId, seconds: early };
    if (kind === "pickup") continue;
    const over = starts[k]! - boardedAt(ahead, starts, k) - limits.ride[k]!;
    if (over > 0) yield { kind: "ride-too-long", dutyId, tripId, seconds: over };
  }
  if (endsAt > limits.endsAt) yield { kind: "duty-ends-before", dutyId, seconds: endsAt - limits.endsAt };
}

/**
 * Walks down from the latest instants: each pass lowers every visit to what the visits behind it and its rider's
 * limit allow, all from the values of the pass before, until nothing moves (times exist if the first visit can then
 * still be reached) or a visit falls below its opening.
 */
function someTimesExist(ahead: Ahead, limits: Limits): boolean {
  const { visits, duty, problem } = ahead;
  const { travelTimes } = problem;
  if (visits.length === 0) return backAt(ahead, []) <= limits.endsAt;
  if (ridesImpossible(ahead, limits).length > 0) return false;
  let now = limits.latest.slice();
  for (;;) {
    const next = now.map((value, k) => {
      const { kind, service } = visits[k]!;
      const then = visits[k + 1];
      const leg = {
        from: placeOf(ahead, k),
        to: then === undefined ? duty.endPlace : placeOf(ahead, k + 1),
        arrivesBy: then === undefined ? limits.endsAt : now[k + 1]!,
      };
      const inTime = departureOf(travelTimes, leg) - service;
      const boarded = kind === "dropoff" ? boardedAt(ahead, now, k) : Number.POSITIVE_INFINITY;
      return Math.min(value, inTime, boarded + limits.ride[k]!);
    });
    if (next.some((value, k) => value < visits[k]!.trip[visits[k]!.kind].earliest)) return false;
    if (next.every((value, k) => value === now[k])) return next[0]! >= reachesFirstAt(ahead);
    now = next;
  }
}

/**
 * What happens if the vehicle drives on: waits for openings, keeps ride limits by fetching riders later, whatever the
 * latest instants say. Limits that the road alone breaks are given up for those riders; all of them when nothing is
 * found within two days of the duty's end.
 */
export function projectionOf(ahead: Ahead): { starts: number[]; endsAt: number } {
  const own = { latest: [], ride: ahead.visits.map(({ trip }) => trip.rideSecondsMax), endsAt: 0 };
  const impossible = new Set(ridesImpossible(ahead, own));
  const starts =
    (impossible.size === 0 ? climb(ahead, () => true) : climb(ahead, (k) => !impossible.has(k))) ??
    climb(ahead, () => false)!;
  return { starts, endsAt: backAt(ahead, starts) };
}

function climb(ahead: Ahead, keepsRide: (k: number) => boolean): number[] | undefined {
  const { visits } = ahead;
  const opens = visits.map(({ kind, trip }) => trip[kind].earliest);
  const horizon = Math.max(ahead.duty.endsAt, ahead.problem.now, ahead.freeAt, ...opens) + 2 * 86_400;
  const starts = opens.slice();
  const anyRide = visits.some((_, k) => keepsRide(k));
  for (let moved = true; moved; ) {
    moved = false;
    for (const [k, { kind, trip }] of visits.entries()) {
      const arrival =
        k === 0 ? reachesFirstAt(ahead) : drive(ahead, k - 1, starts[k - 1]!, placeOf(ahead, k));
      if (arrival > starts[k]!) [starts[k], moved] = [arrival, true];
      if (kind === "pickup" || !keepsRide(k)) continue;
      const pickup = pickupOf(ahead, k);
      if (pickup < 0) continue;
      const needed = starts[k]! - trip.rideSecondsMax - visits[pickup]!.service;
      if (needed > starts[pickup]!) [starts[pickup], moved] = [needed, true];
    }
    if (anyRide && starts.some((start) => start > horizon)) return undefined;
  }
  return starts;
}

/** Drop-offs whose ride is over its limit even when nobody ever waits and the road is at its fastest. */
function ridesImpossible(ahead: Ahead, limits: Limits): number[] {
  const { visits, problem } = ahead;
  const { placeCount, seconds, pace = [] } = problem.travelTimes;
  const leaves = ahead.driving ? ahead.freeAt : Math.max(ahead.freeAt, problem.now);
  const rates = [1_000_000, ...pace.map(({ permille }) => Math.ceil(1_000_000_000 / permille))];
  const fastest = Math.max(
    ...rates.filter((_, k) => (pace[k]?.startsAt ?? Number.POSITIVE_INFINITY) > leaves),
  );
  return visits.flatMap(({ kind }, k) => {
    const pickup = kind === "dropoff" ? pickupOf(ahead, k) : -1;
    if (pickup < 0) return [];
    let ride = -visits[pickup]!.service;
    for (let at = pickup; at < k; at++) {
      const free = seconds[placeOf(ahead, at) * placeCount + placeOf(ahead, at + 1)]!;
      ride += visits[at]!.service + Math.ceil((free * 1_000_000) / fastest);
    }
    return ride > limits.ride[k]! ? [k] : [];
  });
}

function placeOf({ visits }: Ahead, k: number): number {
  const { kind, trip } = visits[k]!;
  return kind === "pickup" ? trip.pickupPlace : trip.dropoffPlace;
}

function pickupOf({ visits }: Ahead, dropoff: number): number {
  const { id } = visits[dropoff]!.trip;
  return visits.findIndex(({ kind, trip }) => kind === "pickup" && trip.id === id);
}

/** When the rider of this drop-off is (was) seated. */
export function boardedAt(ahead: Ahead, starts: readonly number[], dropoff: number): number {
  const { trip } = ahead.visits[dropoff]!;
  const pickup = pickupOf(ahead, dropoff);
  if (pickup >= 0) return starts[pickup]! + ahead.visits[pickup]!.service;
  return ahead.aboard.find((rider) => rider.trip.id === trip.id)!.boardedAt;
}

export function reachesFirstAt(ahead: Ahead): number {
  const { place: from, freeAt, driving, arrivedAt, problem } = ahead;
  if (arrivedAt !== undefined) return arrivedAt;
  const to = placeOf(ahead, 0);
  const leaves = driving ? freeAt : Math.max(freeAt, problem.now);
  return Math.max(problem.now, arrivalOf(problem.travelTimes, { from, to, leaves }));
}

export function drive(ahead: Ahead, k: number, start: number, to: number): number {
  const leaves = start + ahead.visits[k]!.service;
  return arrivalOf(ahead.problem.travelTimes, { from: placeOf(ahead, k), to, leaves });
}

function backAt(ahead: Ahead, starts: readonly number[]): number {
  const { visits, duty, place, freeAt, problem } = ahead;
  const last = visits.length - 1;
  if (last >= 0) return drive(ahead, last, starts[last]!, duty.endPlace);
  const leaves = Math.max(freeAt, problem.now);
  return arrivalOf(problem.travelTimes, { from: place, to: duty.endPlace, leaves });
}
