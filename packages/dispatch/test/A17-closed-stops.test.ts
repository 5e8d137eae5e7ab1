import { expect, test } from "vitest";
import { checkPlan, checkProblem, offer, promisesAtRisk, type Trip, verify } from "../src/index.ts";
import { at, clock, Day, draw, given, places, trip } from "./picture.ts";

type Place = (typeof places)[number];

function closed(day: Day, place: Place, from: string, until: string): Day {
  const closures = [
    ...(day.problem.closures ?? []),
    { place: places.indexOf(place), from: at(from), until: at(until) },
  ];
  return new Day({ ...day, problem: { ...day.problem, closures } });
}

const town = () => given("V1 8seats @depot 9:00");

test("at a closed stop nobody new boards: the reason names the stop and how long it stays closed", () => {
  const day = closed(town(), "A", "9:00", "10:00");
  expect(day.ask("A→C 9:30")).toMatchObject({
    kind: "refusal",
    reasons: [{ rejection: { kind: "stop-closed", place: places.indexOf("A"), seconds: 20 * 60 } }],
  });
});

test("nor does anybody alight there", () => {
  expect(closed(town(), "C", "9:00", "12:00").ask("A→C 9:30")).toMatchObject({
    kind: "refusal",
    reasons: [{ rejection: { kind: "stop-closed", place: places.indexOf("C") } }],
  });
});

test("where the stop opens within her window, a rider is fetched as soon as it does", () => {
  const day = closed(town(), "A", "9:00", "9:35").book("A→C 9:30");
  expect(draw(day)).toBe("V1 | depot 9:25 | A +1 9:35 | C -1 9:46 | depot 10:07");
});

test("where it closes within her window, what she is promised ends before, so that nobody can put her off into it", () => {
  const day = closed(town(), "A", "9:33", "12:00");
  const answer = day.ask("A→C 9:30");
  if (answer.kind !== "offer") throw new Error(answer.kind);
  expect(clock(answer.offer.trip.pickup.latest)).toBe("9:32:59");
  expect(answer.offer.pickupLatest).toBe(at("9:33") - 1);
});

test("a rider promised before the closure was known keeps her place; telling her is what react is for", () => {
  const day = closed(town().book("A→C 9:30"), "A", "9:00", "12:00");
  expect(verify(day)).toEqual([]);
  expect(verify({ ...day, since: day.plan })).toEqual([]);
  expect(day.ask("B→C 9:30").kind).toBe("offer");
});

test("driving past a closed stop is no stop", () => {
  expect(closed(town(), "B", "9:00", "15:00").ask("A→C 9:30").kind).toBe("offer");
});

test("a closure that ends before it begins is found by name", () => {
  const { problem } = closed(town(), "A", "10:00", "9:00");
  expect(checkProblem(problem)).toEqual([
    { kind: "closure-ends-before-it-begins", id: "", field: "closures.0.until" },
  ]);
});

test("a window that opens after it closes is no wish, but a promise may have become so: it comes out late", () => {
  const { problem, plan } = town().book("A→C 9:30");
  const opens = (one: Trip): Trip => ({ ...one, pickup: { earliest: at("9:45"), latest: at("9:40") } });
  const late = { ...problem, trips: problem.trips.map(opens) };
  expect(checkPlan({ problem: late, plan })).toEqual([]);
  expect(promisesAtRisk({ problem: late, plan })).toMatchObject([{ tripId: "r1", pickupLateSeconds: 300 }]);
  expect(offer({ problem: late, plan, trip: trip("r2", "A→C 11:00") }).kind).toBe("offer");
  expect(offer({ problem, plan, trip: opens(trip("r2", "A→C 9:30")) })).toMatchObject({
    kind: "invalid",
    findings: [{ kind: "window-closes-before-it-opens", id: "r2" }],
  });
});
