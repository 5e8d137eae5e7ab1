import type { Closure } from "../problem.ts";
import { arrivalOf, departureOf } from "./driving.ts";
import type { Ahead } from "./verify.ts";
import type { Violation } from "./violation.ts";

/** Upper limits: what was promised, or what was projected before the change where that is already later. */
export interface Limits {
  readonly latest: readonly number[];
  /** Per visit ahead: for a drop-off the longest ride, from the end of boarding. Unused for pickups. */
  readonly ride: readonly number[];
  readonly endsAt: number;
  /** The longest work, from leaving the start place. */
  readonly work: number;
}

/** Does any schedule keep every rule about time? If not: what breaks when the vehicle drives on as planned. */
export function timeViolations(ahead: Ahead, before: Ahead | undefined): Violation[] {
  const limits = limitsOf(ahead, before);
  if (someTimesExist(ahead, limits)) return [];
  const { starts, endsAt } = projectionOf(ahead);
  const left = leftAt(ahead, starts);
  const broken = [...limitViolations({ ahead, limits, starts, left, endsAt })];
  return broken.length > 0 ? broken : [{ kind: "no-times-exist", dutyId: ahead.duty.id }];
}

export function limitsOf(ahead: Ahead, before: Ahead | undefined): Limits {
  const latest = ahead.visits.map(({ kind, trip }) => trip[kind].latest);
  const ride = ahead.visits.map(({ trip }) => trip.rideSecondsMax);
  const { endsAt, workSecondsMax: work = Number.POSITIVE_INFINITY } = ahead.duty;
  if (before === undefined || someTimesExist(before, limitsOf(before, undefined)))
    return { latest, ride, endsAt, work };
  const was = projectionOf(before);
  for (const [k, { kind, trip }] of ahead.visits.entries()) {
    const then = before.visits.findIndex((visit) => visit.kind === kind && visit.trip.id === trip.id);
    if (then < 0) continue;
    latest[k] = Math.max(latest[k]!, was.starts[then]!);
    if (kind === "dropoff")
      ride[k] = Math.max(ride[k]!, was.starts[then]! - boardedAt(before, was.starts, then));
  }
  const worked = was.endsAt - leftAt(before, was.starts);
  return { latest, ride, endsAt: Math.max(endsAt, was.endsAt), work: Math.max(work, worked) };
}

/** Every limit that given times break. */
export function* limitViolations({
  ahead,
  limits,
  starts,
  left,
  endsAt,
}: {
  ahead: Ahead;
  limits: Limits;
  starts: readonly number[];
  left: number;
  endsAt: number;
}): Generator<Violation> {
  const dutyId = ahead.duty.id;
  for (const [k, { kind, trip, closed }] of ahead.visits.entries()) {
    const tripId = trip.id;
    const shut = opensAfter(closed, starts[k]!) - starts[k]!;
    if (shut > 0) yield { kind: "stop-closed", dutyId, tripId, seconds: shut };
    const late = starts[k]! - limits.latest[k]!;
    if (late > 0) yield { kind: `${kind}-too-late`, dutyId, tripId, seconds: late };
    const early = trip[kind].earliest - starts[k]!;
    if (early > 0) yield { kind: `${kind}-too-early`, dutyId, tripId, seconds: early };
    if (kind === "pickup") continue;
    const over = starts[k]! - boardedAt(ahead, starts, k) - limits.ride[k]!;
    if (over > 0) yield { kind: "ride-too-long", dutyId, tripId, seconds: over };
  }
  if (endsAt > limits.endsAt) yield { kind: "duty-ends-before", dutyId, seconds: endsAt - limits.endsAt };
  const isAtWork = ahead.visits.length > 0 || ahead.beganAt !== undefined;
  const overwork = isAtWork ? endsAt - left - limits.work : 0;
  if (overwork > 0) yield { kind: "work-too-long", dutyId, seconds: overwork };
}

/** When the driver's work began, or begins when the first visit begins as given. */
function leftAt(ahead: Ahead, starts: readonly number[]): number {
  const { beganAt, place, freeAt, problem, visits } = ahead;
  if (beganAt !== undefined) return beganAt;
  const ready = Math.max(freeAt, problem.now);
  if (visits.length === 0) return ready;
  const first = { from: place, to: placeOf(ahead, 0), arrivesBy: starts[0]! };
  return Math.max(ready, departureOf(problem.travelTimes, first));
}

/** The first instant from `at` on at which the place is open. */
function opensAfter(closed: readonly Closure[], at: number): number {
  let opens = at;
  for (const { from, until } of closed) if (from <= opens && opens < until) opens = until;
  return opens;
}

