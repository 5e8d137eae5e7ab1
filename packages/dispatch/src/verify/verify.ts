import type { Closure, Duty, Plan, Problem, Progress, Trip, Visit } from "../problem.ts";
import type { Schedule } from "../schedule.ts";
import { arrivalOf } from "./driving.ts";
import { scheduleViolations } from "./given-times.ts";
import { loadViolations } from "./loads.ts";
import { projectionOf, timeViolations } from "./possible-times.ts";
import type { Violation } from "./violation.ts";

/**
 * Checks a plan, and the times given to it, against every rule from scratch. Shares no code with the search, reads
 * travel times by itself and solves the time rules from the other side, so that one mistake cannot hide in both.
 *
 * Needs a problem in which `checkProblem` finds nothing; the plan and the schedule may be anything.
 *
 * @param since  the plan before the change that is being judged: where what really happened had already made it late,
 *   the new plan must not be later; without it every promise must be kept as it was given. Trips that it does not hold
 *   are new and keep away from closed places; without it no trip is new, with an empty plan all are
 * @param schedule  times to check visit by visit, as `schedule` gives them or as somebody changed them
 * @returns what is wrong, in no particular order; empty means: can be driven, nobody forgotten, every promise kept
 */
export function verify({
  problem,
  plan,
  since,
  schedule,
}: {
  problem: Problem;
  plan: Plan;
  since?: Plan | undefined;
  schedule?: Schedule | undefined;
}): Violation[] {
  const structure = [...structureViolations(problem, plan)];
  if (structure.length > 0) return structure; // times and loads of a plan without shape mean nothing
  const known = since && new Set(since.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  const isNew = (tripId: string) => known !== undefined && !known.has(tripId);
  return problem.duties.flatMap((duty) => {
    const ahead = aheadOf({ problem, plan, duty, isNew });
    const before = since && aheadOf({ problem, plan: since, duty, isNew });
    const given = schedule?.duties.find(({ dutyId }) => dutyId === duty.id);
    return [
      ...pinViolations(ahead),
      ...loadViolations(ahead),
      ...timeViolations(ahead, before),
      ...(schedule === undefined ? [] : scheduleViolations({ ahead, before, given })),
    ];
  });
}

/** One duty as far as it is still ahead: what all time and load checks read. */
export interface Ahead {
  readonly problem: Problem;
  readonly duty: Duty;
  readonly place: number;
  readonly freeAt: number;
  readonly driving: boolean;
  readonly arrivedAt: number | undefined;
  /** When the driver's work began; undefined while the vehicle has not left its start place. */
  readonly beganAt: number | undefined;
  readonly aboard: readonly { readonly trip: Trip; readonly boardedAt: number }[];
  readonly visits: readonly VisitAhead[];
}

export interface VisitAhead {
  readonly kind: Visit["kind"];
  readonly trip: Trip;
  /** Boarding or alighting; longer than the trip says while it is going on and will not end. */
  readonly service: number;
  /** When the place is closed to this visit, in order of time; never for a trip promised before. */
  readonly closed: readonly Closure[];
}

function aheadOf({
  problem,
  plan,
  duty,
  isNew,
}: {
  problem: Problem;
  plan: Plan;
  duty: Duty;
  isNew: (tripId: string) => boolean;
}): Ahead {
  const progress = problem.progress.find(({ dutyId }) => dutyId === duty.id);
  const done = progress?.done ?? [];
  const isDone = ({ tripId, kind }: Visit) =>
    done.some((past) => past.tripId === tripId && past.kind === kind);
  const tripOf = (id: string) => problem.trips.find((trip) => trip.id === id);
  return {
    problem,
    duty,
    place: progress ? progress.place : duty.startPlace,
    freeAt: progress ? progress.freeAt : freeFrom({ problem, plan, duty, isNew }),
    driving: progress?.drivingTo !== undefined,
    arrivedAt: progress?.drivingTo && progress.arrivedAt,
    beganAt: progress && beganAt(progress, duty),
    aboard: ridersAboard(problem, done),
    visits: plan.routes
      .filter(({ dutyId }) => dutyId === duty.id)
      .flatMap(({ visits }) => visits)
      .filter((visit) => !isDone(visit))
      .flatMap(({ kind, tripId }, k) => {
        const trip = tripOf(tripId);
        if (trip === undefined) return [];
        const place = kind === "pickup" ? trip.pickupPlace : trip.dropoffPlace;
        const closed = isNew(tripId) ? closuresOf(problem, place) : [];
        const standsThere = k === 0 && progress?.drivingTo !== undefined ? progress.arrivedAt : undefined;
        return [{ kind, trip, service: serviceOf(trip, kind, { standsThere, now: problem.now }), closed }];
      }),
  };
}

function ridersAboard({ trips }: Problem, done: Progress["done"]): Ahead["aboard"] {
  const isOut = (id: string) => done.some(({ tripId, kind }) => tripId === id && kind === "dropoff");
  return done
    .filter(({ tripId, kind }) => kind === "pickup" && !isOut(tripId))
    .flatMap(({ tripId, at }) =>
      trips.filter(({ id }) => id === tripId).map((trip) => ({ trip, boardedAt: at })),
    );
}

/** Boarding or alighting as the trip says, or until now when it goes on and has lasted longer. */
function serviceOf(
  trip: Trip,
  kind: Visit["kind"],
  { standsThere, now }: { readonly standsThere: number | undefined; readonly now: number },
): number {
  const service = kind === "pickup" ? trip.boardSeconds : trip.alightSeconds;
  if (standsThere === undefined) return service;
  return Math.max(service, now - Math.max(standsThere, trip[kind].earliest));
}

function closuresOf({ closures = [] }: Problem, place: number): Closure[] {
  return closures.filter((closure) => closure.place === place).sort((a, b) => a.from - b.from);
}

function beganAt(progress: Progress, duty: Duty): number | undefined {
  const isOut = progress.done.length > 0 || progress.drivingTo !== undefined;
  if (progress.beganAt !== undefined || !isOut) return progress.beganAt;
  return progress.done.length > 0 ? duty.startsAt : progress.freeAt;
}

/** A duty that nothing is known of begins when its vehicle is back from the duty before it. */
function freeFrom(question: Parameters<typeof aheadOf>[0]): number {
  const { problem, duty } = question;
  const order = problem.duties.filter(({ vehicleId }) => vehicleId === duty.vehicleId);
  order.sort((a, b) => a.startsAt - b.startsAt);
  const previous = order[order.indexOf(duty) - 1];
  if (previous === undefined) return duty.startsAt;
  const ahead = aheadOf({ ...question, duty: previous });
  const times = problem.travelTimes;
  const back =
    ahead.visits.length > 0
      ? projectionOf(ahead).endsAt
      : arrivalOf(times, { from: ahead.place, to: previous.endPlace, leaves: ahead.freeAt });
  const there = arrivalOf(times, { from: previous.endPlace, to: duty.startPlace, leaves: back });
  return Math.max(duty.startsAt, there);
}

function* pinViolations({ duty, visits }: Ahead): Generator<Violation> {
  for (const { trip, kind } of visits)
    if (kind === "pickup" && trip.onlyDuty !== undefined && trip.onlyDuty !== duty.id)
      yield { kind: "other-duty", dutyId: duty.id, tripId: trip.id };
}

function* structureViolations(problem: Problem, plan: Plan): Generator<Violation> {
  const seen = new Set<string>();
  for (const { dutyId } of plan.routes) {
    if (!problem.duties.some(({ id }) => id === dutyId)) yield { kind: "unknown-duty", dutyId };
    if (seen.has(dutyId)) yield { kind: "two-routes-for-one-duty", dutyId };
    seen.add(dutyId);
  }
  const known = new Set(problem.trips.map(({ id }) => id));
  for (const { dutyId, visits } of plan.routes)
    for (const { tripId } of visits) if (!known.has(tripId)) yield { kind: "unknown-trip", dutyId, tripId };
  for (const { id } of problem.trips) yield* tripViolations(problem, plan, id);
  for (const { dutyId, drivingTo, done } of problem.progress) {
    if (drivingTo === undefined) continue;
    const visits = plan.routes.find((route) => route.dutyId === dutyId)?.visits ?? [];
    const next = visits.find(
      ({ tripId, kind }) => !done.some((past) => past.tripId === tripId && past.kind === kind),
    );
    if (next?.tripId !== drivingTo.tripId || next.kind !== drivingTo.kind)
      yield { kind: "not-driving-to-the-next-visit", dutyId, tripId: drivingTo.tripId };
  }
}

/** A trip is in one duty: boarded once, then alighted once, in the past or in the plan. */
function* tripViolations(problem: Problem, plan: Plan, tripId: string): Generator<Violation> {
  const events: { readonly dutyId: string; readonly kind: Visit["kind"] }[] = [];
  const isPast = (visit: Visit) =>
    problem.progress.some(({ done }) =>
      done.some((past) => past.tripId === visit.tripId && past.kind === visit.kind),
    );
  for (const { dutyId, done } of problem.progress)
    for (const visit of done) if (visit.tripId === tripId) events.push({ dutyId, kind: visit.kind });
  for (const { dutyId, visits } of plan.routes)
    for (const visit of visits)
      if (visit.tripId === tripId && !isPast(visit)) events.push({ dutyId, kind: visit.kind });
  const pickups = events.filter(({ kind }) => kind === "pickup");
  const dropoffs = events.filter(({ kind }) => kind === "dropoff");
  if (events.length === 0) yield { kind: "trip-not-planned", tripId };
  else if (pickups.length === 0) yield { kind: "pickup-missing", tripId };
  else if (dropoffs.length === 0) yield { kind: "dropoff-missing", tripId };
  if (pickups.length > 1 || dropoffs.length > 1) yield { kind: "visited-twice", tripId };
  if (new Set(events.map(({ dutyId }) => dutyId)).size > 1)
    yield { kind: "two-vehicles-for-one-trip", tripId };
  if (pickups.length > 0 && dropoffs.length > 0 && events.findIndex(({ kind }) => kind === "dropoff") === 0)
    yield { kind: "dropoff-before-pickup", tripId };
}
