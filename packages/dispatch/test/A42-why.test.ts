import { expect, test } from "vitest";
import { given } from "./picture.ts";

test("an offer says why this vehicle: what the next best one would have cost", () => {
  const day = given("V1 8seats @depot 9:00", "V2 8seats @D 9:00", "V3 8seats @D 12:00");
  const answer = day.ask("A→B 9:30");
  if (answer.kind !== "offer") throw new Error(answer.kind);
  const { vehicleId, cost, why } = answer.offer;
  expect([vehicleId, cost.vehicleSeconds]).toEqual(["V1", 28 * 60]);
  expect(why.runnerUp).toMatchObject({ vehicleId: "V2", cost: { vehicleSeconds: 40 * 60 } });
});

test("where no other vehicle can take the trip there is no runner-up", () => {
  const answer = given("V1 8seats @depot 9:00", "V2 2seats @depot 9:00").ask("A→B 9:30 x5");
  expect(answer).toMatchObject({ kind: "offer", offer: { why: { runnerUp: undefined, delays: [] } } });
});

test("an offer says what it costs the others: who comes later, by how much", () => {
  const answer = given("V1 8seats @depot 9:00").book("C→D 9:30").ask("A→B 9:25");
  if (answer.kind !== "offer") throw new Error(answer.kind);
  expect(answer.offer.why.delays).toEqual([
    { tripId: "r1", pickupLaterSeconds: 6 * 60, dropoffLaterSeconds: 6 * 60 },
  ]);
  expect(answer.offer.cost.delaySeconds).toBe(6 * 60);
});

test("a refusal sums up its reasons: a line per rule, the rule of most vehicles first", () => {
  const day = given(
    ...["V1 2seats @depot 9:00", "V2 1seats @depot 9:00", "V3 8seats @depot 12:00", "V4 2seats @depot 9:00"],
  );
  const answer = day.ask("A→B 9:30 x3");
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  expect(answer.summary).toEqual([
    { kind: "no-seat", nearest: { kind: "no-seat", seatsShort: 1 }, dutyIds: ["V1", "V2", "V4"] },
    { kind: "duty-not-started", nearest: expect.objectContaining({ seconds: 150 * 60 }), dutyIds: ["V3"] },
  ]);
});

test("in a large fleet those far off are told by a bound, those near by what they fail by", () => {
  const far = Array.from({ length: 14 }, (_, k) => `V${k + 3} 8seats @depot ${10 + (k % 3)}:30`);
  const answer = given("V1 2seats @depot 9:00", "V2 8seats @D 9:14", ...far).ask("A→B 9:20 x3");
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  const [full, late, ...others] = answer.reasons;
  expect(full).toMatchObject({ exact: true, rejection: { kind: "no-seat", seatsShort: 1 } });
  expect(late).toMatchObject({ exact: true, rejection: { kind: "pickup-too-late", seconds: 4 * 60 } });
  expect(others).toHaveLength(14);
  for (const { exact, rejection } of others)
    expect([exact, rejection.kind]).toEqual([false, "duty-not-started"]);
  // The bound is sound: asked alone, each vehicle fails by as much or more.
  for (const [k, { rejection }] of others.entries()) {
    const alone = given(far[k]!).ask("A→B 9:20 x3");
    if (alone.kind !== "refusal" || rejection.kind !== "duty-not-started") throw new Error(alone.kind);
    const [{ rejection: exactly } = { rejection }] = alone.reasons;
    expect(exactly).toMatchObject({ kind: "duty-not-started" });
    if (exactly.kind === "duty-not-started") expect(rejection.seconds).toBeLessThanOrEqual(exactly.seconds);
  }
});
