import {
  type DutySchedule,
  offer,
  type Plan,
  type Problem,
  type Progress,
  remove,
  schedule,
  type Trip,
  type Visit,
  type VisitTimes,
} from "../src/index.ts";
import { randomBreak, randomTown, randomTrip, type TownKind } from "./random-town.ts";
import { type Chance, seededRandom } from "./seeded-random.ts";

export interface DayKind extends TownKind {
  /** Vehicles keep their times exactly and every rider comes. */
  readonly punctual: boolean;
}

/** A moment of a day: what is known, the plan, and the plan before what just happened. */
export interface Moment {
  readonly event: "book" | "refuse" | "change" | "cancel" | "drive";
  readonly problem: Problem;
  readonly plan: Plan;
  readonly before: Plan;
}

/**
 * Lives through one day of a random town: riders book, change and cancel while vehicles drive, late or not, and some
 * riders do not come. Yields after every event. The same seed gives the same day.
 */
export function* randomDay(seed: number, kind: DayKind): Generator<Moment> {
  const random = seededRandom(seed);
  let problem = randomTown(random, kind);
  let plan: Plan = { routes: [] };
  for (let step = 0; step < 22; step++) {
    const before = plan;
    let event: Moment["event"];
    const open = problem.trips.filter(({ id }) => !hasHappened(problem, id));
    const roll = random.int(1, 100);
    if (roll <= 60) [event, problem, plan] = book(problem, plan, request(random, `r${step}`, problem, kind));
    else if (roll <= 75) [event, problem, plan] = drive(random, problem, plan, kind);
    else if (open.length === 0) continue;
    else if (roll <= 88) [event, problem, plan] = cancel(problem, plan, random.pick(open).id);
    else [event, problem, plan] = change(random, problem, plan, random.pick(open).id);
    yield { event, problem, plan, before };
  }
}

type Step = [Moment["event"], Problem, Plan];

/** A rider's wish; where there are rules, sometimes a driver's break or a rider for one duty alone. */
function request(random: Chance, id: string, problem: Problem, { ruled = false }: DayKind): Trip {
  if (!ruled) return randomTrip(random, id, problem);
  if (random.chance(0.15)) return randomBreak(random, id, problem);
  const trip = randomTrip(random, id, problem);
  return random.chance(0.15) ? { ...trip, onlyDuty: random.pick(problem.duties).id } : trip;
}

/** Keeps the trip as it was offered: its windows leave out when its stops are closed. */
function book(problem: Problem, plan: Plan, trip: Trip): Step {
  const answer = offer({ problem, plan, trip });
  if (answer.kind === "invalid") throw new Error(JSON.stringify(answer));
  if (answer.kind === "refusal") return ["refuse", problem, plan];
  return ["book", { ...problem, trips: [...problem.trips, answer.offer.trip] }, answer.offer.plan];
}

function cancel(problem: Problem, plan: Plan, tripId: string): Step {
  const trips = problem.trips.filter(({ id }) => id !== tripId);
  return ["cancel", { ...problem, trips }, remove({ plan, tripId })];
}

/** Another wish of the same rider: the old place is given up only when there is a new one. */
function change(random: Chance, problem: Problem, plan: Plan, tripId: string): Step {
  const trip = randomTrip(random, tripId, problem);
  const answer = offer({ problem, plan: remove({ plan, tripId }), trip });
  if (answer.kind !== "offer") return ["refuse", problem, plan];
  const trips = problem.trips.map((old) => (old.id === tripId ? answer.offer.trip : old));
  return ["change", { ...problem, trips }, answer.offer.plan];
}

/** A trip is no longer open when the rider is aboard or the vehicle is on its way to her. */
function hasHappened({ progress }: Problem, tripId: string): boolean {
  return progress.some(
    ({ done, drivingTo }) => drivingTo?.tripId === tripId || done.some((visit) => visit.tripId === tripId),
  );
}

/** Time passes: every vehicle does what falls into the next minutes. */
function drive(random: Chance, problem: Problem, plan: Plan, { punctual }: DayKind): Step {
  const until = problem.now + random.int(60, 3600);
  let [now, then]: [Problem, Plan] = [problem, plan];
  for (const { id } of problem.duties) {
    for (let goes = true; goes; )
      [goes, now, then] = driveOn(random, now, then, { dutyId: id, until, punctual });
  }
  return ["drive", { ...now, now: until }, then];
}

function driveOn(
  random: Chance,
  problem: Problem,
  plan: Plan,
  { dutyId, until, punctual }: { dutyId: string; until: number; punctual: boolean },
): [boolean, Problem, Plan] {
  const times = schedule({ problem, plan }).duties.find((duty) => duty.dutyId === dutyId)!;
  const next = times.visits[0];
  const old = problem.progress.find((progress) => progress.dutyId === dutyId);
  if (next === undefined) return [false, problem, plan];
  if (old?.drivingTo === undefined) {
    if (times.leavesAt > until) return [false, problem, plan];
    return [true, setOut(problem, times, old, visitOf(next)), plan];
  }
  if (old.arrivedAt === undefined) {
    const late = punctual || random.chance(0.7) ? 0 : random.int(1, 1200);
    const arrivedAt = next.arrival + late;
    if (arrivedAt > until) return [false, problem, plan];
    return [true, withProgress(problem, { ...old, arrivedAt }), plan];
  }
  const finished = next.departure + (punctual || random.chance(0.9) ? 0 : random.int(1, 300));
  if (finished > until) return [false, problem, plan];
  const arrived = { dutyId, place: next.place, freeAt: finished, beganAt: old.beganAt };
  if (!punctual && next.kind === "pickup" && random.chance(0.1)) {
    const [, without, rest] = cancel(problem, plan, next.tripId); // did not come
    return [true, withProgress(without, { ...arrived, done: old.done }), rest];
  }
  const done = [...old.done, { ...visitOf(next), at: finished }];
  // A break is told when it is over: there is no way between its two visits.
  if (isBreak(problem, next)) done.push({ tripId: next.tripId, kind: "dropoff", at: finished });
  return [true, withProgress(problem, { ...arrived, done }), plan];
}

function setOut(
  problem: Problem,
  { dutyId, leavesPlace: place, leavesAt: freeAt }: DutySchedule,
  old: Progress | undefined,
  drivingTo: Visit,
): Problem {
  const beganAt = old?.beganAt ?? freeAt;
  return withProgress(problem, { dutyId, place, freeAt, done: old?.done ?? [], drivingTo, beganAt });
}

function isBreak({ trips }: Problem, { tripId, kind }: VisitTimes): boolean {
  const { rideSecondsMax, pickupPlace, dropoffPlace } = trips.find(({ id }) => id === tripId)!;
  return kind === "pickup" && rideSecondsMax === 0 && pickupPlace === dropoffPlace;
}

function visitOf({ tripId, kind }: VisitTimes): Visit {
  return { tripId, kind };
}

function withProgress(problem: Problem, progress: Progress): Problem {
  return {
    ...problem,
    progress: [...problem.progress.filter(({ dutyId }) => dutyId !== progress.dutyId), progress],
  };
}
