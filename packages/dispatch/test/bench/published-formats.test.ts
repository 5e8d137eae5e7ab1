import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dataFolder } from "../../bench/data-folder.ts";
import type { Instance } from "../../bench/instance/instance.ts";
import { problemOf } from "../../bench/instance/problem-of.ts";
import { readDarp } from "../../bench/instance/read-darp.ts";
import { readDynamic } from "../../bench/instance/read-dynamic.ts";
import { type ReadInstance, readFolder } from "../../bench/instance/read-folder.ts";
import { readLilim } from "../../bench/instance/read-lilim.ts";
import { checkProblem } from "../../src/index.ts";

const load = (read: ReadInstance, path: string): Instance => {
  const file = dataFolder(path);
  return read({ name: path, file, text: readFileSync(file, "utf8") });
};

describe("published instances", () => {
  test("Li and Lim: 25 vehicles of 200, 53 pairs; the first pickup of lc101 is node 3", () => {
    const { vehicles, capacity, requests, start } = load(readLilim, "lilim/100/lc101.txt");
    expect({ vehicles, capacity, count: requests.length, due: start.due }).toEqual({
      vehicles: 25,
      capacity: 200,
      count: 53,
      due: 1236,
    });
    expect(requests[0]).toMatchObject({ pickup: { id: 3 }, dropoff: { id: 75 }, load: 10 });
  });

  test("dial-a-ride: node i and n + i, a ride of 30 at most, a route duration that cannot bind is no limit", () => {
    const instance = load(readDarp, "darp/ab/a2-16.txt");
    expect(instance).toMatchObject({
      vehicles: 2,
      capacity: 3,
      routeDurationMax: Number.POSITIVE_INFINITY,
      end: { due: 480 },
    });
    expect(instance.requests).toHaveLength(16);
    expect(instance.requests[0]).toMatchObject({
      pickup: { id: 1 },
      dropoff: { id: 17, due: 417 },
      rideMax: 30,
    });
  });

  test("dial-a-ride of 2003: the head counts ends, the depot stands once, a route lasts 480 of 1440", () => {
    const instance = load(readDarp, "darp/pr/pr01.txt");
    expect(instance).toMatchObject({ vehicles: 3, routeDurationMax: 480 });
    expect(instance.requests).toHaveLength(24);
    expect(problemOf(instance).problem.duties[0]).toMatchObject({ workSecondsMax: 48_000_000 });
  });

  test("streams: a request has the minute in which it comes; couriers drive half a kilometre a minute", () => {
    const berbeglia = load(readDynamic, "dynamic/berbeglia/a2-16.json");
    expect(berbeglia.requests[0]).toMatchObject({ knownAt: 339, pickup: { id: 1 }, dropoff: { id: 17 } });
    const courier = load(readDynamic, "dynamic/gendreau/req_rapide_1_240_24.json");
    expect(courier).toMatchObject({ vehicles: 10, speed: 0.5 });
    expect(courier.requests[0]!.knownAt).toBeCloseTo(1.7334);
  });

  test("every instance that comes with the package is a problem that makes sense to the engine", () => {
    const all = [
      ...readFolder({ dir: dataFolder("lilim/100"), ending: ".txt", read: readLilim }),
      ...readFolder({ dir: dataFolder("darp/ab"), ending: ".txt", read: readDarp }),
      ...readFolder({ dir: dataFolder("darp/pr"), ending: ".txt", read: readDarp }),
      ...readFolder({ dir: dataFolder("dynamic/berbeglia"), ending: ".json", read: readDynamic }),
      ...readFolder({ dir: dataFolder("dynamic/gendreau"), ending: ".json", read: readDynamic }),
    ];
    expect(all).toHaveLength(56 + 48 + 10 + 34 + 6);
    for (const instance of all) expect(checkProblem(problemOf(instance).problem), instance.name).toEqual([]);
  });

  test("whole numbers lie on the careful side: legs up, closings down, the ride limit never longer", () => {
    const node = { x: 0, y: 0, service: 1 / 3, ready: 0, due: 10 / 3 };
    const instance: Instance = {
      name: "thirds",
      file: "",
      vehicles: 1,
      capacity: 1,
      speed: 1,
      routeDurationMax: Number.POSITIVE_INFINITY,
      start: { x: 0, y: 0, ready: 0, due: 10 },
      end: { x: 0, y: 0, ready: 0, due: 10 },
      requests: [
        {
          pickup: { ...node, id: 1 },
          dropoff: { ...node, id: 2, x: 1, y: 1, ready: 1 / 3 },
          load: 1,
          rideMax: 2 / 3,
          knownAt: 0,
        },
      ],
    };
    const { problem, scale } = problemOf(instance);
    expect(scale).toBe(100_000);
    const [trip] = problem.trips;
    expect(trip).toMatchObject({
      pickup: { earliest: 0, latest: 333_333 },
      dropoff: { earliest: 33_334, latest: 333_333 },
      boardSeconds: 33_334,
      rideSecondsMax: 66_666, // with boarding exactly 1.0, and not a hair more
    });
    expect(problem.travelTimes.seconds[2 * 4 + 3]).toBe(141_422);
  });

  test("a horizon beyond 31 bits is scaled less", () => {
    const far = load(readDarp, "darp/ab/a2-16.txt");
    const { scale } = problemOf({ ...far, end: { ...far.end, due: 50_000 } });
    expect(scale).toBe(10_000);
  });
});

