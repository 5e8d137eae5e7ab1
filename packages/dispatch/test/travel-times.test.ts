import { expect, test } from "vitest";
import { legsOf, UNREACHABLE } from "../src/travel-times.ts";
import { arrivalOf, departureOf } from "../src/verify/driving.ts";
import { seededRandom } from "./seeded-random.ts";

const times = (free: number, pace: readonly { startsAt: number; permille: number }[]) => ({
  placeCount: 2,
  seconds: Int32Array.of(0, free, free, 0),
  pace,
});

test("a leg takes its free-flow time stretched by the pace", () => {
  expect(legsOf(times(600, [])).arrival(0, 1, 1000)).toBe(1600);
  expect(legsOf(times(600, [{ startsAt: 0, permille: 1000 }])).arrival(0, 1, 1000)).toBe(1600);
  expect(legsOf(times(1000, [{ startsAt: 0, permille: 1300 }])).arrival(0, 1, 1000)).toBe(2300);
  expect(legsOf(times(1000, [{ startsAt: 0, permille: 1200 }])).arrival(0, 1, 1000)).toBe(2200);
});

test("a leg that runs into the rush is slow only for its rest", () => {
  const rush = legsOf(times(600, [{ startsAt: 1300, permille: 2000 }]));
  expect(rush.arrival(0, 1, 1000)).toBe(1900); // 300 s at free flow, the other 300 s take 600
  expect(rush.departure(0, 1, 1900)).toBe(1000);
});

test("who leaves later never arrives earlier, and the latest departure is the last that still arrives in time", () => {
  const seed = 3;
  const random = seededRandom(seed);
  for (let n = 0; n < 2000; n++) {
    const pace: { startsAt: number; permille: number }[] = [];
    for (let k = 0, at = random.int(0, 500); k < 4; k++, at += random.int(1, 400))
      pace.push({ startsAt: at, permille: random.int(100, 4000) });
    const free = random.int(0, 900);
    const legs = legsOf(times(free, pace));
    const at = random.int(0, 2500);
    const arrival = legs.arrival(0, 1, at);
    const where = `seed ${seed}, case ${n}`;
    expect(legs.arrival(0, 1, at + 1), where).toBeGreaterThanOrEqual(arrival);
    expect(arrival - at, where).toBeGreaterThanOrEqual(legs.leastSeconds(0, 1, at));
    const departure = legs.departure(0, 1, at);
    expect(legs.arrival(0, 1, departure), where).toBeLessThanOrEqual(at);
    expect(legs.arrival(0, 1, departure + 1), where).toBeGreaterThan(at);
    // verify reads the same travel times in its own way
    expect(arrivalOf(times(free, pace), { from: 0, to: 1, leaves: at }), where).toBe(arrival);
    expect(departureOf(times(free, pace), { from: 0, to: 1, arrivesBy: at }), where).toBe(departure);
  }
});

test("an unreachable place is never reached, at any pace", () => {
  expect(legsOf(times(UNREACHABLE, [])).arrival(0, 1, 0)).toBeGreaterThanOrEqual(2 ** 31 - 1);
  expect(legsOf(times(UNREACHABLE, [{ startsAt: 0, permille: 900 }])).arrival(0, 1, 0)).toBeGreaterThan(
    1.8e9,
  );
});
