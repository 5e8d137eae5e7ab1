import { expect, test } from "vitest";
import { draw, given } from "./picture.ts";

test("the vehicle that has the least to drive takes the rider", () => {
  const day = given("V1 8seats @depot 9:00", "V2 8seats @D 9:00").book("A→B 9:30").book("D→C 9:30");
  expect(draw(day)).toBe(
    "V1 | depot 9:20 | A +1 9:30 | B -1 9:34 | depot 9:48\nV2 | D 9:30 | D +1 9:30 | C -1 9:39 | D 9:48",
  );
});

test("equal vehicles: the one that stands first", () => {
  const answer = given("V1 8seats @depot 9:00", "V2 8seats @depot 9:00").ask("A→B 9:30");
  expect(answer).toMatchObject({ kind: "offer", offer: { vehicleId: "V1" } });
});

test("a refusal gives each vehicle's own reason", () => {
  const day = given("V1 2seats @depot 9:00", "V2 8seats @depot 12:00");
  expect(day.ask("A→B 9:30 x3")).toMatchObject({
    reasons: [
      { vehicleId: "V1", rejection: { kind: "no-seat", seatsShort: 1 } },
      { vehicleId: "V2", rejection: { kind: "duty-not-started" } },
    ],
  });
});
