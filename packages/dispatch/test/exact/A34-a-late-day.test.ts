import { expect, test } from "vitest";
import { draw, given } from "../picture.ts";
import { afterSearch, verdictOf } from "./search-picture.ts";

// Promised: boarding by 9:20. The vehicle is still at the depot at 9:30.
const late = given("V1 8seats @depot 9:00").book("A→C 9:10").with({ now: "9:30" });

test("a promise already broken may not be broken further: who does not make her later is served", () => {
  expect(draw(late)).toBe("V1 | depot 9:30 | A +1 9:40 | C -1 9:51 | depot 10:12");
  expect(afterSearch(late, "A→B 9:35")).toBe(
    "V1 | depot 9:30 | A +1 9:40 | A +1 9:40 | B -1 9:44 | C -1 9:51 | depot 10:12",
  );
});

test("who can only be served by making her later still is refused with a proof", () => {
  expect(verdictOf(late, "B→A x8 9:35")).toBe("impossible");
});
