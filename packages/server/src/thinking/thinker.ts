import { Worker } from "node:worker_threads";
import type { AnswerTo, Day, Matter, Taken, World } from "@noriai/booking";
import type { MemberId } from "@noriai/kernel";
import type { Supply, Thought, ThoughtAsked } from "./thought.ts";

/** Takes decisions beside the thread that answers requests, in a thread of its own, one after the other. */
export interface Thinker {
  /** What would be decided; nothing is written. Fails when the thread does, and goes on with a new one. */
  decide<M extends Matter>(world: World, day: Day, matter: M): Promise<Taken<AnswerTo[M["kind"]]>>;
  /** Lets what is being thought come to its end. */
  close(): Promise<void>;
}

/** More ids and chances than any decision draws. */
const SUPPLIED = 32;

/** The thread is started with the first question, and keeps no program alive. */
export function createThinker(): Thinker {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const ask = (asked: ThoughtAsked): Promise<Thought> => {
    worker ??= startThread(() => {
      worker = undefined;
    });
    return answerOf(worker, asked);
  };

  return {
    async decide(world, day, matter) {
      const { newId: _, random: _r, findMember: _f, ...plain } = world;
      const asked = { world: plain, supply: supplyOf(world, matter), day, matter };
      const asking = last.then(() => ask(asked));
      last = asking.catch(() => {});
      const thought = await asking;
      if (thought.kind === "failed") throw new Error(`broken invariant: ${thought.message}`);
      const { answer, changes, day: after, drawn } = thought;
      // The world of here, so that its grounds are those that are kept already.
      return { answer, changes, day: after, given: { matter, world, drawn } } as never;
    },
    async close() {
      await last;
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

function answerOf(thread: Worker, asked: ThoughtAsked): Promise<Thought> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error("broken invariant: the thinking thread goes on"));
    thread.once("exit", gone);
    thread.once("message", (thought: Thought) => {
      thread.off("exit", gone);
      resolve(thought);
    });
    thread.postMessage(asked);
  });
}

function supplyOf(world: World, matter: Matter): Supply {
  const members = memberIdsOf(matter).map((id) => [id, world.findMember(id)] as const);
  return {
    ids: Array.from({ length: SUPPLIED }, world.newId),
    chances: Array.from({ length: SUPPLIED }, world.random),
    members: new Map(members),
  };
}

/** Who may be looked up. */
function memberIdsOf(matter: Matter): readonly MemberId[] {
  if (matter.kind === "quote") return [matter.request.memberId];
  return "memberId" in matter ? [matter.memberId] : [];
}
