import { describe, expect, test } from "vitest";
import {
  checkPlan,
  type Finding,
  offer,
  type Plan,
  type Problem,
  type Progress,
  type Trip,
} from "../src/index.ts";
import { at, given, trip } from "./picture.ts";

const town = given("V1 8seats @depot 9:00", "V2 4seats @D 9:00");
const problem: Problem = { ...town.problem, trips: [trip("r1", "A→C 9:30")] };
const plan = planOf("V1: +r1 -r1");
const [v1, v2] = problem.duties;
const [r1] = problem.trips;
const none = Number.NaN;

/** "r1 unknown-place pickupPlace": whose property is wrong, how, and where it stands. */
const say = (findings: readonly Finding[]) =>
  findings.map(({ id, kind, field }) => `${id || "-"} ${kind} ${field}`);

/** "V1: +r1 -r1, V2: " → a plan, right or wrong. */
function planOf(text: string): Plan {
  const routes = text.split(", ").map((route) => {
    const [dutyId, ...words] = route.split(/:? /);
    return { dutyId: dutyId!, visits: words.filter((word) => word !== "").map(visitOf) };
  });
  return { routes };
}

function visitOf(word: string): Plan["routes"][number]["visits"][number] {
  return { tripId: word.slice(1), kind: word.startsWith("+") ? "pickup" : "dropoff" };
}

const wish = trip("r2", "A→C 10:00");

/** What is wrong with a question, or how it is answered. */
function ask(change: Partial<Parameters<typeof offer>[0]>): string[] | string {
  const answer = offer({ problem, plan, trip: wish, ...change });
  return answer.kind === "invalid" ? say(answer.findings) : answer.kind;
}

describe("what is asked for is looked at with what is planned", () => {
  const withProblem = (change: Partial<Problem>) => ({ problem: { ...problem, ...change } });
  const withTrip = (change: Partial<Trip>) => ({ trip: { ...wish, ...change } });

  test("by itself, and all the others", () => {
    expect(ask({})).toBe("offer");
    expect(ask(withTrip({ seats: none }))).toEqual(["r2 not-a-whole-number seats"]);
    expect(ask(withTrip({ pickup: { earliest: 2, latest: 1 } }))).toEqual([
      "r2 window-closes-before-it-opens pickup",
    ]);
    expect(ask(withProblem({ trips: [{ ...r1!, boardSeconds: none }] }))).toEqual([
      "r1 not-a-whole-number boardSeconds",
    ]);
    expect(ask({ plan: planOf("V1: +r1") })).toEqual(["r1 dropoff-missing plan.routes"]);
  });

  test("the trip of its id in the problem is the one that it replaces, right or wrong", () => {
    expect(ask(withProblem({ trips: [r1!, { ...wish, seats: none }] }))).toBe("offer");
  });

  test("a trip that stands in the plan, or was driven, or is being driven to, is not asked for again", () => {
    const planned = planOf("V2: , V1: +r1 -r1 +r2");
    expect(ask({ ...withProblem({ trips: [r1!, wish] }), plan: planned })).toEqual([
      "r2 trip-already-planned plan.routes",
    ]);
    const still: Progress = { dutyId: "V1", place: 0, freeAt: 0, done: [] };
    const done = [{ ...visitOf("+r2"), at: at("9:10") }];
    expect(ask(withProblem({ progress: [{ ...still, done }] }))).toEqual([
      "r2 trip-already-planned progress.done",
    ]);
    expect(ask(withProblem({ progress: [{ ...still, drivingTo: visitOf("+r2") }] }))).toEqual([
      "r2 trip-already-planned progress.drivingTo",
    ]);
  });

  test("a party above every vehicle, and hours that overlap, are no fault of a question", () => {
    expect(ask(withTrip({ seats: 99 }))).toBe("refusal");
    expect(ask(withProblem({ duties: [v1!, v2!, { ...v1!, id: "V1 again" }] }))).toBe("offer");
  });
});

