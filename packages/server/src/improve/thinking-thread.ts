import { parentPort } from "node:worker_threads";
import { decide, type World } from "@noriai/booking";
import type { Thought, ThoughtAsked } from "./thought.ts";

/*
 * A thread that decides: question in, decision out. It knows neither clock nor chance nor members, so only matters that
 * need none of them can be thought about here.
 */
parentPort?.on("message", (asked: ThoughtAsked) => parentPort?.postMessage(think(asked)));

function think({ world, day, matter }: ThoughtAsked): Thought {
  try {
    const { answer, changes, day: after, given } = decide(worldOf(world), day, matter);
    return { kind: "decided", answer, changes, day: after, drawn: given.drawn };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : "unknown" };
  }
}

const worldOf = (plain: ThoughtAsked["world"]): World => ({
  ...plain,
  newId: () => unknown("an id"),
  random: () => unknown("chance"),
  findMember: () => unknown("a member"),
});

function unknown(what: string): never {
  throw new Error(`a decision beside the requests draws ${what}`);
}
