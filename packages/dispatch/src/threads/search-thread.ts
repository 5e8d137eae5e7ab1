import { Worker } from "node:worker_threads";
import type { Standing } from "../search/lap-search.ts";
import type { Job } from "./job.ts";

/** One thread of a search. */
export interface SearchThread {
  readonly worker: Worker;
  /** The best plan at its next checkpoint. Fails when the thread ends, however it ends, before it has told one. */
  standing(): Promise<Standing>;
}

/** From the package as from its sources, which lie side by side under the same names. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** Sets a thread to work on its job. */
export function searchThread(job: Job): SearchThread {
  return threadOf(new Worker(WORKER, { workerData: job }));
}

/** Hears a thread to its end: nobody waits for one that cannot answer any more. */
export function threadOf(worker: Worker): SearchThread {
  const ended = new Promise<never>((_, reject) => {
    worker.on("error", reject);
    worker.on("messageerror", reject);
    worker.on("exit", (code) =>
      reject(new Error(`a thread of the search ended by itself with code ${code}`)),
    );
  });
  ended.catch(() => undefined); // it may end when nobody listens any more
  return {
    worker,
    standing: () => {
      const told = new Promise<Standing>((resolve) => worker.once("message", resolve));
      return Promise.race([told, ended]);
    },
  };
}
