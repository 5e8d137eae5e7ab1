import { type CostWeights, defaultWeights } from "../cost.ts";
import type { Plan, Problem } from "../problem.ts";
import { Annealing, type AnnealingOptions, type Budget } from "./annealing.ts";
import { compileInstance } from "./instance.ts";
import { planOf } from "./plan-of.ts";

/** Cool from the beginning: a plan in use is good already, and what is better must lie near. */
const COOL: AnnealingOptions = { visits: 10, stringMax: 8, hot: 0.1, cold: 0.002 };

export interface Improved {
  readonly plan: Plan;
  /** Weighted cost of the given plan and of the new one. */
  readonly before: number;
  readonly after: number;
  readonly iterations: number;
}

/**
 * Looks for a cheaper plan for the same trips, between bookings: never worse than the given one, and it breaks no
 * promise that the given one keeps. May be stopped at any step.
 *
 * The cost is that of the whole plan: driving, each rider's time aboard beyond the direct way, the distance from her
 * wish, and arriving later than the given plan foresees. Whoever is late by what really happened is never made later.
 *
 * @param iterations  steps to try; the same seed and number give the same plan
 * @param shouldStop  asked every few steps; for a caller with a clock
 */
export function improve({
  problem,
  plan,
  weights = defaultWeights,
  seed,
  ...budget
}: Budget & {
  problem: Problem;
  plan: Plan;
  weights?: CostWeights | undefined;
  seed: number;
}): Improved {
  const instance = compileInstance({ problem, plan, added: [], weights, examine: false });
  const annealing = new Annealing(instance, seed, COOL);
  const before = annealing.solution.cost;
  if (instance.requestCount > 0) annealing.run(budget);
  const { best, iterations } = annealing;
  if (best.cost >= before) return { plan, before, after: before, iterations };
  return {
    plan: planOf({ problem, plan, instance, routes: best.routes }),
    before,
    after: best.cost,
    iterations,
  };
}
