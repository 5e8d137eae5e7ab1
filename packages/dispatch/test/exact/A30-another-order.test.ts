import { expect, test } from "vitest";
import { draw, given } from "../picture.ts";
import { afterSearch, isRefused } from "./search-picture.ts";

// One road: depot ──10── A ──4── B ──7── C ──9── D. Insertion keeps the order of what is planned.

test("one vehicle, two riders in the wrong order: insertion says no, the exact search turns them round", () => {
  const day = given("V1 8seats @depot 9:00").book("B→A 9:40").book("A→C 9:40");
  expect(draw(day)).toBe("V1 | depot 9:30 | A +1 9:40 | B +1 9:44 | C -1 9:51 | A -1 10:02 | depot 10:12");
  expect(isRefused(day, "A→B 9:50")).toBe(true);
  expect(afterSearch(day, "A→B 9:50")).toBe(
    "V1 | depot 9:30 | A +1 9:40 | B +1 9:44 | A -1 9:48 | A +1 9:50 | B -1 9:54 | C -1 10:01 | depot 10:22",
  );
});
