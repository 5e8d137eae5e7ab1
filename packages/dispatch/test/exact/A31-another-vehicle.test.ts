import { expect, test } from "vitest";
import { draw, given } from "../picture.ts";
import { afterSearch, isRefused } from "./search-picture.ts";

test("a rider whose vehicle is wanted elsewhere moves to another one, with the promise kept", () => {
  const day = given("V1 8seats @depot 9:00", "V2 8seats @depot 9:00-10:20").book("B→D 9:30").book("A→C 9:50");
  expect(draw(day)).toBe(
    "V1 | depot 9:25 | B +1 9:39 | A +1 9:50 | C -1 10:01 | D -1 10:10 | depot 10:40\nV2 | idle",
  );
  expect(isRefused(day, "B→D 10:00")).toBe(true);
  expect(afterSearch(day, "B→D 10:00")).toBe(
    "V1 | depot 9:40 | A +1 9:50 | B +1 10:00 | C -1 10:07 | D -1 10:16 | depot 10:46\n" +
      "V2 | depot 9:16 | B +1 9:30 | D -1 9:46 | depot 10:16",
  );
});
