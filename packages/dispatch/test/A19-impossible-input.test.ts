import { describe, expect, test } from "vitest";
import {
  checkPlan,
  checkProblem,
  type Finding,
  offer,
  type Plan,
  type Problem,
  react,
} from "../src/index.ts";
import { at, given, trip } from "./picture.ts";

const day = given("V1 8seats @depot 9:00", "V2 4seats @D 9:00").book("A→C 9:30");
const { problem, plan } = day;
const [v1, v2] = problem.duties;
const [r1] = problem.trips;

/** "V1: +r1 -r1" → a plan, right or wrong. */
function planOf(...routes: readonly string[]): Plan {
  return {
    routes: routes.map((text) => {
      const [dutyId, ...visits] = text.split(/:? /);
      return {
        dutyId: dutyId!,
        visits: visits.map((visit) => ({
          tripId: visit.slice(1),
          kind: visit.startsWith("+") ? ("pickup" as const) : ("dropoff" as const),
        })),
      };
    }),
  };
}

describe("a problem that cannot be is found by name and id", () => {
  test.each<[string, Partial<Problem>, Pick<Finding, "kind" | "id">]>([
    [
      "a trip pinned to a duty that does not exist",
      { trips: [{ ...r1!, onlyDuty: "V9" }] },
      { kind: "pinned-to-unknown-duty", id: "r1" },
    ],
    [
      "a party too large for the one duty that may take it",
      { trips: [{ ...r1!, seats: 5, onlyDuty: "V2" }] },
      { kind: "load-above-every-vehicle", id: "r1" },
    ],
    [
      "a party of two billion",
      { trips: [{ ...r1!, seats: 2_000_000_000 }] },
      { kind: "beyond-ten-thousand", id: "r1" },
    ],
    [
      "a vehicle of two billion seats",
      { duties: [{ ...v1!, seats: 2_000_000_000 }, v2!] },
      { kind: "beyond-ten-thousand", id: "V1" },
    ],
    [
      "a window at the end of 31 bits",
      { trips: [{ ...r1!, dropoff: { earliest: 0, latest: 2 ** 31 } }] },
      { kind: "beyond-31-bits", id: "r1" },
    ],
    [
      "an infinite ride",
      { trips: [{ ...r1!, rideSecondsMax: Number.POSITIVE_INFINITY }] },
      { kind: "not-a-whole-number", id: "r1" },
    ],
    [
      "a limit of work below zero",
      { duties: [{ ...v1!, workSecondsMax: -1 }, v2!] },
      { kind: "not-a-whole-number", id: "V1" },
    ],
    [
      "a closure of an unknown place",
      { closures: [{ place: 5, from: 0, until: 1 }] },
      { kind: "unknown-place", id: "" },
    ],
    [
      "two tales of one duty",
      {
        progress: [
          { dutyId: "V1", place: 0, freeAt: 0, done: [] },
          { dutyId: "V1", place: 1, freeAt: 0, done: [] },
        ],
      },
      { kind: "two-progresses-of-one-duty", id: "V1" },
    ],
    [
      "a vehicle on its way to somebody unknown",
      {
        progress: [
          { dutyId: "V1", place: 0, freeAt: 0, done: [], drivingTo: { tripId: "r9", kind: "pickup" } },
        ],
      },
      { kind: "progress-of-unknown-trip", id: "r9" },
    ],
  ])("%s", (_, wrong, finding) => {
    const found = checkProblem({ ...problem, ...wrong });
    expect(found).toContainEqual(expect.objectContaining(finding));
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set([finding.id])); // and nobody else is blamed
  });
});

