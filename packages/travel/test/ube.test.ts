import { gzipSync } from "node:zlib";
import { greatCircleMeters } from "@noriai/kernel";
import { expect, test, vi } from "vitest";
import { baseMap, importMap, path, timesFrom, travelTimes } from "../src/index.ts";
import { pointsOn, ubePbf } from "./maps.ts";

vi.setConfig({ testTimeout: 30_000 }); // a busy machine takes its time

const imported = importMap({ pbf: ubePbf() });
if (!imported.ok) throw new Error(JSON.stringify(imported.error));
const map = imported.value;
const points = pointsOn(map, 41, 7);
const times = travelTimes({ map, points });
const at = (from: number, to: number): number => from * times.placeCount + to;
const pairs = points.flatMap((_, from) => points.map((__, to) => [from, to] as const));

test("the roads of Ube are read whole and nearly all are connected", () => {
  expect(map.report).toMatchObject({
    ways: 11_584,
    waysClosedToCars: 4,
    oneWayWays: 0,
    junctions: 8_870,
    edges: 23_168,
    kilometers: 798,
    coreLengthPermille: 998,
    bounds: {
      southWest: { lat: 33.9229398, lng: 131.2184992 },
      northEast: { lat: 34.0013594, lng: 131.3261444 },
    },
    source: {
      sha256: "a63f188763799a4287a496877143c7791800e78013ae1434fc1f2a5d8b4b9198",
      bytes: 314_203,
      attribution: "© OpenStreetMap contributors",
    },
  });
});

test("every one of 41 stops is reached from every other: 0 on the diagonal, at least a second elsewhere", () => {
  expect(times.basis).toBe("road");
  for (const [from, to] of pairs) {
    if (from === to) expect([times.seconds[at(from, to)], times.meters[at(from, to)]]).toEqual([0, 0]);
    else expect(times.seconds[at(from, to)]).toBeGreaterThan(0);
  }
});

test("no drive is shorter than the straight line or faster than the fastest road", () => {
  for (const [from, to] of pairs) {
    const straight = greatCircleMeters(points[from]!.position, points[to]!.position);
    expect(times.meters[at(from, to)]! + 1).toBeGreaterThanOrEqual(straight);
    expect(times.seconds[at(from, to)]! + 1).toBeGreaterThanOrEqual((straight / 80_000) * 3600);
  }
});

test("a detour over a third stop is never faster than the direct drive, but for rounding", () => {
  for (const [from, to] of pairs)
    for (let over = 0; over < points.length; over++)
      expect(times.seconds[at(from, to)]).toBeLessThanOrEqual(
        times.seconds[at(from, over)]! + times.seconds[at(over, to)]! + 1,
      );
});

test("streets without one-way tags take as long there as back", () => {
  for (const [from, to] of pairs)
    expect(Math.abs(times.seconds[at(from, to)]! - times.seconds[at(to, from)]!)).toBeLessThanOrEqual(1);
});

test("the drawn path has the matrix's seconds and metres, is as long as it is drawn, and ends where it should", () => {
  for (const [from, to] of pairs.filter((_, i) => i % 17 === 0)) {
    const driven = path({ map, from: points[from]!, to: points[to]! });
    expect([driven.seconds, driven.meters]).toEqual([
      times.seconds[at(from, to)],
      times.meters[at(from, to)],
    ]);
    const places = driven.line.map(([lng, lat]) => ({ lng, lat }));
    const drawn = places.slice(1).reduce((sum, place, i) => sum + greatCircleMeters(places[i]!, place), 0);
    expect(Math.abs(drawn - driven.meters)).toBeLessThan(2);
    expect(places[0]).toEqual(points[from]!.position);
    expect(places.at(-1)).toEqual(points[to]!.position);
  }
});

test("one search from a position gives the same times as the matrix", () => {
  const one = timesFrom({ map, from: points[3]!, to: points });
  expect([...one.seconds]).toEqual([...times.seconds.slice(at(3, 0), at(4, 0))]);
  expect([...one.meters]).toEqual([...times.meters.slice(at(3, 0), at(4, 0))]);
});

test("a slower pace lengthens every drive by its share and no distance", () => {
  const slow = travelTimes({ map, points: points.slice(0, 5), permille: 1300 });
  const free = travelTimes({ map, points: points.slice(0, 5) });
  expect([...slow.meters]).toEqual([...free.meters]);
  slow.seconds.forEach((seconds, i) => {
    expect(Math.abs(seconds - free.seconds[i]! * 1.3)).toBeLessThanOrEqual(1.2);
  });
});

test("the same file gives the same matrix, byte for byte", () => {
  const again = importMap({ pbf: ubePbf() });
  expect(again.ok && travelTimes({ map: again.value, points })).toEqual(times);
});

test("the base map draws all of Ube's roads in under 400 kB and keeps their length", () => {
  const drawn = baseMap(map);
  expect(gzipSync(JSON.stringify(drawn)).length).toBeLessThan(400_000);
  expect(drawn.attribution).toBe("© OpenStreetMap contributors");
  const kilometers = drawn.features
    .flatMap(({ geometry }) => geometry.coordinates)
    .map((line) => line.map(([lng, lat]) => ({ lng: lng!, lat: lat! })))
    .flatMap((line) => line.slice(1).map((place, i) => greatCircleMeters(line[i]!, place) / 1000))
    .reduce((sum, length) => sum + length, 0);
  expect(Math.abs(kilometers - 798)).toBeLessThan(8);
  const names = drawn.features.map(({ properties }) => properties.name);
  expect(names).toContain("国道190号");
});
