import { expect, test } from "vitest";
import { offer, remove } from "../src/index.ts";
import { draw, given, trip } from "./picture.ts";

const day = given("V1 8seats @depot 9:00").book("A→C 9:30").book("B→D 9:30");

test("a cancelled rider leaves no trace and frees her seats at once", () => {
  expect(draw(day.cancel("r2"))).toBe(draw(given("V1 8seats @depot 9:00").book("A→C 9:30")));
  const full = given("V1 8seats @depot 9:00").book("A→C 9:30 x8");
  expect(full.ask("A→C 9:30").kind).toBe("refusal");
  expect(full.cancel("r1").ask("A→C 9:30").kind).toBe("offer");
});

test("a change is a cancellation and a new request; the old place is kept until the new one is certain", () => {
  const { problem, plan } = day;
  const without = remove({ plan, tripId: "r1" });
  const later = offer({ problem, plan: without, trip: trip("r1", "A→C 13:00") });
  expect(later).toMatchObject({ kind: "offer", offer: { pickupAt: 13 * 3600 } });
  const tooEarly = offer({ problem, plan: without, trip: trip("r1", "A→C 8:00") });
  expect(tooEarly.kind).toBe("refusal");
  expect(plan.routes[0]?.visits).toHaveLength(4); // the plan before is still there
});

test("removing somebody who is not planned changes nothing", () => {
  expect(remove({ plan: day.plan, tripId: "r9" })).toEqual(day.plan);
});
