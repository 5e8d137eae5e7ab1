import { type CostWeights, defaultWeights } from "../cost.ts";
import type { Plan, Problem, Trip } from "../problem.ts";
import { Annealing, type AnnealingOptions, type Budget } from "./annealing.ts";
import { compileInstance } from "./compile-instance.ts";
import { planOf } from "./plan-of.ts";

const SMALL: AnnealingOptions = { visits: 10, stringMax: 8, hot: 0.2, cold: 0.01 };

/**
 * Looks for a plan that serves further trips beside all of the plan's: those may change their vehicle and their order
 * within what they were promised. Ends with the first plan found.
 *
 * @param trips  not in the plan; a problem's trip of the same id is replaced by it
 * @returns undefined when none was found within the budget, which proves nothing
 */
export function replan({
  problem,
  plan,
  trips,
  weights = defaultWeights,
  seed,
  ...budget
}: Budget & {
  problem: Problem;
  plan: Plan;
  trips: readonly Trip[];
  weights?: CostWeights | undefined;
  seed: number;
}): { plan: Plan } | undefined {
  const instance = compileInstance({ problem, plan, added: trips, weights, examine: false });
  const annealing = new Annealing(instance, seed, SMALL);
  const { solution } = annealing;
  annealing.run({ ...budget, from: 0, to: 1 }, () => solution.absentCount === 0);
  if (solution.absentCount > 0) return undefined;
  return { plan: planOf({ problem, plan, instance, routes: annealing.best.routes }) };
}
