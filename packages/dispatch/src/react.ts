import { checkPlan, type Finding } from "./check-problem.ts";
import { optionFindings, weightFindings } from "./check-question.ts";
import { type CostWeights, defaultWeights } from "./cost.ts";
import { endArrival } from "./earliest-starts.ts";
import type { Closure, Duty, Plan, Problem, Trip } from "./problem.ts";
import { boardedAtOf, type PromiseAtRisk, promisesAtRisk } from "./promises-at-risk.ts";
import {
  type Aftermath,
  type AtClosedStop,
  aftermathOf,
  type Homeless,
  type LostBecause,
  pastVisits,
  type Transfer,
  withRoute,
} from "./react/aftermath.ts";
import { type Happening, happeningFindings } from "./react/happening.ts";
import { type Judged, judge, type Scene, visitsAtClosed, worstOf } from "./react/harm.ts";
import { type Rescue, rescue } from "./react/rescue.ts";
import { type Schedule, schedule, timesOf } from "./schedule.ts";
import { type Sequence, visitKey } from "./sequence.ts";
import { sequencesOf } from "./sequences.ts";
import { leavesAt } from "./timing.ts";
import { type Legs, legsOf } from "./travel-times.ts";

/** A rider for whom there is no place any more, as she was promised. Her trip is no longer in the problem. */
export interface Stranded {
  readonly trip: Trip;
  readonly fromDutyId: string;
  readonly because: LostBecause;
}

/** A day's plan with what it does to its riders. */
export interface Consequences {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly atRisk: readonly PromiseAtRisk[];
  readonly stranded: readonly Stranded[];
}

/** What the re-planning changes for one rider; late by the worst of pickup, arrival and ride, 0 when all are kept. */
export interface RiderChange {
  readonly tripId: string;
  readonly fromDutyId: string;
  /** Undefined: stranded. */
  readonly toDutyId: string | undefined;
  /** Undefined while she has no place. */
  readonly lateSecondsBefore: number | undefined;
  readonly lateSecondsAfter: number | undefined;
  /** When boarding begins; undefined aboard or without a place. */
  readonly pickupBefore: number | undefined;
  readonly pickupAfter: number | undefined;
}

export interface Reaction {
  readonly kind: "reaction";
  /** The day as it is now: what happened is in its progress, duties and closures. Goes with `after.plan`. */
  readonly problem: Problem;
  /** If nothing is planned anew: every vehicle that can goes on in its old order. */
  readonly before: Consequences;
  /** The least-harm plan. */
  readonly after: Consequences;
  /** Everybody whom the re-planning moves, delays or helps, in the order of the problem's trips. */
  readonly changes: readonly RiderChange[];
  /** Riders to be fetched from where their vehicle stands, and by which duty. */
  readonly transfers: readonly (Transfer & { readonly toDutyId: string | undefined })[];
  /** Riders whose stop will be closed when they get there and whom planning cannot help: they are aboard or next. */
  readonly atClosedStop: readonly AtClosedStop[];
  /** Trips that are over: no-shows, and breaks of drivers whose vehicle is out of service. */
  readonly dropped: readonly string[];
}

/**
 * Answers what really happened: the new times, whom it hurts, and the plan that hurts least.
 *
 * Harm is compared in this order: broken promises (a rider who is not brought at all counts as three), then the seconds
 * by which they are broken together, then cost. So a promise that could be kept is broken only where that keeps more,
 * and nothing is moved where nobody is hurt. Riders aboard stay in their vehicle, the stop being driven to stays the
 * next one; places, loads and duty hours are never exceeded beyond what would happen anyway. The result is never worse
 * than going on as planned, and the same for the same seed.
 *
 * @param happenings  what the problem's progress does not say yet; none: only the plan's lateness is dealt with
 * @param iterations  counted steps of the search
 * @param lateSecondsMax  nobody is promised a place later than this; default one hour
 */
