import { isBetter, type Objective, type Standing } from "../search/lap-search.ts";
import type { Job } from "./job.ts";
import { type SearchThread, searchThread } from "./search-thread.ts";

/** How the threads are set to work. */
export interface Together {
  /** At least one. */
  readonly threads: number;
  /** Steps of each thread. */
  readonly iterations: number;
  /** With it the clock decides when to end, or the steps where they are done before. */
  readonly seconds?: number | undefined;
  readonly seed: number;
  /** Ends the search early with the best plan so far. */
  readonly signal?: AbortSignal | undefined;
}

/** The later half of a search gains from a common best plan; before it, different ways are worth more. */
const CHECKPOINTS = [0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * Runs one search in several threads, each with its own seed, that go on from the best plan of all after every
 * checkpoint. All threads wait for each other there, so that counted steps give the same plan every time.
 */
export async function runTogether(
  job: Pick<Job, "problem" | "weights" | "task">,
  { threads, iterations, seconds, seed, signal }: Together,
): Promise<{ best: Standing; iterations: number }> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const onAbort = () => Atomics.store(stop, 0, 1);
  const objective = job.task.kind === "solve" ? job.task.objective : "cost";
  const checkpoints = threads === 1 ? [1] : CHECKPOINTS;
  const running: SearchThread[] = [];
  try {
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted === true) onAbort();
    for (let thread = 0; thread < threads; thread++)
      running.push(
        searchThread({ ...job, iterations, seconds, seed: seed + 7919 * thread, checkpoints, stop }),
      );
    const standings = await lapsOf(running, checkpoints.length, objective);
    return {
      best: bestOf(standings, objective),
      iterations: standings.reduce((sum, one) => sum + one.iterations, 0),
    };
  } finally {
    signal?.removeEventListener("abort", onAbort);
    await Promise.all(running.map(({ worker }) => worker.terminate()));
  }
}

/** Waits for all at every checkpoint and tells them the best plan between two. */
async function lapsOf(
  running: readonly SearchThread[],
  laps: number,
  objective: Objective,
): Promise<Standing[]> {
  let standings: Standing[] = [];
  for (let lap = 0; lap < laps; lap++) {
    const told = Promise.all(running.map((thread) => thread.standing()));
    if (lap > 0) {
      const best = bestOf(standings, objective);
      for (const { worker } of running) worker.postMessage(best);
    }
    standings = await told;
  }
  return standings;
}

/** Among equals that of the first thread. */
function bestOf(standings: readonly Standing[], objective: Objective): Standing {
  return standings.reduce((best, one) => (isBetter(one, best, objective) ? one : best));
}