describe("a broken file is named with its line and what to do", () => {
  const LILIM = "1 10 1\n0 0 0 0 0 100 0 0 0\n1 1 1 5 0 50 1 0 2\n2 2 2 -5 0 90 1 1 0\n";
  const DARP = "1 1 480 3 30\n0 0 0 0 0 0 480\n1 1 1 3 1 0 480\n2 2 2 3 -1 0 480\n3 0 0 0 0 0 480\n";
  const lilim = (text: string) => readLilim({ name: "x", file: "x.txt", text });
  const darp = (text: string) => readDarp({ name: "x", file: "x.txt", text });

  test("and the whole ones are read", () => {
    expect(lilim(LILIM).requests).toHaveLength(1);
    expect(lilim(LILIM.replaceAll("\n", "\r\n\r\n").replaceAll(" ", "\t")).requests).toHaveLength(1);
    expect(darp(DARP).requests).toHaveLength(1);
  });

  test.each([
    ["a word", LILIM.replace("1 1 1 5", "1 1 1 five"), /^x\.txt:3: “five” is not a number/],
    [
      "too few columns",
      LILIM.replace("2 2 2 -5 0 90 1 1 0", "2 2 2 -5 0 90 1 1"),
      /^x\.txt:4: There are 8 .* 9/,
    ],
    ["a window that closes first", LILIM.replace("5 0 50", "5 60 50"), /^x\.txt:3: The window of node 1/],
    ["a node twice", `${LILIM}2 2 2 -5 0 90 1 1 0\n`, /^x\.txt:5: Node 2 stands twice/],
    ["no depot", LILIM.replace("0 0 0 0 0 100 0 0 0\n", ""), /^x\.txt:2: Node 0 is missing/],
    ["a sibling that is not there", LILIM.replace("1 0 2\n", "1 0 9\n"), /^x\.txt:3: Node 1 names 9/],
    ["a delivery of less", LILIM.replace("-5", "-4"), /^x\.txt:3: Pickup 1 takes 5 and delivery 2 gives 4/],
    ["an empty file", "", /^x\.txt: The file is empty/],
    ["a head alone", "1 10 1\n", /^x\.txt: The file ends after its first line/],
    ["another format", DARP, /^x\.txt:1: There are 5 numbers where 3 belong\. In order: vehicles, capacity/],
  ])("Li and Lim with %s", (_, text, message) => {
    expect(() => lilim(text)).toThrow(message);
  });

  test.each([
    ["a node left out", DARP.replace("2 2 2 3 -1 0 480\n", ""), /^x\.txt:4: Node 3 stands where node 2/],
    [
      "a line too few",
      DARP.replace("1 1 480", "1 3 480"),
      /^x\.txt:1: The head says 3 requests, and 4 nodes/,
    ],
    ["a load that does not leave", DARP.replace("3 -1", "3 -2"), /^x\.txt:3: Pickup 1 takes 1/],
    [
      "a depot that closes early",
      DARP.replace("480 3 30", "90 3 30").replace("0 480\n", "0 99\n"),
      /^x\.txt:2: The/,
    ],
  ])("dial-a-ride with %s", (_, text, message) => {
    expect(() => darp(text)).toThrow(message);
  });

  test("JSON that is none, and a request without its window", () => {
    const read = (text: string) => readDynamic({ name: "x", file: "x.json", text });
    expect(() => read("{}")).toThrow(/^x\.json: There are no static_info and requests/);
    const whole = readFileSync(dataFolder("dynamic/berbeglia/a2-16.json"), "utf8");
    expect(() => read(`\n\n${whole.slice(0, -1)}`)).toThrow(/^x\.json:3: This is not JSON/);
    expect(() => read(whole.replace('"delivery_upper_tw"', '"upper"'))).toThrow(
      /requests\[0\]\.delivery_upper_tw is missing/,
    );
  });
});
