import { expect, test } from "vitest";
import { checkProblem, offer, type Problem, prepare } from "../src/index.ts";
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

test("a ride that is over is not offered anew under its id, though the plan has forgotten it", () => {
  const done = [
    { tripId: "r1", kind: "pickup" as const, at: at("9:30") },
    { tripId: "r1", kind: "dropoff" as const, at: at("9:41") },
  ];
  const now = at("10:00");
  const over = { ...problem, now, progress: [{ dutyId: "V1", place: 3, freeAt: at("9:41"), done }] };
  const wish = trip("r1", "A→C 10:30");
  const invalid = (field: string) => ({
    kind: "invalid",
    findings: [{ kind: "trip-already-planned", id: "r1", field }],
  });
  const plan = { routes: [] };
  expect(offer({ problem: over, plan, trip: wish })).toEqual(invalid("progress.done"));
  expect(prepare({ problem: over, plan }).offer({ trip: wish })).toEqual(invalid("plan.routes"));
});

/** Counts how often its numbers are looked through. */
class Matrix extends Int32Array {
  looks = 0;

  override findIndex(asked: (value: number, index: number, all: this) => boolean): number {
    this.looks++;
    return super.findIndex((value, index) => asked(value, index, this));
  }
}

test("a question finds a negative travel time too, and looks through the numbers of one matrix once", () => {
  const ask = (seconds: Int32Array) =>
    offer({
      problem: { ...problem, travelTimes: { ...problem.travelTimes, seconds } },
      plan: day.plan,
      trip: trip("r2", "A→C 10:00"),
    });
  const wrong = Matrix.from(problem.travelTimes.seconds) as Matrix;
  wrong[1] = -1;
  for (const _ of [1, 2])
    expect(ask(wrong)).toEqual({
      kind: "invalid",
      findings: [{ kind: "not-a-whole-number", id: "", field: "travelTimes.seconds 0→1" }],
    });
  const sound = Matrix.from(problem.travelTimes.seconds) as Matrix;
  for (const _ of [1, 2, 3]) expect(ask(sound).kind).toBe("offer");
  expect([wrong.looks, sound.looks]).toEqual([2, 1]);
});
