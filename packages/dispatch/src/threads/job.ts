import type { CostWeights } from "../cost.ts";
import type { Plan, Problem } from "../problem.ts";
import type { AnnealingOptions, Budget } from "../search/annealing.ts";
import { improvement } from "../search/improve.ts";
import { LapSearch, type Objective, type Standing } from "../search/lap-search.ts";
import { compileDay } from "../search/solve.ts";

/** What one thread is to do; plain data. */
export interface Job {
  readonly problem: Problem;
  readonly weights: CostWeights;
  readonly task:
    | { readonly kind: "solve"; readonly objective: Objective; readonly options: AnnealingOptions }
    | { readonly kind: "improve"; readonly plan: Plan };
  readonly iterations: number;
  /** Where a clock decides instead of the count. */
  readonly seconds: number | undefined;
  readonly seed: number;
  /** Shares of the budget at which the threads tell each other their best plans, ascending, ending with 1. */
  readonly checkpoints: readonly number[];
  /** Not 0 when all are to stop. */
  readonly stop: Int32Array;
}

/** Yields the thread's best plan at each checkpoint, and is told the best of all. */
export function* runJob(job: Job, clock: () => number): Generator<Standing, undefined, Standing> {
  const search = searchOf(job);
  const { iterations, seconds, stop } = job;
  const began = clock();
  const shouldStop = () => Atomics.load(stop, 0) !== 0;
  const budget: Budget =
    seconds === undefined
      ? { iterations, shouldStop }
      : { iterations, shouldStop, spent: () => Math.min(1, (clock() - began) / (1000 * seconds)) };
  let from = 0;
  for (const to of job.checkpoints) {
    search.lap(budget, { from, to });
    search.hear(yield search.standing);
    from = to;
  }
}

function searchOf({ problem, weights, task, seed }: Job): LapSearch {
  if (task.kind === "improve") return improvement({ problem, plan: task.plan, weights, seed }).search;
  const { instance } = compileDay(problem, weights);
  return new LapSearch({ instance, objective: task.objective, seed, options: task.options });
}
