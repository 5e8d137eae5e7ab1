import { describe, expect, test } from "vitest";
import { instantText } from "../src/driver/instant-text.ts";
import { plannedPosition } from "../src/driver/planned-position.ts";
import { metresBetween, type Point } from "../src/driver/road-line.ts";
import { typedYen } from "../src/driver/typed-yen.ts";

/** A straight road to the east, about 924 m per 0.01°. */
const path: readonly Point[] = [
  [131.2, 33.95],
  [131.21, 33.95],
  [131.22, 33.95],
];
const nextStop = { lat: 33.95, lng: 131.21 };

describe("the demo's vehicle keeps to its plan", () => {
  test("at the planned time, and later, it is at its stop", () => {
    expect(plannedPosition({ path, nextStop, until: 0 })).toEqual(nextStop);
    expect(plannedPosition({ path, nextStop, until: -600 })).toEqual(nextStop);
  });

  test("a minute before, it is a minute's drive away on the road", () => {
    const { lng, lat } = plannedPosition({ path, nextStop, until: 60 })!;
    expect(metresBetween([lng, lat], [131.21, 33.95])).toBeCloseTo(480, 0);
    expect(lng).toBeLessThan(131.21);
  });

  test("long before, it waits where the road begins", () => {
    expect(plannedPosition({ path, nextStop, until: 3600 })).toEqual({ lng: 131.2, lat: 33.95 });
  });

  test("without a road it is nowhere", () => {
    expect(plannedPosition({ path: [], nextStop, until: 0 })).toBeUndefined();
  });
});

test("an instant is written to the second with its offset", () => {
  expect(instantText(Date.parse("2026-11-24T09:05:07+09:00") / 1000)).toBe("2026-11-24T00:05:07Z");
});

test.each([
  ["350", 350],
  ["１，０００", 1000],
  [" 150円", 150],
  ["0", 0],
  ["", undefined],
  ["-1", undefined],
  ["12.5", undefined],
  ["1000001", undefined],
])("an amount typed as %j is %s yen", (text, amount) => {
  expect(typedYen(text)).toBe(amount);
});
