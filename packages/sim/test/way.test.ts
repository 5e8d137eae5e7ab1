import { describe, expect, test } from "vitest";
import { placeOn, wayTo } from "../src/way.ts";

/** Eastwards along 34° N to a corner, then north: 0.01° each. */
const LINE = [
  [131, 34],
  [131.01, 34],
  [131.01, 34.01],
  [131.01, 34.02],
] as const;

describe("the way along a road", () => {
  test("goes only as far as the next stop, though the line goes on to others", () => {
    const way = wayTo(LINE, { lat: 34.0101, lng: 131.0102 });
    expect(way.points.at(-1)).toEqual([131.01, 34.01]);
    expect(way.meters).toBeCloseTo(0.01 * 111_320 * (1 + Math.cos((34 * Math.PI) / 180)), -1);
  });

  test("half of it lies on the line, not on the straight way", () => {
    const way = wayTo(LINE, { lat: 34.02, lng: 131.01 });
    const half = placeOn(way, 0.5);
    expect(half.lng).toBeCloseTo(131.01, 5);
    expect(half.lat).toBeGreaterThan(34.005);
    expect(placeOn(way, 0)).toEqual({ lng: 131, lat: 34 });
    expect(placeOn(way, 7)).toEqual({ lng: 131.01, lat: 34.02 });
  });

  test("a stop where one already stands is no way at all", () => {
    const way = wayTo([[131, 34]], { lat: 34, lng: 131 });
    expect(way.meters).toBe(0);
    expect(placeOn(way, 0.3)).toEqual({ lng: 131, lat: 34 });
  });
});
