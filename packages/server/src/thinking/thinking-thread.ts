import { parentPort } from "node:worker_threads";
import { decide, type World } from "@noriai/booking";
import type { Thought, ThoughtAsked } from "./thought.ts";

/* A thread that decides: question in, decision out. */
parentPort?.on("message", (asked: ThoughtAsked) => parentPort?.postMessage(think(asked)));

function think(asked: ThoughtAsked): Thought {
  try {
    const { answer, changes, day, given } = decide(worldOf(asked), asked.day, asked.matter);
    return { kind: "decided", answer, changes, day, drawn: given.drawn };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : "unknown" };
  }
}

function worldOf({ world, supply }: ThoughtAsked): World {
  const ids = supply.ids.values();
  const chances = supply.chances.values();
  return {
    ...world,
    newId: () => next(ids, "id"),
    random: () => next(chances, "chance"),
    findMember(id) {
      if (!supply.members.has(id)) throw new Error("the decision looks up a member that was not sent along");
      return supply.members.get(id);
    },
  };
}

function next<T>(supply: Iterator<T>, what: string): T {
  const { done, value } = supply.next();
  if (done) throw new Error(`the decision draws one ${what} more than were sent along`);
  return value;
}
