import { firstArrival } from "../earliest-starts.ts";
import { openTrips, openTripsOrLate } from "../open-trips.ts";
import type { Closure, Duty, Plan, Problem, Progress, Trip, Visit } from "../problem.ts";
import { project } from "../projection.ts";
import { remove } from "../remove.ts";
import { timesOf } from "../schedule.ts";
import { openVisits, type Sequence, visitKey } from "../sequence.ts";
import { sequencesOf } from "../sequences.ts";
import { legsOf } from "../travel-times.ts";
import type { Happening } from "./happening.ts";

/** A rider who has lost her place in the plan. */
export interface Homeless {
  /** The trip as it may be placed again; several where closures lie inside its windows, past them where one covers them. */
  readonly choices: readonly Trip[];
  /** As it was promised. */
  readonly trip: Trip;
  readonly fromDutyId: string;
  readonly because: LostBecause;
}

/** `displaced`: taken out for others, whom it would have cost more to leave. */
export type LostBecause = "out-of-service" | "stop-closed" | "displaced";

/** Riders who sit in a vehicle that cannot go on and need another one, from where it stands. */
export interface Transfer {
  readonly tripId: string;
  readonly fromDutyId: string;
  readonly place: number;
}

/** Somebody whose stop is closed when she will be there, and whom only a call can help: aboard, or driven to. */
export interface AtClosedStop {
  readonly tripId: string;
  readonly dutyId: string;
  readonly place: number;
}

/** The day after what happened, before anybody has planned anew. */
export interface Aftermath {
  readonly problem: Problem;
  /** What is left of the plan; every visit in its old order. */
  readonly plan: Plan;
  readonly homeless: readonly Homeless[];
  /** No-shows, and the breaks of drivers whose vehicle is out of service. */
  readonly dropped: readonly string[];
  readonly transfers: readonly Transfer[];
  readonly atClosedStop: readonly AtClosedStop[];
}

/** Carries out what happened. The order in which it is told does not matter. */
export function aftermathOf({
  problem,
  plan,
  happenings,
}: {
  problem: Problem;
  plan: Plan;
  happenings: readonly Happening[];
}): Aftermath {
  let day: Aftermath = { problem, plan, homeless: [], dropped: [], transfers: [], atClosedStop: [] };
  for (const happening of of(happenings, "no-show")) day = didNotCome(day, happening.tripId);
  for (const happening of of(happenings, "out-of-service")) day = outOfService(day, happening);
  for (const happening of of(happenings, "late")) day = late(day, happening);
  for (const happening of of(happenings, "stop-closed")) day = closed(day, happening.closure);
  return { ...day, homeless: day.homeless.map((rider) => keptOut(rider, day.problem)) };
}

/** Whoever is placed anew boards and alights nowhere that is closed, whenever that was told. */
function keptOut(rider: Homeless, { closures = [] }: Problem): Homeless {
  return { ...rider, choices: rider.choices.flatMap((trip) => openTripsOrLate(trip, closures)) };
}

function of<K extends Happening["kind"]>(
  happenings: readonly Happening[],
  kind: K,
): Extract<Happening, { kind: K }>[] {
  return happenings.filter((one): one is Extract<Happening, { kind: K }> => one.kind === kind);
}

/** A vehicle on its way to her is taken to reach her stop first: that is where it learns that she is not there. */
function didNotCome(day: Aftermath, tripId: string): Aftermath {
  const { problem, plan } = day;
  if (!problem.trips.some(({ id }) => id === tripId)) return day;
  const goingThere = problem.progress.find(({ drivingTo }) => drivingTo?.tripId === tripId);
  const progress = problem.progress.map((one) => (one === goingThere ? freedAtStop(day, one) : one));
  const trips = problem.trips.filter(({ id }) => id !== tripId);
  return {
    ...day,
    problem: { ...problem, trips, progress },
    plan: remove({ plan, tripId }),
    dropped: [...day.dropped, tripId],
  };
}

