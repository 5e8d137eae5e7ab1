import { expect, test } from "vitest";
import {
  assert,
  between,
  earlier,
  epochSeconds,
  greatCircleMeters,
  later,
  minutes,
  seconds,
  seededRandom,
  yen,
} from "../src/index.ts";

test("half a second, half a yen and nothing-at-all are bugs", () => {
  expect(() => seconds(0.5)).toThrow(RangeError);
  expect(() => yen(Number.NaN)).toThrow(RangeError);
  expect(() => epochSeconds(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test("later and earlier undo each other, and between measures the way", () => {
  const nine = epochSeconds(1_000_000);
  expect(earlier(later(nine, minutes(10)), minutes(10))).toBe(nine);
  expect(between(nine, later(nine, minutes(10)))).toBe(600);
});

test("a degree of latitude is about 111 km", () => {
  expect(greatCircleMeters({ lat: 34, lng: 131 }, { lat: 35, lng: 131 })).toBeCloseTo(111_195, -1);
});

test("the same seed gives the same chance, another seed another", () => {
  const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
});

test("a broken invariant throws with its name", () => {
  expect(() => assert(false, "pickup before drop-off")).toThrow("pickup before drop-off");
});
