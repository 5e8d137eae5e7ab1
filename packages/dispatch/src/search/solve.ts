import type { CostWeights } from "../cost.ts";
import { openTrips } from "../open-trips.ts";
import type { Closure, Plan, Problem, Trip, Visit } from "../problem.ts";
import { type AnnealingOptions, type Budget, defaultAnnealing } from "./annealing.ts";
import { compileInstance } from "./compile-instance.ts";
import type { Instance } from "./instance.ts";
import { LapSearch, type Objective, type Standing } from "./lap-search.ts";
import { planOf } from "./plan-of.ts";

export type { Objective } from "./lap-search.ts";

/** Driving alone. */
export const drivingOnly: CostWeights = { vehicleSecond: 1, delaySecond: 0, detourSecond: 0, waitSecond: 0 };

export interface Solved {
  readonly plan: Plan;
  /** Ids of trips for which no place was found. */
  readonly unserved: readonly string[];
  readonly cost: number;
  readonly iterations: number;
}

/**
 * Plans a whole day from nothing: which vehicle fetches whom in which order.
 *
 * @param weights  default: driving alone
 * @param iterations  steps to try, default 100 000; the same seed and number give the same plan
 * @see Christiaens and Vanden Berghe 2020, slack induction by string removals for vehicle routing problems
 */
export function solve({
  problem,
  objective,
  weights = drivingOnly,
  iterations = 100_000,
  seed,
  options = defaultAnnealing,
  ...budget
}: Partial<Budget> & {
  problem: Problem;
  objective: Objective;
  weights?: CostWeights | undefined;
  seed: number;
  options?: AnnealingOptions | undefined;
}): Solved {
  const { plan, instance } = compileDay(problem, weights);
  const search = new LapSearch({ instance, objective, seed, options });
  search.lap({ iterations, ...budget }, { from: 0, to: 1 });
  return solvedFrom({ problem, plan, instance, standing: search.standing });
}

/** A day compiled from nothing but what has begun. */
export function compileDay(problem: Problem, weights: CostWeights): { plan: Plan; instance: Instance } {
  const plan = planOfTheBegun(problem);
  const happened = new Set(problem.progress.flatMap(({ done }) => done.map(({ tripId }) => tripId)));
  const planned = new Set(plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  const added = problem.trips
    .filter(({ id }) => !happened.has(id) && !planned.has(id))
    .map((trip) => besideClosures(trip, problem.closures ?? []));
  return { plan, instance: compileInstance({ problem, plan, added, weights, examine: true }) };
}

export function solvedFrom({
  problem,
  plan,
  instance,
  standing: { routes, absent, cost, iterations },
}: {
  problem: Problem;
  plan: Plan;
  instance: Instance;
  standing: Standing;
}): Solved {
  return {
    plan: planOf({ problem, plan, instance, routes }),
    unserved: Array.from(absent, (r) => instance.trips[r]!.id),
    cost,
    iterations,
  };
}

/** The trip in the longest of its windows that closures leave; where they leave none, nobody may serve it. */
function besideClosures(trip: Trip, closures: readonly Closure[]): Trip {
  const length = ({ pickup, dropoff }: Trip) =>
    pickup.latest - pickup.earliest + dropoff.latest - dropoff.earliest;
  const [longest] = openTrips(trip, closures).toSorted((a, b) => length(b) - length(a));
  return longest ?? { ...trip, onlyDuty: "" };
}

/** What has begun must end: riders aboard are set down in the order they boarded, after the visit being driven to. */
export function planOfTheBegun({ progress }: Problem): Plan {
  const routes = progress.map(({ dutyId, done, drivingTo }) => {
    const visits: Visit[] = drivingTo === undefined ? [] : [drivingTo];
    if (drivingTo?.kind === "pickup") visits.push({ tripId: drivingTo.tripId, kind: "dropoff" });
    const down = new Set(done.filter(({ kind }) => kind === "dropoff").map(({ tripId }) => tripId));
    for (const { tripId, kind } of done) {
      if (kind === "dropoff" || down.has(tripId) || drivingTo?.tripId === tripId) continue;
      visits.push({ tripId, kind: "dropoff" });
    }
    return { dutyId, visits };
  });
  return { routes };
}
