import { parentPort, workerData } from "node:worker_threads";
import type { Standing } from "../search/lap-search.ts";
import { type Job, runJob } from "./job.ts";

/** One thread: searches up to a checkpoint, tells its best plan, hears the best of all, and goes on. */
const port = parentPort!;
const laps = runJob(workerData as Job, () => performance.now());
const first = laps.next();
port.on("message", (best: Standing) => {
  const { done, value } = laps.next(best);
  if (done === true) port.close();
  else port.postMessage(value);
});
port.postMessage(first.value);
