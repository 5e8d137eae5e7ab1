import { Worker } from "node:worker_threads";
import { isBetter, type Objective, type Standing } from "../search/lap-search.ts";
import type { Job } from "./job.ts";

/** How the threads are set to work. */
export interface Together {
  readonly threads: number;
  /** Steps of each thread. */
  readonly iterations: number;
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
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort);
  const objective = job.task.kind === "solve" ? job.task.objective : "cost";
  const workers = Array.from({ length: threads }, (_, thread) => {
    const own: Job = {
      ...job,
      iterations,
      seconds,
      seed: seed + 7919 * thread,
      checkpoints: threads === 1 ? [1] : CHECKPOINTS,
      stop,
    };
    return new Worker(new URL("./worker.ts", import.meta.url), { workerData: own });
  });
  try {
    let standings: Standing[] = [];
    for (const _ of threads === 1 ? [1] : CHECKPOINTS) {
      const told = workers.map(standingFrom);
      const before = standings.length > 0 ? bestOf(standings, objective) : undefined;
      if (before !== undefined) for (const worker of workers) worker.postMessage(before);
      standings = await Promise.all(told);
    }
    return {
      best: bestOf(standings, objective),
      iterations: standings.reduce((sum, one) => sum + one.iterations, 0),
    };
  } finally {
    signal?.removeEventListener("abort", onAbort);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function standingFrom(worker: Worker): Promise<Standing> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** Among equals that of the first thread. */
function bestOf(standings: readonly Standing[], objective: Objective): Standing {
  return standings.reduce((best, one) => (isBetter(one, best, objective) ? one : best));
}
