import { Worker } from "node:worker_threads";
import type { AnswerTo, Day, Matter, Taken, World } from "@noriai/booking";
import type { Thought, ThoughtAsked } from "./thought.ts";

/** Takes long decisions beside the thread that answers requests, one at a time. */
export interface Thinker {
  /** What would be decided; nothing is written. Fails when the thread does, and goes on with a new one. */
  decide<M extends Matter>(world: World, day: Day, matter: M): Promise<Taken<AnswerTo[M["kind"]]>>;
  close(): Promise<void>;
}

/** The thread is started with the first question, and keeps no program alive. */
export function createThinker(): Thinker {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const ask = (asked: ThoughtAsked): Promise<Thought> => {
    const thread =
      worker ??
      startThread(() => {
        worker = undefined;
      });
    worker = thread;
    return new Promise<Thought>((resolve, reject) => {
      const gone = () => reject(new Error("the thinking thread ended"));
      thread.once("exit", gone);
      thread.once("message", (thought: Thought) => {
        thread.off("exit", gone);
        resolve(thought);
      });
      thread.postMessage(asked);
    });
  };

  return {
    async decide(world, day, matter) {
      const { newId: _, random: _r, findMember: _f, ...plain } = world;
      const asking = last.then(() => ask({ world: plain, day, matter }));
      last = asking.catch(() => {});
      const thought = await asking;
      if (thought.kind === "failed") throw new Error(`broken invariant: ${thought.message}`);
      const { answer, changes, day: after, drawn } = thought;
      // The world of here, so that its grounds are those that are kept already.
      return { answer, changes, day: after, given: { matter, world, drawn } } as never;
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function startThread(onExit: () => void): Worker {
  const thread = new Worker(new URL("./thinking-thread.ts", import.meta.url), { execArgv: [] });
  thread.unref();
  thread.on("error", () => {}); // told by the exit that follows
  thread.once("exit", onExit);
  return thread;
}