export function react({
  problem,
  plan,
  happenings,
  seed,
  iterations,
  weights = defaultWeights,
  lateSecondsMax = 3600,
}: {
  problem: Problem;
  plan: Plan;
  happenings: readonly Happening[];
  seed: number;
  iterations: number;
  weights?: CostWeights | undefined;
  lateSecondsMax?: number | undefined;
}): Reaction | { readonly kind: "invalid"; readonly findings: readonly Finding[] } {
  const findings = [
    ...checkPlan({ problem, plan }),
    ...happeningFindings(happenings, problem),
    ...optionFindings({ seed, iterations, lateSecondsMax }),
    ...weightFindings(weights),
  ];
  if (findings.length > 0) return { kind: "invalid", findings };
  const day = aftermathOf({ problem, plan, happenings });
  const { scene, from } = sceneOf({ day, weights, lateSecondsMax });
  return reactionOf({ problem, plan, day, found: rescue({ from, scene, iterations, seed }) });
}

function reactionOf({
  problem,
  plan,
  day,
  found,
}: {
  problem: Problem;
  plan: Plan;
  day: Aftermath;
  found: Rescue;
}): Reaction {
  const before = consequencesOf(day.problem, day.plan, strandedIn(day.homeless, plan));
  const placed = placedProblem(day, found);
  const after = consequencesOf(placed, planOf(day, found), strandedIn(found.stranded, plan));
  return {
    kind: "reaction",
    problem: placed,
    before,
    after,
    changes: changesOf({ problem, day, before, after }),
    transfers: day.transfers.map((one) => ({ ...one, toDutyId: dutyOf(after.plan, one.tripId) })),
    atClosedStop: day.atClosedStop,
    dropped: day.dropped,
  };
}

/** What the search starts from: every duty judged as it goes on, with what would happen anyway as its limits. */
function sceneOf({
  day,
  weights,
  lateSecondsMax,
}: {
  day: Aftermath;
  weights: CostWeights;
  lateSecondsMax: number;
}): { readonly scene: Scene; readonly from: Rescue } {
  const { problem, plan, homeless } = day;
  const legs = legsOf(problem.travelTimes);
  const { closures = [] } = problem;
  const sequences = sequencesOf({ problem, plan, legs });
  const lateAnyway = new Map(promisesAtRisk({ problem, plan }).map((risk) => [risk.tripId, worstOf(risk)]));
  const scene = {
    legs,
    weights,
    lateSecondsMax,
    lateAnyway,
    awayFrom: new Map(homeless.map((rider) => [rider.trip.id, laterDutiesOf(rider, problem.duties)])),
    closures,
    atClosedAnyway: new Set(sequences.flatMap((sequence) => keysAtClosed(sequence, legs, closures))),
    boardedAt: boardedAtOf(problem),
  };
  const duties = sequences.map((sequence) => judgedAnyway(sequence, scene));
  return { scene, from: { duties, stranded: homeless } };
}

/** The later duties of a vehicle out of service. */
function laterDutiesOf({ fromDutyId, because }: Homeless, duties: readonly Duty[]): ReadonlySet<string> {
  const lost = duties.find(({ id }) => id === fromDutyId);
  if (lost === undefined || because !== "out-of-service") return new Set();
  const isLater = (duty: Duty) =>
    duty !== lost && duty.vehicleId === lost.vehicleId && duty.startsAt >= lost.startsAt;
  return new Set(duties.filter(isLater).map(({ id }) => id));
}

function keysAtClosed(sequence: Sequence, legs: Legs, closures: readonly Closure[]): string[] {
  if (closures.length === 0) return [];
  const { starts } = timesOf(sequence, legs);
  return visitsAtClosed(sequence, starts, closures).map((k) => visitKey(sequence.visits[k]!));
}