/** The last instant up to `at` at which the place is open. */
function openUntil(closed: readonly Closure[], at: number): number {
  let open = at;
  for (const { from, until } of closed.toReversed()) if (from <= open && open < until) open = from - 1;
  return open;
}

/**
 * Walks down from the latest instants: each pass lowers every visit to what the visits behind it and its rider's
 * limit allow, all from the values of the pass before, until nothing moves (times exist if the first visit can then
 * still be reached) or a visit falls below its opening. Being back is held to the longest work after leaving.
 */
function someTimesExist(ahead: Ahead, limits: Limits): boolean {
  const { visits, duty, problem } = ahead;
  const { travelTimes } = problem;
  if (visits.length === 0) {
    const until = ahead.beganAt === undefined ? limits.endsAt : ahead.beganAt + limits.work;
    return backAt(ahead, []) <= Math.min(limits.endsAt, until);
  }
  if (ridesImpossible(ahead, limits.ride).length > 0 || leastWork(ahead) > limits.work) return false;
  let now = limits.latest.slice();
  for (;;) {
    const leaves =
      ahead.beganAt ??
      departureOf(travelTimes, { from: ahead.place, to: placeOf(ahead, 0), arrivesBy: now[0]! });
    const backBy = Math.min(limits.endsAt, leaves + limits.work);
    const next = now.map((value, k) => {
      const { kind, service, closed } = visits[k]!;
      const then = visits[k + 1];
      const leg = {
        from: placeOf(ahead, k),
        to: then === undefined ? duty.endPlace : placeOf(ahead, k + 1),
        arrivesBy: then === undefined ? backBy : now[k + 1]!,
      };
      const inTime = departureOf(travelTimes, leg) - service;
      const boarded = kind === "dropoff" ? boardedAt(ahead, now, k) : Number.POSITIVE_INFINITY;
      return openUntil(closed, Math.min(value, inTime, boarded + limits.ride[k]!));
    });
    if (next.some((value, k) => value < visits[k]!.trip[visits[k]!.kind].earliest)) return false;
    if (next.every((value, k) => value === now[k])) return next[0]! >= reachesFirstAt(ahead);
    now = next;
  }
}

/**
 * What happens if the vehicle drives on: waits for openings, keeps ride limits by fetching riders later, whatever the
 * latest instants and closures say. Limits that the road alone breaks are given up for those riders; all of them when nothing is
 * found within two days of the duty's end.
 */
export function projectionOf(ahead: Ahead): { starts: number[]; endsAt: number } {
  const ride = ahead.visits.map(({ trip }) => trip.rideSecondsMax);
  const impossible = new Set(ridesImpossible(ahead, ride));
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
function ridesImpossible(ahead: Ahead, ride: readonly number[]): number[] {
  const { visits } = ahead;
  return visits.flatMap(({ kind }, k) => {
    const pickup = kind === "dropoff" ? pickupOf(ahead, k) : -1;
    if (pickup < 0) return [];
    return leastBetween(ahead, pickup, k) - visits[pickup]!.service > ride[k]! ? [k] : [];
  });
}

/** The least work of a vehicle that has not left yet: when nobody ever waits and the road is at its fastest. */
function leastWork(ahead: Ahead): number {
  const { visits, place, duty, beganAt } = ahead;
  if (beganAt !== undefined) return 0;
  const last = visits.length - 1;
  const out = fastest(ahead, { from: place, to: placeOf(ahead, 0) });
  const home = fastest(ahead, { from: placeOf(ahead, last), to: duty.endPlace });
  return out + leastBetween(ahead, 0, last) + visits[last]!.service + home;
}

/** The least seconds from the beginning of one visit to the beginning of a later one. */
function leastBetween(ahead: Ahead, first: number, last: number): number {
  let sum = 0;
  for (let at = first; at < last; at++)
    sum +=
      ahead.visits[at]!.service + fastest(ahead, { from: placeOf(ahead, at), to: placeOf(ahead, at + 1) });
  return sum;
}

/** A leg at the fastest pace that is still to come. */
function fastest(
  { problem, driving, freeAt }: Ahead,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const { placeCount, seconds, pace = [] } = problem.travelTimes;
  const leaves = driving ? freeAt : Math.max(freeAt, problem.now);
  const rates = [1_000_000, ...pace.map(({ permille }) => Math.ceil(1_000_000_000 / permille))];
  const best = Math.max(...rates.filter((_, k) => (pace[k]?.startsAt ?? Number.POSITIVE_INFINITY) > leaves));
  return Math.ceil((seconds[from * placeCount + to]! * 1_000_000) / best);
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
