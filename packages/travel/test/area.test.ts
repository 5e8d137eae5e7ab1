import { expect, test } from "vitest";
import { parseArea } from "../src/area.ts";

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

const areaOf = (geoJson: unknown) => {
  const area = parseArea(geoJson);
  if (!area.ok) throw new Error(JSON.stringify(area.error));
  return (lng: number, lat: number): boolean => area.value({ lat, lng });
};

test("a place is inside, or west, east, north or south of a square", () => {
  const inside = areaOf({ type: "Polygon", coordinates: [square(131, 33, 1)] });
  expect(inside(131.5, 33.5)).toBe(true);
  for (const [lng, lat] of [
    [130.5, 33.5],
    [132.5, 33.5],
    [131.5, 34.5],
    [131.5, 32.5],
  ] as const)
    expect(inside(lng, lat)).toBe(false);
});

test("a hole is not inside", () => {
  const inside = areaOf({ type: "Polygon", coordinates: [square(131, 33, 1), square(131.4, 33.4, 0.2)] });
  expect([inside(131.5, 33.5), inside(131.2, 33.5), inside(131.9, 33.5)]).toEqual([false, true, true]);
});

test("a bay cuts into the area", () => {
  const ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
    [0, 0],
  ];
  const inside = areaOf({ type: "Polygon", coordinates: [ring] });
  expect([inside(5, 8), inside(1, 5), inside(9, 5), inside(5, 1)]).toEqual([false, true, true, true]);
});

test("parts that overlap do not cancel each other, in any wrapping that GeoJSON knows", () => {
  const polygon = (west: number) => ({ type: "Polygon", coordinates: [square(west, 33, 1)] });
  const both = [polygon(131), polygon(131.5)];
  for (const geoJson of [
    { type: "MultiPolygon", coordinates: both.map(({ coordinates }) => coordinates) },
    { type: "GeometryCollection", geometries: both },
    { type: "Feature", properties: {}, geometry: { type: "GeometryCollection", geometries: both } },
    {
      type: "FeatureCollection",
      features: [
        ...both.map((geometry) => ({ type: "Feature", geometry })),
        { type: "Feature", geometry: null },
        { type: "Feature", geometry: { type: "Point", coordinates: [0, 0] } },
      ],
    },
  ])
    expect([131.2, 131.7, 132.2, 132.7].map((lng) => areaOf(geoJson)(lng, 33.5))).toEqual([
      true,
      true,
      true,
      false,
    ]);
});

test("a boundary of too many points is refused with both numbers", () => {
  const point = [131, 33];
  const ring = [point, ...Array.from({ length: 500_000 }, (_, i) => [131 + i / 1e6, 33.5]), point];
  expect(parseArea({ type: "Polygon", coordinates: [ring] })).toEqual({
    ok: false,
    error: { kind: "too-large", what: "area-points", size: 500_002, sizeMax: 500_000 },
  });
});
