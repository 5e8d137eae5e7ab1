import type { EpochSeconds } from "@noriai/kernel";
import type { Tidied } from "@noriai/store";
import { expect, test } from "vitest";
import { keepTidy } from "../src/keep-tidy.ts";
import { jsonLogTo } from "./house.ts";

/** What was removed is the store's own matter. */
const TIDIED = {} as Tidied;
const NOW = 1_790_000_000 as EpochSeconds;

test("the store is tidied at once and again and again, also after a failure, until it is stopped", async () => {
  const seen: EpochSeconds[] = [];
  const lines: string[] = [];
  let third: () => void;
  const reached = new Promise<void>((done) => {
    third = done;
  });
  const tidy = async (now: EpochSeconds) => {
    seen.push(now);
    if (seen.length === 1) throw new Error("the database is away");
    if (seen.length === 3) third();
    return TIDIED;
  };
  const tidying = keepTidy({ store: { tidy }, wallNow: () => NOW, log: jsonLogTo(lines), everyMs: 5 });
  await reached;
  await tidying.stop();
  const { length } = seen;
  expect(new Set(seen)).toEqual(new Set([NOW]));
  expect(lines.filter((line) => line.includes("tidying failed"))).toHaveLength(1);
  await new Promise((done) => setTimeout(done, 30));
  expect(seen).toHaveLength(length);
});
