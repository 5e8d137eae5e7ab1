import { fail, ok, type Position, type Result } from "@noriai/kernel";
import type { AreaProblem, MapFault } from "./map-fault.ts";

/** Tells whether a position lies inside an area. */
export type Area = (position: Position) => boolean;

type Ring = readonly (readonly [lng: number, lat: number])[];

const POINTS_MAX = 500_000;
const BANDS = 128;

/**
 * Reads an area from GeoJSON: Polygon, MultiPolygon, or a Feature, FeatureCollection or GeometryCollection of them.
 * Other geometries beside polygons are passed over. Coordinates are degrees, longitude first (RFC 7946).
 */
export function parseArea(geoJson: unknown): Result<Area, MapFault> {
  const polygons: Ring[][] = [];
  const problem = collectPolygons(geoJson, polygons, 0);
  if (problem) return fail({ kind: "area-not-geojson", problem });
  if (polygons.length === 0) return fail({ kind: "area-not-geojson", problem: "no-polygon" });
  const points = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (points > POINTS_MAX)
    return fail({ kind: "too-large", what: "area-points", size: points, sizeMax: POINTS_MAX });
  const insides = polygons.map(insideOf);
  return ok((position) => insides.some((inside) => inside(position)));
}

const DEPTH_MAX = 8;

function collectPolygons(value: unknown, polygons: Ring[][], depth: number): AreaProblem | undefined {
  if (!isRecord(value) || depth > DEPTH_MAX) return "not-an-object";
  switch (value.type) {
    case "Polygon":
      return collectPolygon(value.coordinates, polygons);
    case "MultiPolygon":
      return firstProblem(value.coordinates, (polygon) => collectPolygon(polygon, polygons));
    case "Feature":
      return value.geometry === null ? undefined : collectPolygons(value.geometry, polygons, depth + 1);
    case "FeatureCollection":
      return firstProblem(value.features, (feature) => collectPolygons(feature, polygons, depth + 1));
    case "GeometryCollection":
      return firstProblem(value.geometries, (part) => collectPolygons(part, polygons, depth + 1));
    default:
      return undefined;
  }
}

function collectPolygon(coordinates: unknown, polygons: Ring[][]): AreaProblem | undefined {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return "bad-ring";
  for (const ring of coordinates) {
    if (!Array.isArray(ring) || ring.length < 4) return "bad-ring";
    if (!ring.every(isCoordinate)) return "bad-coordinate";
    const [first, last] = [ring[0], ring.at(-1)];
    if (first[0] !== last[0] || first[1] !== last[1]) return "bad-ring";
  }
  polygons.push(coordinates as Ring[]);
  return undefined;
}

function firstProblem(
  parts: unknown,
  visit: (part: unknown) => AreaProblem | undefined,
): AreaProblem | undefined {
  if (!Array.isArray(parts)) return "not-an-object";
  for (const part of parts) {
    const problem = visit(part);
    if (problem) return problem;
  }
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCoordinate = (value: unknown): boolean =>
  Array.isArray(value) && isWithin(value[0], 180) && isWithin(value[1], 90);

const isWithin = (value: unknown, bound: number): boolean =>
  typeof value === "number" && Math.abs(value) <= bound;

/**
 * Even-odd test of one polygon with its holes. The sides are sorted into bands of latitude, so that a boundary of ten
 * thousand points is not walked for each road node.
 */
function insideOf(rings: readonly Ring[]): Area {
  const lats = rings[0]!.map((point) => point[1]);
  const south = lats.reduce((least, lat) => Math.min(least, lat));
  const north = lats.reduce((most, lat) => Math.max(most, lat));
  const bandOf = (lat: number): number =>
    Math.max(0, Math.min(BANDS - 1, Math.floor(((lat - south) / (north - south || 1)) * BANDS)));
  const bands: number[][] = Array.from({ length: BANDS }, () => []);
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [fromLng, fromLat] = ring[i - 1]!;
      const [toLng, toLat] = ring[i]!;
      const last = bandOf(Math.max(fromLat, toLat));
      for (let band = bandOf(Math.min(fromLat, toLat)); band <= last; band++)
        bands[band]!.push(fromLng, fromLat, toLng, toLat);
    }
  return ({ lat, lng }) => lat >= south && lat <= north && crossesOddly(bands[bandOf(lat)]!, lat, lng);
}

function crossesOddly(sides: readonly number[], lat: number, lng: number): boolean {
  let inside = false;
  for (let i = 0; i < sides.length; i += 4) {
    const fromLat = sides[i + 1]!;
    const toLat = sides[i + 3]!;
    if (fromLat > lat === toLat > lat) continue;
    const crossing = sides[i]! + ((lat - fromLat) / (toLat - fromLat)) * (sides[i + 2]! - sides[i]!);
    if (lng < crossing) inside = !inside;
  }
  return inside;
}
