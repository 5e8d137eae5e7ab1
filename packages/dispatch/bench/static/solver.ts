import type { Objective, Plan, Problem } from "../../src/index.ts";
import { solveInParallel } from "../../src/threads/index.ts";

export interface Solved {
  readonly plan: Plan;
  readonly unserved: readonly string[];
  readonly iterations: number;
}

/**
 * Plans a whole day that is known beforehand, for as long as the clock allows. It is told the instance and nothing else:
 * what others have reached is read when everything is solved.
 */
export const solveStatic = (day: {
  problem: Problem;
  objective: Objective;
  seed: number;
  seconds: number;
  threads: number;
}): Promise<Solved> => solveInParallel({ ...day, iterations: Number.MAX_SAFE_INTEGER });