function freedAtStop({ problem, plan }: Aftermath, progress: Progress): Progress {
  const sequence = sequenceOfDuty(problem, plan, progress.dutyId);
  const freeAt = Math.max(problem.now, firstArrival(sequence, legsOf(problem.travelTimes)));
  const { dutyId, done } = progress;
  return { dutyId, place: sequence.place[0]!, freeAt, done, beganAt: sequence.origin.beganAt };
}

const LAST_INSTANT = 2 ** 31 - 1;

type OutOfService = Extract<Happening, { kind: "out-of-service" }>;

function outOfService(day: Aftermath, happening: OutOfService): Aftermath {
  const { problem } = day;
  const duty = problem.duties.find(({ id }) => id === happening.dutyId)!;
  if (happening.from >= duty.endsAt) return day;
  return happening.from <= Math.max(problem.now, duty.startsAt)
    ? stopsNow(day, duty, happening)
    : endsEarly(day, duty, happening.from);
}

/** From now on the vehicle takes nobody; whoever is aboard waits where it stands. */
function stopsNow(day: Aftermath, duty: Duty, happening: OutOfService): Aftermath {
  const { problem, plan } = day;
  const { origin, place, visits } = sequenceOfDuty(problem, plan, duty.id);
  const stands = happening.place ?? (origin.arrivedAt === undefined ? origin.place : place[0]!);
  const done = problem.progress.find(({ dutyId }) => dutyId === duty.id)?.done ?? [];
  const openIds = new Set(visits.map(({ tripId }) => tripId));
  const isOpen = ({ tripId }: Visit) => openIds.has(tripId);
  const open = problem.trips.filter(({ id }) => openIds.has(id));
  const isBreak = (trip: Trip) => trip.onlyDuty === duty.id && trip.pickupPlace === trip.dropoffPlace;
  const lost = open
    .filter((trip) => !isBreak(trip))
    .map((trip) => lostPlace({ trip, done, stands, problem }));
  const aboard = done.filter((visit) => visit.kind === "pickup" && isOpen(visit));
  const route = plan.routes.find(({ dutyId }) => dutyId === duty.id)?.visits ?? [];
  const fromDutyId = duty.id;
  const still: Progress = {
    dutyId: duty.id,
    place: stands,
    freeAt: Math.max(origin.readyAt, problem.now),
    done: done.filter((visit) => !isOpen(visit)),
    beganAt: origin.beganAt,
  };
  return {
    ...day,
    problem: withUselessDuty(
      { ...problem, trips: problem.trips.filter(({ id }) => !openIds.has(id)) },
      still,
    ),
    plan: withRoute(
      plan,
      duty.id,
      route.filter((visit) => !isOpen(visit)),
    ),
    homeless: [...day.homeless, ...lost.map((trip) => outOfDuty(trip, fromDutyId))],
    dropped: [...day.dropped, ...open.filter(isBreak).map(({ id }) => id)],
    transfers: [...day.transfers, ...aboard.map(({ tripId }) => ({ tripId, fromDutyId, place: stands }))],
  };
}

function outOfDuty(trip: Trip, fromDutyId: string): Homeless {
  return { trip, choices: [trip], fromDutyId, because: "out-of-service" };
}

/** The duty stays known, without a seat to sell, and nothing is late for its standing where it does. */
function withUselessDuty(problem: Problem, still: Progress): Problem {
  const legs = legsOf(problem.travelTimes);
  const useless = (duty: Duty): Duty => {
    const home = legs.arrival(still.place, duty.endPlace, still.freeAt);
    const endsAt = Math.min(LAST_INSTANT, Math.max(duty.endsAt, home));
    return { ...duty, seats: 0, wheelchairPlaces: 0, workSecondsMax: undefined, endsAt };
  };
  return {
    ...problem,
    duties: problem.duties.map((duty) => (duty.id === still.dutyId ? useless(duty) : duty)),
    progress: [...problem.progress.filter(({ dutyId }) => dutyId !== still.dutyId), still],
  };
}

