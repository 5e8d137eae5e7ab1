import { type CostWeights, defaultWeights } from "../cost.ts";
import type { Plan, Problem } from "../problem.ts";
import type { AnnealingOptions, Budget } from "./annealing.ts";
import { compileInstance } from "./compile-instance.ts";
import type { Instance } from "./instance.ts";
import { LapSearch, type Standing } from "./lap-search.ts";
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
  const { instance, search, before } = improvement({ problem, plan, weights, seed });
  search.lap(budget, { from: 0, to: 1 });
  return improvedFrom({ problem, plan, instance, before, standing: search.standing });
}

/** The search for a better plan, not begun; `before` is the cost of the given one. */
export function improvement({
  problem,
  plan,
  weights,
  seed,
}: {
  problem: Problem;
  plan: Plan;
  weights: CostWeights;
  seed: number;
}): { instance: Instance; search: LapSearch; before: number } {
  const instance = compileInstance({ problem, plan, added: [], weights, examine: false });
  const search = new LapSearch({ instance, objective: "cost", seed, options: COOL });
  return { instance, search, before: search.standing.cost };
}

export function improvedFrom({
  problem,
  plan,
  instance,
  before,
  standing: { cost, routes, iterations },
}: {
  problem: Problem;
  plan: Plan;
  instance: Instance;
  before: number;
  standing: Standing;
}): Improved {
  if (cost >= before) return { plan, before, after: before, iterations };
  return { plan: planOf({ problem, plan, instance, routes }), before, after: cost, iterations };
}
