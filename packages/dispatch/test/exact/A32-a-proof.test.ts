import { expect, test } from "vitest";
import { given } from "../picture.ts";
import { verdictOf } from "./search-picture.ts";

// A to D takes 20 minutes; the windows of these two lie at most 15 minutes apart.

test("two riders at opposite ends within a quarter of an hour: no plan of one vehicle serves both", () => {
  const day = given("V1 8seats @depot 9:00").book("A→B 9:30");
  expect(verdictOf(day, "D→C 9:35")).toBe("impossible");
});

test("a second vehicle ends the proof", () => {
  const day = given("V1 8seats @depot 9:00", "V2 8seats @depot 9:00").book("A→B 9:30");
  expect(verdictOf(day, "D→C 9:35")).toBe("plan");
});

test("who may look at nothing knows nothing", () => {
  const day = given("V1 8seats @depot 9:00").book("A→B 9:30").book("A→C 9:50");
  expect(verdictOf(day, "C→D 10:00", { nodes: 1 })).toBe("out-of-budget");
});