/** A rider aboard keeps her arrival and her longest ride, counted from when she boarded, as one deadline. */
function lostPlace({
  trip,
  done,
  stands,
  problem,
}: {
  trip: Trip;
  done: Progress["done"];
  stands: number;
  problem: Problem;
}): Trip {
  const boarded = done.find(({ tripId, kind }) => tripId === trip.id && kind === "pickup");
  if (boarded === undefined) return trip;
  const by = Math.min(trip.dropoff.latest, boarded.at + trip.rideSecondsMax);
  return {
    ...trip,
    pickupPlace: stands,
    pickup: { earliest: problem.now, latest: Math.max(problem.now, by) },
    dropoff: { earliest: trip.dropoff.earliest, latest: Math.max(trip.dropoff.earliest, by) },
    onlyDuty: undefined,
  };
}

/** The duty is shorter: those who come last lose their place until it is back in time. */
function endsEarly(day: Aftermath, duty: Duty, from: number): Aftermath {
  const duties = day.problem.duties.map((one) => (one === duty ? { ...duty, endsAt: from } : one));
  let next: Aftermath = { ...day, problem: { ...day.problem, duties } };
  const legs = legsOf(day.problem.travelTimes);
  for (;;) {
    const sequence = sequenceOfDuty(next.problem, next.plan, duty.id);
    if (sequence.count === 0 || project(sequence, legs).endsAt <= from) return next;
    const last = sequence.visits.findLastIndex((_, k) => isMovable(sequence, k));
    if (last < 0) return next;
    const trip = sequence.trips[last]!;
    next = loses(next, outOfDuty(trip, duty.id));
  }
}

function loses(day: Aftermath, homeless: Homeless): Aftermath {
  const { problem, plan } = day;
  const { id } = homeless.trip;
  return {
    ...day,
    problem: { ...problem, trips: problem.trips.filter((trip) => trip.id !== id) },
    plan: remove({ plan, tripId: id }),
    homeless: [...day.homeless, homeless],
  };
}

/** Neither aboard nor being driven to: the trip of this visit may still go elsewhere. */
export function isMovable({ partner, rideSpan, firstOpen }: Sequence, k: number): boolean {
  const pickup = rideSpan[k]! < 0 ? k : partner[k]!;
  return pickup >= firstOpen;
}

function late(day: Aftermath, { dutyId, seconds }: { dutyId: string; seconds: number }): Aftermath {
  const { problem, plan } = day;
  const sequence = sequenceOfDuty(problem, plan, dutyId);
  const { origin } = sequence;
  if (origin.arrivedAt !== undefined) return staysLonger(day, sequence, seconds);
  const old = problem.progress.find((progress) => progress.dutyId === dutyId);
  const now = old ?? { dutyId, place: origin.place, done: [] };
  const progress = [
    ...problem.progress.filter((one) => one !== old),
    { ...now, freeAt: origin.driving ? leftLater(day, sequence, seconds) : origin.readyAt + seconds },
  ];
  return { ...day, problem: { ...problem, progress } };
}

/** As if it had left so much later that it arrives late by that. */
function leftLater({ problem }: Aftermath, sequence: Sequence, seconds: number): number {
  const legs = legsOf(problem.travelTimes);
  const { origin, place } = sequence;
  const arrives = firstArrival(sequence, legs) + seconds;
  const left = legs.departure(origin.place, place[0]!, arrives);
  const arrivesIfSo = legs.arrival(origin.place, place[0]!, left);
  return Math.max(origin.readyAt, arrivesIfSo < arrives ? left + 1 : left);
}