describe("a plan that cannot be is found by name and id, where it used to throw", () => {
  test.each<[string, Plan, Pick<Finding, "kind" | "id">]>([
    ["somebody alights before boarding", planOf("V1: -r1 +r1"), { kind: "dropoff-before-pickup", id: "r1" }],
    ["somebody never alights", planOf("V1: +r1"), { kind: "dropoff-missing", id: "r1" }],
    ["somebody alights who never boards", planOf("V1: -r1"), { kind: "pickup-missing", id: "r1" }],
    ["somebody boards twice", planOf("V1: +r1 -r1 +r1"), { kind: "visited-twice", id: "r1" }],
    [
      "one rider in two vehicles",
      planOf("V1: +r1", "V2: -r1"),
      { kind: "two-duties-for-one-trip", id: "r1" },
    ],
    ["a duty with two routes", planOf("V1: +r1 -r1", "V1: "), { kind: "two-routes-for-one-duty", id: "V1" }],
    ["an unknown duty", planOf("V9: +r1 -r1"), { kind: "plan-of-unknown-duty", id: "V9" }],
    ["an unknown trip", planOf("V1: +r9 -r9"), { kind: "plan-of-unknown-trip", id: "r9" }],
  ])("%s", (_, wrong, finding) => {
    const named = expect.objectContaining(finding);
    expect(checkPlan({ problem, plan: wrong })).toContainEqual(named);
    expect(offer({ problem, plan: wrong, trip: trip("r2", "A→C 10:00") })).toMatchObject({
      kind: "invalid",
      findings: expect.arrayContaining([named]),
    });
    expect(react({ problem, plan: wrong, happenings: [], seed: 1, iterations: 1 })).toMatchObject({
      kind: "invalid",
      findings: expect.arrayContaining([named]),
    });
  });

  test("a sound plan has no findings", () => expect(checkPlan({ problem, plan })).toEqual([]));
});

describe("a happening that cannot have happened is found by name and id", () => {
  const ask = (happening: Parameters<typeof react>[0]["happenings"][number]) =>
    react({ problem, plan, happenings: [happening], seed: 1, iterations: 1 });

  test.each([
    ["late, but unknown", ask({ kind: "late", dutyId: "V9", seconds: 1 }), "happening-of-unknown-duty", "V9"],
    [
      "late by less than nothing",
      ask({ kind: "late", dutyId: "V1", seconds: -1 }),
      "not-a-whole-number",
      "V1",
    ],
    ["nobody did not come", ask({ kind: "no-show", tripId: "r9" }), "happening-of-unknown-trip", "r9"],
    [
      "a closure that ends before it begins",
      ask({ kind: "stop-closed", closure: { place: 0, from: 2, until: 1 } }),
      "closure-ends-before-it-begins",
      "",
    ],
    [
      "a vehicle that stands nowhere",
      ask({ kind: "out-of-service", dutyId: "V1", from: 0, place: 5 }),
      "unknown-place",
      "V1",
    ],
  ])("%s", (_, answer, kind, id) => {
    expect(answer).toMatchObject({ kind: "invalid", findings: [{ kind, id }] });
  });

  test("somebody aboard did not fail to come", () => {
    const done = [{ tripId: "r1", kind: "pickup" as const, at: at("9:30") }];
    const aboard = day.with({
      now: "9:31",
      progress: [{ dutyId: plan.routes[0]!.dutyId, place: 1, freeAt: at("9:30"), done }],
    });
    expect(
      react({ ...aboard, happenings: [{ kind: "no-show", tripId: "r1" }], seed: 1, iterations: 1 }),
    ).toMatchObject({ kind: "invalid", findings: [{ kind: "no-show-aboard", id: "r1" }] });
  });

  test.each([
    [{ iterations: Number.NaN }],
    [{ iterations: -1 }],
    [{ seed: 0.5 }],
    [{ lateSecondsMax: Number.POSITIVE_INFINITY }],
    [{ weights: { vehicleSecond: Number.NaN, delaySecond: 1, detourSecond: 1, waitSecond: 1 } }],
  ])("%o is no sensible option", (option) => {
    expect(react({ problem, plan, happenings: [], seed: 1, iterations: 1, ...option })).toMatchObject({
      kind: "invalid",
      findings: [{ kind: "option-out-of-range" }],
    });
  });
});
