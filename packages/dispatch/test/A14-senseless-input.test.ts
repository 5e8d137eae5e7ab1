import { expect, test } from "vitest";
import { checkProblem, offer, type Problem } from "../src/index.ts";
import { at, given, trip } from "./picture.ts";

const day = given("V1 8seats @depot 9:00").book("A→C 9:30");
const problem: Problem = day.problem;
const [duty] = problem.duties;
const [r1] = problem.trips;

test("a sound problem has no findings", () => expect(checkProblem(problem)).toEqual([]));

test.each<[string, Problem, { kind: string; id: string }]>([
  [
    "a window that closes before it opens",
    { ...problem, trips: [{ ...r1!, pickup: { earliest: at("10:00"), latest: at("9:00") } }] },
    { kind: "window-closes-before-it-opens", id: "r1" },
  ],
  [
    "a party above every vehicle",
    { ...problem, trips: [{ ...r1!, seats: 9 }] },
    { kind: "load-above-every-vehicle", id: "r1" },
  ],
  ["an empty party", { ...problem, trips: [{ ...r1!, seats: 0 }] }, { kind: "empty-party", id: "r1" }],
  [
    "a place that is not there",
    { ...problem, trips: [{ ...r1!, pickupPlace: 5 }] },
    { kind: "unknown-place", id: "r1" },
  ],
  ["two trips of one id", { ...problem, trips: [r1!, r1!] }, { kind: "duplicate-trip-id", id: "r1" }],
  ["two duties of one id", { ...problem, duties: [duty!, duty!] }, { kind: "duplicate-duty-id", id: "V1" }],
  ["an instant beyond 31 bits", { ...problem, now: 2 ** 31 }, { kind: "beyond-31-bits", id: "" }],
  [
    "half a second",
    { ...problem, trips: [{ ...r1!, boardSeconds: 0.5 }] },
    { kind: "not-a-whole-number", id: "r1" },
  ],
  [
    "not a number",
    { ...problem, trips: [{ ...r1!, rideSecondsMax: Number.NaN }] },
    { kind: "not-a-whole-number", id: "r1" },
  ],
  [
    "a duty that ends before it starts",
    { ...problem, duties: [{ ...duty!, endsAt: at("8:00") }] },
    { kind: "duty-ends-before-it-starts", id: "V1" },
  ],
  [
    "a matrix of another size",
    { ...problem, travelTimes: { ...problem.travelTimes, placeCount: 6 } },
    { kind: "travel-times-size", id: "" },
  ],
  [
    "a pace in percent",
    { ...problem, travelTimes: { ...problem.travelTimes, pace: [{ startsAt: 0, permille: 13 }] } },
    { kind: "pace-out-of-range", id: "" },
  ],
  [
    "progress of nobody's duty",
    { ...problem, progress: [{ dutyId: "V9", place: 0, freeAt: 0, done: [] }] },
    { kind: "progress-of-unknown-duty", id: "V9" },
  ],
  [
    "somebody who alighted without boarding",
    {
      ...problem,
      progress: [{ dutyId: "V1", place: 0, freeAt: 0, done: [{ tripId: "r1", kind: "dropoff", at: 0 }] }],
    },
    { kind: "alighted-before-boarding", id: "r1" },
  ],
])("%s is found by name", (_, wrong, finding) => {
  expect(checkProblem(wrong)).toContainEqual(expect.objectContaining(finding));
});

test("a negative travel time is found with its leg", () => {
  const seconds = problem.travelTimes.seconds.slice();
  seconds[1] = -1;
  expect(checkProblem({ ...problem, travelTimes: { ...problem.travelTimes, seconds } })).toEqual([
    { kind: "not-a-whole-number", id: "", field: "travelTimes.seconds 0→1" },
  ]);
});

test("a senseless request is answered by its findings, not by a throw and not by an offer", () => {
  const wrong = { ...trip("r2", "A→C 9:30"), dropoffPlace: -1 };
  expect(offer({ problem, plan: day.plan, trip: wrong })).toEqual({
    kind: "invalid",
    findings: [{ kind: "unknown-place", id: "r2", field: "dropoffPlace" }],
  });
});

test("a trip cannot be planned twice", () => {
  expect(offer({ problem, plan: day.plan, trip: r1! })).toMatchObject({
    kind: "invalid",
    findings: expect.arrayContaining([expect.objectContaining({ kind: "trip-already-planned", id: "r1" })]),
  });
});
