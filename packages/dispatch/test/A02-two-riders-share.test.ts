import { expect, test } from "vitest";
import { draw, given } from "./picture.ts";

test("a second rider on the way adds no driving and keeps the first rider's times", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30").book("B→C 9:30 x2");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | B +2 9:34 | C -1 9:41 | C -2 9:41 | depot 10:02");
});

test("sharing is what the offer of a rider on the way costs: nothing but a few minutes of her own waiting", () => {
  const answer = given("V1 8seats @depot 9:00").book("A→C 9:30").ask("B→C 9:30 x2");
  expect(answer).toMatchObject({
    kind: "offer",
    offer: { cost: { vehicleSeconds: 0, delaySeconds: 0, detourSeconds: 0, waitSeconds: 2 * 4 * 60 } },
  });
});

test("a rider on the way back rides when the vehicle comes back", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30").book("C→B 9:40");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | C -1 9:41 | C +1 9:41 | B -1 9:48 | depot 10:02");
});
