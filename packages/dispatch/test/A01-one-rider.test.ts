import { expect, test } from "vitest";
import { draw, given } from "./picture.ts";

test("a vehicle leaves in time for its only rider, brings her, and drives home", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | C -1 9:41 | depot 10:02");
});

test("a rider who wishes to leave before the vehicle can be there is fetched as soon as it can", () => {
  const day = given("V1 8seats @depot 9:00").book("B→C 9:10");
  expect(draw(day)).toBe("V1 | depot 9:00 | B +1 9:14 | C -1 9:21 | depot 9:42");
});

test("an offer says when, by whom, and what it costs", () => {
  const answer = given("V1 8seats @depot 9:00").ask("A→C 9:30 x2");
  expect(answer).toMatchObject({
    kind: "offer",
    offer: {
      vehicleId: "V1",
      rideSeconds: 11 * 60,
      cost: { vehicleSeconds: 42 * 60, delaySeconds: 0, detourSeconds: 0, waitSeconds: 0 },
    },
  });
});