/** Boarding or alighting that goes on now takes longer than it would have. */
function staysLonger(day: Aftermath, sequence: Sequence, seconds: number): Aftermath {
  const trip = sequence.trips[0]!;
  const field = sequence.visits[0]!.kind === "pickup" ? "boardSeconds" : "alightSeconds";
  const longer = { ...trip, [field]: sequence.service[0]! + seconds };
  const trips = day.problem.trips.map((one) => (one.id === trip.id ? longer : one));
  return { ...day, problem: { ...day.problem, trips } };
}

/** Whoever would be there while it is closed loses her place; the others' windows leave the closure out. */
function closed(day: Aftermath, closure: Closure): Aftermath {
  const { problem, plan } = day;
  const closures = [...(problem.closures ?? []), closure];
  const legs = legsOf(problem.travelTimes);
  let next: Aftermath = { ...day, problem: { ...problem, closures } };
  for (const sequence of sequencesOf({ problem, plan, legs })) {
    const { starts } = timesOf(sequence, legs);
    const there = (k: number) => sequence.place[k] === closure.place;
    const shut = (k: number) => there(k) && closure.from <= starts[k]! && starts[k]! < closure.until;
    const visits = [...sequence.visits.keys()].filter(there);
    for (const tripId of new Set(visits.map((k) => sequence.visits[k]!.tripId))) {
      const own = visits.filter((k) => sequence.visits[k]!.tripId === tripId);
      const trip = sequence.trips[own[0]!]!;
      const dutyId = sequence.duty.id;
      if (!own.some((k) => isMovable(sequence, k))) {
        if (own.some(shut))
          next = {
            ...next,
            atClosedStop: [...next.atClosedStop, { tripId, dutyId, place: closure.place }],
          };
      } else if (own.some(shut))
        next = loses(next, { trip, choices: [trip], fromDutyId: dutyId, because: "stop-closed" });
      else next = keepsOut(next, { trip, closure, sequence, starts });
    }
  }
  return next;
}

function keepsOut(
  day: Aftermath,
  {
    trip,
    closure,
    sequence,
    starts,
  }: { trip: Trip; closure: Closure; sequence: Sequence; starts: Float64Array },
): Aftermath {
  const begins = (kind: "pickup" | "dropoff") =>
    starts[sequence.visits.findIndex((visit) => visit.tripId === trip.id && visit.kind === kind)]!;
  const holds = (one: Trip) =>
    (["pickup", "dropoff"] as const).every(
      (kind) => one[kind].earliest <= begins(kind) && begins(kind) <= one[kind].latest,
    );
  const cut = openTrips(trip, [closure]).find(holds) ?? trip;
  const trips = day.problem.trips.map((one) => (one.id === trip.id ? cut : one));
  return { ...day, problem: { ...day.problem, trips } };
}

function sequenceOfDuty(problem: Problem, plan: Plan, dutyId: string): Sequence {
  const sequences = sequencesOf({ problem, plan, legs: legsOf(problem.travelTimes) });
  return sequences.find(({ duty }) => duty.id === dutyId)!;
}

/** The plan with one duty's visits replaced. */
export function withRoute(plan: Plan, dutyId: string, visits: Plan["routes"][number]["visits"]): Plan {
  const has = plan.routes.some((route) => route.dutyId === dutyId);
  if (!has) return visits.length === 0 ? plan : { routes: [...plan.routes, { dutyId, visits }] };
  return { routes: plan.routes.map((route) => (route.dutyId === dutyId ? { dutyId, visits } : route)) };
}

/** The visits of a duty that are done, as they stand in the plan. */
export function pastVisits(problem: Problem, plan: Plan, dutyId: string): Plan["routes"][number]["visits"] {
  const progress = problem.progress.find((one) => one.dutyId === dutyId);
  const open = new Set(openVisits({ plan, progress, dutyId }).map(visitKey));
  const route = plan.routes.find((one) => one.dutyId === dutyId)?.visits ?? [];
  return route.filter((visit) => !open.has(visitKey(visit)));
}
