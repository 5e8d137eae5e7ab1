import { expect, test } from "vitest";
import { draw, given } from "./picture.ts";

// A→C takes 11 minutes; the ride may take 26.

test("a rider may wait aboard for another, as long as the ride stays within its limit", () => {
  const day = given("V1 8seats @depot 9:00").book("B→C 9:45").book("A→C 9:30");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | B +1 9:45 | C -1 9:52 | C -1 9:52 | depot 10:13");
});

test("where the wait would make the ride too long, the rider is fetched later instead", () => {
  const day = given("V1 8seats @depot 9:00").book("B→C 9:50").book("A→C 9:30");
  expect(draw(day)).toBe("V1 | depot 9:21 | A +1 9:31 | B +1 9:50 | C -1 9:57 | C -1 9:57 | depot 10:18");
});

test("where even that is not enough, the vehicle goes twice", () => {
  const day = given("V1 8seats @depot 9:00").book("B→C 10:00").book("A→C 9:30");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | C -1 9:41 | B +1 10:00 | C -1 10:07 | depot 10:28");
});
