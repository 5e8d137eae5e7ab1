import { type DutyTimes, dutyTimes } from "./duty-times.ts";
import type { Closure, Plan, Problem, Progress, Route, Trip, Visit } from "./problem.ts";
import { loosenToProjection } from "./projection.ts";
import { type Roads, roadsOf } from "./roads.ts";
import { sequenceFrom, visitKey } from "./sequence.ts";
import { sequencesOf } from "./sequences.ts";
import { type Room, roomFor } from "./stretch.ts";
import { type Timetable, timetableOf, withDuty } from "./timetable.ts";
import { type Legs, legsOf } from "./travel-times.ts";

/** A problem and its plan made ready for questions: the times of every duty, in the problem's order. */
export interface Fleet {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly legs: Legs;
  readonly roads: Roads;
  readonly duties: readonly DutyTimes[];
  /** The numbers of those that come into question: all, unless a search has found that some do not. */
  readonly candidates: readonly number[];
  readonly timetable: Timetable;
  /** Where each duty's route stands in the plan; −1 while it has none. */
  readonly routeOf: Int32Array;
  readonly closures: readonly Closure[];
  /** Where stretches are laid out; holds nothing between two questions. */
  readonly room: Room;
}

/** Throws when the plan names duties or trips that the problem does not hold. */
export function fleetOf({ problem, plan }: { problem: Problem; plan: Plan }): Fleet {
  const legs = legsOf(problem.travelTimes);
  const duties = sequencesOf({ problem, plan, legs }).map((sequence, index) =>
    dutyTimes(loosenToProjection(sequence, legs), legs, index),
  );
  return {
    problem,
    plan,
    legs,
    roads: roadsOf(problem.travelTimes),
    duties,
    candidates: [...duties.keys()],
    timetable: timetableOf(duties),
    routeOf: routesOf({ problem, plan }),
    closures: problem.closures ?? [],
    room: roomForAll(duties),
  };
}

/** The fleet with one more trip: only the duty that takes it is made ready anew. */
export function withTrip(
  fleet: Fleet,
  { trip, dutyId, plan }: { readonly trip: Trip; readonly dutyId: string; readonly plan: Plan },
): Fleet {
  const { problem, legs } = fleet;
  const old = dutyWithId(fleet, dutyId);
  const { duty, origin, trips } = old.sequence;
  const route = plan.routes.findIndex((one) => one.dutyId === dutyId);
  const alone = sequenceFrom({
    duty,
    progress: progressOf(problem, dutyId),
    planned: plan.routes[route]!.visits,
    trips: new Map([...trips, trip].map((one) => [one.id, one])),
    now: problem.now,
    freeFrom: origin.readyAt,
  });
  const sequence = { ...alone, endsAt: Math.min(alone.endsAt, old.sequence.endsAt) }; // its vehicle's next duty stays
  const changed = dutyTimes(loosenToProjection(sequence, legs), legs, old.index);
  const duties = fleet.duties.with(old.index, changed);
  const others = problem.trips.some(({ id }) => id === trip.id)
    ? problem.trips.filter(({ id }) => id !== trip.id)
    : problem.trips;
  const hasRoom = fleet.room.starts.length >= sequence.count + 2;
  return {
    ...fleet,
    problem: { ...problem, trips: [...others, trip] },
    plan,
    duties,
    timetable: withDuty(fleet.timetable, changed),
    routeOf: fleet.routeOf.with(old.index, route),
    room: hasRoom ? fleet.room : roomForAll(duties),
  };
}

/** The duties that may serve a trip at all, by their numbers. */
export function dutiesFor({ problem, candidates }: Fleet, { onlyDuty }: Trip): readonly number[] {
  return onlyDuty === undefined ? candidates : candidates.filter((d) => problem.duties[d]!.id === onlyDuty);
}

/** The plan with a trip in one of its duties; what is done stays in front. */
export function planWith(
  { problem, plan, routeOf }: Fleet,
  {
    duty: { index, sequence },
    trip,
    pickupBefore,
    dropoffBefore,
  }: {
    readonly duty: DutyTimes;
    readonly trip: Trip;
    readonly pickupBefore: number;
    readonly dropoffBefore: number;
  },
): Plan {
  const { visits, duty } = sequence;
  const at = routeOf[index]!;
  const past = at < 0 ? [] : pastVisits(plan.routes[at]!, progressOf(problem, duty.id));
  const open: Visit[] = [
    ...visits.slice(0, pickupBefore),
    { tripId: trip.id, kind: "pickup" },
    ...visits.slice(pickupBefore, dropoffBefore),
    { tripId: trip.id, kind: "dropoff" },
    ...visits.slice(dropoffBefore),
  ];
  const route = { dutyId: duty.id, visits: [...past, ...open] };
  return { routes: at < 0 ? [...plan.routes, route] : plan.routes.with(at, route) };
}

function routesOf({ problem: { duties }, plan: { routes } }: { problem: Problem; plan: Plan }): Int32Array {
  const standsAt = new Map(routes.map(({ dutyId }, at) => [dutyId, at]));
  return Int32Array.from(duties, ({ id }) => standsAt.get(id) ?? -1);
}

function pastVisits({ visits }: Route, progress: Progress | undefined): readonly Visit[] {
  if (progress === undefined || progress.done.length === 0) return [];
  const done = new Set(progress.done.map(visitKey));
  return visits.filter((visit) => done.has(visitKey(visit)));
}

export function dutyWithId({ duties }: Fleet, dutyId: string): DutyTimes {
  return duties.find(({ sequence }) => sequence.duty.id === dutyId)!;
}

function progressOf({ progress }: Problem, dutyId: string): Progress | undefined {
  return progress.find((one) => one.dutyId === dutyId);
}

function roomForAll(duties: readonly DutyTimes[]): Room {
  const visits = Math.max(0, ...duties.map(({ sequence }) => sequence.count));
  return roomFor(visits + 16); // a few trips more can be taken before it grows
}
