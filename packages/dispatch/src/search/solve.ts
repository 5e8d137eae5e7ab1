import type { CostWeights } from "../cost.ts";
import type { Plan, Problem, Visit } from "../problem.ts";
import { Annealing, type AnnealingOptions, type Budget, defaultAnnealing } from "./annealing.ts";
import { reduceFleet } from "./fleet-reduction.ts";
import { compileInstance } from "./instance.ts";
import { planOf } from "./plan-of.ts";

/** First the fewest vehicles, then the cost; or the cost alone. Serving everybody comes before both. */
export type Objective = "fleet" | "cost";

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
  const plan = planOfTheBegun(problem);
  const happened = new Set(problem.progress.flatMap(({ done }) => done.map(({ tripId }) => tripId)));
  const planned = new Set(plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  const added = problem.trips.filter(({ id }) => !happened.has(id) && !planned.has(id));
  const instance = compileInstance({ problem, plan, added, weights, examine: true });
  const annealing = new Annealing(instance, seed, options);
  const whole = { iterations, ...budget };
  if (objective === "fleet") reduceFleet(annealing, partOf(whole, { from: 0, to: FLEET_SHARE }));
  annealing.run(partOf(whole, { from: objective === "fleet" ? FLEET_SHARE : 0, to: 1 }));
  const { best } = annealing;
  return {
    plan: planOf({ problem, plan, instance, routes: best.routes }),
    unserved: Array.from(best.absent, (r) => instance.trips[r]!.id),
    cost: best.cost,
    iterations: annealing.iterations,
  };
}

/** The share of the budget that may go into using fewer vehicles. */
const FLEET_SHARE = 0.5;

/** A stretch of a budget as a budget of its own. */
function partOf(
  { iterations, shouldStop, spent }: Budget,
  { from, to }: { from: number; to: number },
): Budget {
  const ownIterations = Math.round(iterations * (to - from));
  if (spent === undefined) return { iterations: ownIterations, shouldStop };
  const ownSpent = () => (spent() - from) / (to - from);
  return {
    iterations: ownIterations,
    spent: () => Math.max(0, ownSpent()),
    shouldStop: () => shouldStop?.() === true || ownSpent() >= 1,
  };
}

/** What has begun must end: riders aboard are set down in the order they boarded, after the visit being driven to. */
function planOfTheBegun({ progress }: Problem): Plan {
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