describe("options that no search could work with are named", () => {
  const others = { earliest: 0, latest: at("15:00"), count: 3 };
  const weighing = (change: object) => ({
    weights: { vehicleSecond: 1, delaySecond: 1, detourSecond: 1, waitSecond: 1, ...change },
  });
  const trying = (change: object) => ({ effort: { iterations: 1, nodes: 1, seed: 1, ...change } });
  const wanting = (change: object) => ({ alternatives: { ...others, ...change } });
  const walking = (place: number, walkMeters: number) => ({ place, walkMeters });

  test.each<[field: string, options: object]>([
    ["weights.vehicleSecond", weighing({ vehicleSecond: none })],
    ["weights.delaySecond", weighing({ delaySecond: -1 })],
    ["weights.detourSecond", weighing({ detourSecond: 0.5 })],
    ["weights.waitSecond", weighing({ waitSecond: 10_001 })],
    ["effort.iterations", trying({ iterations: none })],
    ["effort.nodes", trying({ nodes: -1 })],
    ["effort.seed", trying({ seed: 2 ** 31 })],
    ["alternatives.earliest", wanting({ earliest: none })],
    ["alternatives.latest", wanting({ latest: none })],
    ["alternatives.count", wanting({ count: none })],
    ["alternatives.apartSeconds", wanting({ apartSeconds: -1 })],
    ["alternatives.stepSeconds", wanting({ stepSeconds: 0 })],
    ["alternatives.stepSeconds", wanting({ stepSeconds: 0.5 })],
    ["alternatives.relax.arrivalSecondsMax", wanting({ relax: { arrivalSecondsMax: -1 } })],
    ["alternatives.relax.rideSecondsMax", wanting({ relax: { rideSecondsMax: none } })],
    ["alternatives.stops.0.walkMeters", wanting({ stops: { pickup: [walking(0, none)] } })],
    [
      "alternatives.stops.1.walkMeters",
      wanting({ stops: { pickup: [walking(0, 1)], dropoff: [walking(1, -1)] } }),
    ],
  ])("%s", (field, options) => expect(ask(options)).toEqual([`- option-out-of-range ${field}`]));

  test("a stop to walk to is one of the places", () => {
    expect(ask(wanting({ stops: { dropoff: [walking(4, 1)] } }))).toBe("offer");
    expect(ask(wanting({ stops: { dropoff: [walking(5, 1)] } }))).toEqual([
      "- unknown-place alternatives.stops.0.place",
    ]);
  });

  test("those at their limits, and those left out, are fine", () => {
    expect(ask({ ...weighing({ vehicleSecond: 10_000, waitSecond: 0 }), ...trying({}) })).toBe("offer");
    expect(ask(wanting({ stepSeconds: 1, apartSeconds: 0, relax: {}, stops: {} }))).toBe("offer");
    expect(ask(wanting({ relax: { arrivalSecondsMax: 0, rideSecondsMax: 600 } }))).toBe("offer");
  });
});

describe("a plan is held to its problem", () => {
  const two = { ...problem, trips: [r1!, wish] };

  test.each<[string, plan: string, named: string[]]>([
    ["a sound plan", "V1: +r1 +r2 -r1 -r2, V2: ", []],
    ["a duty that nobody knows", "V9: +r1 -r1", ["V9 plan-of-unknown-duty"]],
    ["a trip that nobody knows", "V1: +r9 -r9", ["r9 plan-of-unknown-trip", "r9 plan-of-unknown-trip"]],
    ["two routes", "V1: +r1 -r1, V1: ", ["V1 two-routes-for-one-duty"]],
    ["a rider who changes vehicles", "V1: +r1, V2: -r1", ["r1 two-duties-for-one-trip"]],
    ["a rider who gets off first", "V1: -r1 +r1", ["r1 dropoff-before-pickup"]],
    ["a rider who stays aboard", "V1: +r1", ["r1 dropoff-missing"]],
    ["a rider who never boards", "V1: -r1", ["r1 dropoff-before-pickup", "r1 pickup-missing"]],
    ["a rider who boards twice", "V1: +r1 +r1 -r1", ["r1 visited-twice"]],
    ["a rider who gets off twice", "V1: +r1 -r1 -r1", ["r1 visited-twice"]],
  ])("%s", (_, text, named) => {
    expect(say(checkPlan({ problem: two, plan: planOf(text) }))).toEqual(
      named.map((one) => `${one} plan.routes`),
    );
  });

  /** r1 has boarded V1, which now drives to a visit, or stands. */
  function underWay(text: string, drivingTo?: string, done = ["+r1"]): string[] {
    const progress = {
      dutyId: "V1",
      place: 1,
      freeAt: at("9:30"),
      done: done.map((word) => ({ ...visitOf(word), at: at("9:30") })),
      drivingTo: drivingTo === undefined ? undefined : visitOf(drivingTo),
    };
    return say(checkPlan({ problem: { ...problem, progress: [progress] }, plan: planOf(text) }));
  }

  test("what is done counts as its beginning, whether the plan still holds it or not", () => {
    expect(underWay("V1: -r1")).toEqual([]);
    expect(underWay("V1: +r1 -r1")).toEqual([]);
    expect(underWay("V1: +r1 -r1", undefined, ["+r1", "-r1"])).toEqual([]);
    expect(underWay("V1: ")).toEqual(["r1 dropoff-missing plan.routes"]);
    expect(underWay("V2: -r1")).toEqual(["r1 two-duties-for-one-trip plan.routes"]);
  });

  test("a vehicle drives to the next of its visits, whose end it is", () => {
    const elsewhere = "r1 not-driving-to-the-next-visit progress.drivingTo";
    expect(underWay("V1: +r1 -r1", "-r1")).toEqual([]);
    expect(underWay("V2: , V1: +r1 -r1", "-r1")).toEqual([]);
    expect(underWay("V1: +r1 -r1", "-r1", [])).toEqual([elsewhere]);
    expect(underWay("V2: ", "-r1")).toEqual(["r1 dropoff-missing plan.routes", elsewhere]);
    expect(underWay("V1: ", "-r1", ["+r1", "-r1"])).toEqual([
      "r1 driving-to-what-is-done progress.drivingTo",
      elsewhere,
    ]);
  });
});
