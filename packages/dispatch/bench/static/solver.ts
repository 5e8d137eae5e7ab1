import { type Plan, type Problem, solve } from "../../src/index.ts";

export interface Solved {
  readonly plan: Plan;
  readonly unserved: readonly string[];
  readonly iterations: number;
}

/** Plans a whole day that is known beforehand, until the time is over. It is told the instance, and nothing of its reference. */
export async function solveStatic({
  problem,
  objective,
  seed,
  seconds,
}: {
  problem: Problem;
  objective: "fleet" | "cost";
  seed: number;
  seconds: number;
  threads: number;
}): Promise<Solved> {
  const until = performance.now() + 1000 * seconds;
  return solve({
    problem,
    objective,
    seed,
    iterations: Number.MAX_SAFE_INTEGER,
    shouldStop: () => performance.now() >= until,
  });
}