function judgedAnyway(sequence: Sequence, scene: Scene): Judged {
  const { legs } = scene;
  const timed = timesOf(sequence, legs);
  const back = endArrival(sequence, legs, timed.starts);
  const limits = {
    endsAt: Math.max(sequence.endsAt, back),
    workSpan: Math.max(sequence.workSpan, back - leavesAt(timed, legs)),
  };
  return judge(sequence, limits, { ...scene, closures: [] })!;
}

/** The day's trips as they were placed: with the windows that keep them out of closed stops. */
function placedProblem(day: Aftermath, { duties, stranded }: Rescue): Problem {
  const left = new Set(stranded.map(({ trip }) => trip.id));
  const placed = new Map(duties.flatMap(({ sequence }) => sequence.trips.map((trip) => [trip.id, trip])));
  const kept = day.problem.trips.filter(({ id }) => !left.has(id)).map((trip) => placed.get(trip.id) ?? trip);
  const known = new Set(kept.map(({ id }) => id));
  const returned = day.homeless.flatMap(({ trip: { id } }) => (known.has(id) ? [] : (placed.get(id) ?? [])));
  return { ...day.problem, trips: [...kept, ...returned] };
}

function planOf({ problem, plan }: Aftermath, { duties }: Rescue): Plan {
  return duties.reduce((next, { sequence }) => {
    const past = pastVisits(problem, plan, sequence.duty.id);
    return withRoute(next, sequence.duty.id, [...past, ...sequence.visits.slice(0, sequence.count)]);
  }, plan);
}

function strandedIn(homeless: readonly Homeless[], plan: Plan): Stranded[] {
  return homeless.map(({ trip, because, fromDutyId }) => ({
    trip,
    because,
    fromDutyId: dutyOf(plan, trip.id) ?? fromDutyId,
  }));
}

function consequencesOf(problem: Problem, plan: Plan, stranded: readonly Stranded[]): Consequences {
  return {
    plan,
    schedule: schedule({ problem, plan }),
    atRisk: promisesAtRisk({ problem, plan }),
    stranded,
  };
}

function changesOf({
  problem,
  day,
  before,
  after,
}: {
  problem: Problem;
  day: Aftermath;
  before: Consequences;
  after: Consequences;
}): RiderChange[] {
  const [then, now] = [fatesOf(before), fatesOf(after)];
  const lost = new Map(day.homeless.map(({ trip, fromDutyId }) => [trip.id, fromDutyId]));
  return problem.trips.flatMap(({ id: tripId }) => {
    const [was, is] = [then.get(tripId), now.get(tripId)];
    const fromDutyId = was?.dutyId ?? lost.get(tripId);
    if (fromDutyId === undefined) return [];
    const change = {
      tripId,
      fromDutyId,
      toDutyId: is?.dutyId,
      lateSecondsBefore: was?.lateSeconds,
      lateSecondsAfter: is?.lateSeconds,
      pickupBefore: was?.pickupAt,
      pickupAfter: is?.pickupAt,
    };
    const same =
      change.fromDutyId === change.toDutyId &&
      change.lateSecondsBefore === change.lateSecondsAfter &&
      change.pickupBefore === change.pickupAfter;
    return same ? [] : [change];
  });
}

interface Fate {
  readonly dutyId: string;
  readonly lateSeconds: number;
  readonly pickupAt: number | undefined;
}

function fatesOf({ schedule: { duties }, atRisk }: Consequences): Map<string, Fate> {
  const late = new Map(atRisk.map((risk) => [risk.tripId, worstOf(risk)]));
  const fates = new Map<string, Fate>();
  for (const { dutyId, visits } of duties)
    for (const { tripId, kind, start } of visits)
      if (!fates.has(tripId))
        fates.set(tripId, {
          dutyId,
          lateSeconds: late.get(tripId) ?? 0,
          pickupAt: kind === "pickup" ? start : undefined,
        });
  return fates;
}

function dutyOf({ routes }: Plan, tripId: string): string | undefined {
  return routes.find(({ visits }) => visits.some((visit) => visit.tripId === tripId))?.dutyId;
}
