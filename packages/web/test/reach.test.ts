import { expect, test } from "vitest";
import { noteOutOfReach, noteWithinReach, reachNow } from "../src/kept/reach.ts";

test("of everything that is shown in the server's place the oldest counts, in whatever order it is read", () => {
  noteOutOfReach();
  noteOutOfReach(5_000);
  noteOutOfReach(2_000);
  noteOutOfReach(9_000);
  expect(reachNow()).toEqual({ kind: "out", heardAtMs: 2_000 });
  noteWithinReach();
  expect(reachNow()).toEqual({ kind: "within" });
});
