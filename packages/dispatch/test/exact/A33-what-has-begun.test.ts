import { expect, test } from "vitest";
import { at, given, places } from "../picture.ts";
import { afterSearch, verdictOf } from "./search-picture.ts";

const day = given("V1 8seats @depot 9:00").book("B→A 9:50").book("B→D 9:50");

test("while the vehicle stands at the depot, it can still go to D first", () => {
  expect(afterSearch(day.with({ now: "9:10" }), "D→B 9:40")).toBe(
    "V1 | depot 9:10 | D +1 9:40 | B +1 9:56 | B +1 9:56 | B -1 9:56 | A -1 10:00 | D -1 10:20 | depot 10:50",
  );
});

test("once it is driving to B, B stays its next stop, and nothing serves all three", () => {
  const depot = places.indexOf("depot");
  const drivingTo = { tripId: "r1", kind: "pickup" } as const;
  const progress = [{ dutyId: "V1", place: depot, freeAt: at("9:36"), done: [], drivingTo }];
  expect(verdictOf(day.with({ now: "9:37", progress }), "D→B 9:40")).toBe("impossible");
});
