import { describe, expect, test } from "vitest";
import { dataFolder } from "../../bench/data-folder.ts";
import type { Instance, InstanceRequest } from "../../bench/instance/instance.ts";
import { problemOf } from "../../bench/instance/problem-of.ts";
import { readDarp } from "../../bench/instance/read-darp.ts";
import { readFolder } from "../../bench/instance/read-folder.ts";
import { judge, type Routes } from "../../bench/judge/judge.ts";
import { readSolution, writtenSolution } from "../../bench/judge/solution-file.ts";
import { type Visit, verify } from "../../src/index.ts";
import { type Chance, seededRandom } from "../seeded-random.ts";

/** Four requests on a line, one place a minute apart: pickups at 1 to 4, drop-offs five further on. */
const LINE: Instance = {
  name: "line",
  file: "",
  vehicles: 2,
  capacity: 2,
  speed: 1,
  routeDurationMax: 40,
  start: { x: 0, y: 0, ready: 0, due: 100 },
  end: { x: 0, y: 0, ready: 0, due: 100 },
  requests: [1, 2, 3, 4].map(
    (x): InstanceRequest => ({
      pickup: { id: x, x, y: 0, service: 1, ready: 0, due: 60 },
      dropoff: { id: 4 + x, x: 5 + x, y: 0, service: 1, ready: 0, due: 60 },
      load: 1,
      rideMax: 12,
      knownAt: 0,
    }),
  ),
};
const GOOD: Routes = [
  [1, 2, 5, 6],
  [3, 4, 7, 8],
];
const faultsOf = (routes: Routes, instance = LINE) => judge({ instance, routes }).faults;
const kindsOf = (routes: Routes, instance = LINE) => [
  ...new Set(faultsOf(routes, instance).map(({ kind }) => kind)),
];

describe("the judge", () => {
  test("finds nothing wrong with a good solution and measures the way there and back", () => {
    expect(judge({ instance: LINE, routes: GOOD })).toEqual({ faults: [], vehicles: 2, distance: 14 + 18 });
    expect(judge({ instance: LINE, routes: [...GOOD, []] }).vehicles).toBe(2);
  });

  test.each<[string, Routes, string]>([
    [
      "a node left out",
      [
        [1, 2, 5],
        [3, 4, 7, 8],
      ],
      "not-visited",
    ],
    [
      "a request left out",
      [
        [1, 5],
        [3, 4, 7, 8],
      ],
      "not-visited",
    ],
    [
      "a node twice",
      [
        [1, 2, 5, 6, 6],
        [3, 4, 7, 8],
      ],
      "visited-twice",
    ],
    [
      "a node of another instance",
      [
        [1, 2, 5, 6, 99],
        [3, 4, 7, 8],
      ],
      "unknown-node",
    ],
    [
      "a rider who changes the vehicle",
      [
        [1, 2, 6, 7],
        [3, 4, 5, 8],
      ],
      "two-vehicles",
    ],
    [
      "a drop-off before its pickup",
      [
        [5, 1, 2, 6],
        [3, 4, 7, 8],
      ],
      "dropoff-first",
    ],
    [
      "three aboard two seats",
      [
        [1, 2, 3, 5, 6, 7],
        [4, 8],
      ],
      "overloaded",
    ],
    [
      "three vehicles of two",
      [
        [1, 2, 5, 6],
        [3, 7],
        [4, 8],
      ],
      "too-many-vehicles",
    ],
  ])("sees %s", (_, routes, kind) => {
    expect(kindsOf(routes)).toContain(kind);
  });

  test("sees a window missed, and by how much", () => {
    const [first, ...rest] = LINE.requests;
    const early = { ...LINE, requests: [{ ...first!, pickup: { ...first!.pickup, due: 0.5 } }, ...rest] };
    expect(faultsOf(GOOD, early)).toEqual([{ route: 1, kind: "late", node: 1, by: expect.closeTo(0.5) }]);
  });

  test("sees a vehicle that comes back after the depot has closed", () => {
    expect(kindsOf(GOOD, { ...LINE, end: { ...LINE.end, due: 20 } })).toEqual(["back-late"]);
  });

  test("sees a ride that waiting cannot shorten, and lets one pass that later boarding shortens", () => {
    expect(
      kindsOf([
        [1, 2, 6, 5],
        [3, 4, 7, 8],
      ]),
    ).toEqual([]);
    const short = { ...LINE, requests: LINE.requests.map((request) => ({ ...request, rideMax: 5.9 })) };
    expect(kindsOf(GOOD, short)).toEqual(["ride-too-long"]);
    const [first, ...rest] = LINE.requests;
    const waits = { ...LINE, requests: [{ ...first!, dropoff: { ...first!.dropoff, ready: 55 } }, ...rest] };
    expect(kindsOf(GOOD, waits)).toEqual([]);
  });

  test("sees a route that lasts too long however late it leaves", () => {
    expect(kindsOf(GOOD, { ...LINE, routeDurationMax: 18 + 4 })).toEqual([]);
    expect(kindsOf(GOOD, { ...LINE, routeDurationMax: 18 + 4 - 0.01 })).toEqual(["route-too-long"]);
  });

  test("forgives a millionth, the noise of floating point, and no more", () => {
    const closing = (due: number) => ({ ...LINE, end: { ...LINE.end, due } });
    expect(kindsOf(GOOD, closing(22 - 5e-7))).toEqual([]);
    expect(kindsOf(GOOD, closing(22 - 5e-6))).toEqual(["back-late"]);
  });
});

