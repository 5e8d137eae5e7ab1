import { checkPlan } from "../check-problem.ts";
import { type CostWeights, defaultWeights } from "../cost.ts";
import type { Plan, Problem } from "../problem.ts";
import { type AnnealingOptions, defaultAnnealing } from "../search/annealing.ts";
import { type Improved, improvedFrom, improvement } from "../search/improve.ts";
import type { Objective } from "../search/lap-search.ts";
import { compileDay, drivingOnly, planOfTheBegun, type Solved, solvedFrom } from "../search/solve.ts";
import { insist } from "./check-together.ts";
import { runTogether, type Together } from "./run-together.ts";

export { SenselessInput } from "./check-together.ts";
export type { Together } from "./run-together.ts";

/**
 * `solve` in several threads. The same seed, iterations and number of threads give the same plan; with `seconds` the
 * clock decides instead. Fails with `SenselessInput` where `checkPlan` finds something or an option is out of range.
 */
export async function solveInParallel({
  problem,
  objective,
  weights = drivingOnly,
  options = defaultAnnealing,
  ...together
}: Together & {
  problem: Problem;
  objective: Objective;
  weights?: CostWeights | undefined;
  options?: AnnealingOptions | undefined;
}): Promise<Solved> {
  insist(checkPlan({ problem, plan: planOfTheBegun(problem) }), together);
  const { plan, instance } = compileDay(problem, weights);
  const task = { kind: "solve", objective, options } as const;
  const { best, iterations } = await runTogether({ problem, weights, task }, together);
  return { ...solvedFrom({ problem, plan, instance, standing: best }), iterations };
}

/**
 * `improve` in several threads; never worse than the given plan, and stopped by `signal` at any moment. Fails with
 * `SenselessInput` where `checkPlan` finds something or an option is out of range.
 */
export async function improveInParallel({
  problem,
  plan,
  weights = defaultWeights,
  ...together
}: Together & {
  problem: Problem;
  plan: Plan;
  weights?: CostWeights | undefined;
}): Promise<Improved> {
  insist(checkPlan({ problem, plan }), together);
  const { instance, before } = improvement({ problem, plan, weights, seed: together.seed });
  const { best, iterations } = await runTogether(
    { problem, weights, task: { kind: "improve", plan } },
    together,
  );
  return { ...improvedFrom({ problem, plan, instance, before, standing: best }), iterations };
}
