import { expect, test } from "vitest";
import { breakTrip, checkProblem, offer, schedule } from "../src/index.ts";
import { at, clock, type Day, draw, given, places } from "./picture.ts";

/** V1's driver rests half an hour at a place, beginning between two instants. */
function rest(day: Day, { from, to, minutes = 30 }: { from: string; to: string; minutes?: number }) {
  const window = { earliest: at(from), latest: at(to) };
  const place = places.indexOf("depot");
  return breakTrip({
    duty: day.problem.duties[0]!,
    rest: { id: "rest", place, window, seconds: minutes * 60 },
  });
}

function withRest(day: Day, when: Parameters<typeof rest>[1]): Day {
  const { problem, plan } = day;
  const answer = offer({ problem, plan, trip: rest(day, when) });
  if (answer.kind !== "offer") throw new Error(JSON.stringify(answer));
  return day.take(answer.offer);
}

test("a break is a trip of the driver alone: put where it costs the least, like any other", () => {
  const day = withRest(given("V1 8seats @depot 9:00").book("A→C 9:30"), { from: "10:00", to: "11:00" });
  expect(draw(day)).toBe(
    "V1 | depot 9:20 | A +1 9:30 | C -1 9:41 | depot +8 10:02 | depot -8 10:32 | depot 10:32",
  );
});

test("nobody sits in the vehicle while its driver rests", () => {
  const day = withRest(given("V1 8seats @depot 9:00"), { from: "9:55", to: "9:55" });
  expect(day.ask("depot→D 9:40").kind).toBe("refusal"); // thirty minutes out, thirty back
  expect(draw(day.book("depot→A 9:30"))).toBe(
    "V1 | depot 9:30 | depot +1 9:30 | A -1 9:40 | depot +8 9:55 | depot -8 10:25 | depot 10:25",
  );
});

test("a break moves within its window to make room for a rider", () => {
  const day = withRest(given("V1 8seats @depot 9:00"), { from: "9:30", to: "10:30" });
  const times = schedule(day.book("A→B 9:40")).duties[0]!.visits;
  const rests = times.find(({ tripId, kind }) => tripId === "rest" && kind === "pickup")!;
  expect(rests.start).toBeGreaterThanOrEqual(at("9:30"));
  expect(rests.start).toBeLessThanOrEqual(at("10:30"));
  expect(times.find(({ kind, tripId }) => kind === "pickup" && tripId !== "rest")!.start).toBeLessThanOrEqual(
    at("9:50"),
  );
});

test("a break takes the wheelchair place too, and only the seats that its use leaves", () => {
  const day = withRest(given("V1 8seats 1chair @depot 9:00"), { from: "9:30", to: "9:30", minutes: 120 });
  expect(day.problem.trips[0]).toMatchObject({ seats: 6, wheelchairs: 1 });
  expect(day.ask("depot→A 9:35 +1chair").kind).toBe("refusal");
});

test("a break belongs to one duty: another vehicle never takes it", () => {
  const day = given("V1 8seats @depot 9:00-9:20", "V2 8seats @depot 9:00");
  const trip = rest(day, { from: "9:30", to: "10:00" });
  expect(offer({ problem: day.problem, plan: day.plan, trip })).toMatchObject({ kind: "invalid" }); // longer than V1's duty
  const short = rest(day, { from: "9:30", to: "10:00", minutes: 15 });
  expect(offer({ problem: day.problem, plan: day.plan, trip: short })).toMatchObject({
    kind: "refusal",
    reasons: [
      { dutyId: "V1", rejection: { kind: "duty-ends-before" } },
      { dutyId: "V2", rejection: { kind: "other-duty", dutyId: "V1" } },
    ],
  });
});

test("a break longer than its duty is found by name", () => {
  const day = given("V1 8seats @depot 9:00-9:20");
  const trip = rest(day, { from: "9:00", to: "9:00" });
  expect(checkProblem({ ...day.problem, trips: [trip] })).toContainEqual({
    kind: "longer-than-its-duty",
    id: "rest",
    field: "boardSeconds",
  });
  expect(clock(trip.dropoff.latest)).toBe("9:30");
});