test("judge and verify, which share nothing, agree on random routes of published instances", () => {
  const random = seededRandom(20_260_401);
  const instances = ["darp/ab", "darp/pr"].flatMap((folder) =>
    readFolder({
      dir: dataFolder(folder),
      ending: ".txt",
      pattern: "a*-16,b*-16,a2-24,pr0*",
      read: readDarp,
    }),
  );
  let [good, bad] = [0, 0];
  for (let n = 0; n < 600; n++) {
    const instance = random.pick(instances);
    const route = randomRoute(instance, random.int(1, 4), random);
    const faults = judge({ instance, routes: [route], partial: true }).faults;
    const violations = verifyRoute(instance, route);
    expect(
      faults.length > 0,
      `${instance.name} ${route.join(" ")}: ${JSON.stringify([faults, violations])}`,
    ).toBe(violations.length > 0);
    if (faults.length > 0) bad++;
    else good++;
  }
  expect(Math.min(good, bad)).toBeGreaterThan(40);
});

/** A few requests, by the opening of what the rider fixed, now and then swapped. */
function randomRoute({ requests }: Instance, count: number, random: Chance): number[] {
  const chosen = Array.from({ length: count }, () => random.pick(requests));
  const nodes = [...new Set(chosen)].flatMap(({ pickup, dropoff }) => {
    const at = Math.max(pickup.ready, dropoff.ready - 20);
    return [
      { id: pickup.id, at },
      { id: dropoff.id, at: Math.max(at + 0.1, dropoff.ready, random.int(0, 3) * 10) },
    ];
  });
  return nodes.toSorted((a, b) => a.at - b.at).map(({ id }) => id);
}

function verifyRoute(instance: Instance, route: readonly number[]) {
  const { problem } = problemOf(instance);
  const visits: Visit[] = route.map((id) => {
    const request = instance.requests.find(({ pickup, dropoff }) => pickup.id === id || dropoff.id === id)!;
    return { tripId: String(request.pickup.id), kind: request.pickup.id === id ? "pickup" : "dropoff" };
  });
  const planned = new Set(visits.map(({ tripId }) => tripId));
  const trips = problem.trips.filter(({ id }) => planned.has(id));
  return verify({ problem: { ...problem, trips }, plan: { routes: [{ dutyId: "v1", visits }] } });
}

describe("solution files", () => {
  test("are read back as they were written, empty vehicles left out", () => {
    const text = writtenSolution([...GOOD, []]);
    expect(text).toBe("ROUTE: 1 2 5 6\nROUTE: 3 4 7 8\n");
    expect(readSolution({ file: "x.sol", text })).toEqual(GOOD);
  });

  test("name the line that is no route", () => {
    const read = (text: string) => readSolution({ file: "x.sol", text });
    expect(() => read("ROUTE: 1 2\nRoute 2: 3 4\n")).toThrow(/^x\.sol:2: “Route 2: 3 4” is not a route/);
    expect(() => read("ROUTE: 1 b\n")).toThrow(/^x\.sol:1/);
    expect(() => read("ROUTE: \n")).not.toThrow();
  });
});
