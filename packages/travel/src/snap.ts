import { fail, greatCircleMeters, ok, type Position, type Result } from "@noriai/kernel";
import type { RoadMap } from "./road-map.ts";
import type { RoadPoint } from "./road-point.ts";

/** No road within reach: the nearest one lies `meters` away, at `nearest`. */
export interface TooFarFromRoad {
  readonly kind: "too-far-from-road";
  readonly meters: number;
  readonly metersMax: number;
  readonly nearest: Position;
}

/** DESIGN §5: a stop further from any road than this is refused and shown. */
export const SNAP_METERS_MAX = 150;

/**
 * Finds the nearest point of a road from which every other such point can be reached and returned from.
 *
 * The nearest point of the line, not of a junction. Roads outside the strongly connected part (islands, streets that
 * only lead out of the map) are passed over even when they are nearer. Ties: the segment with the lower number.
 */
export function snap({
  map,
  position,
  withinMeters = SNAP_METERS_MAX,
}: {
  readonly map: RoadMap;
  readonly position: Position;
  readonly withinMeters?: number;
}): Result<RoadPoint, TooFarFromRoad> {
  const { segment, piece, share } = nearestPiece(map, position);
  const begin = pointOf(map, piece);
  const end = pointOf(map, piece + 1);
  const onRoad = {
    lat: roundE7(begin.lat + share * (end.lat - begin.lat)),
    lng: roundE7(begin.lng + share * (end.lng - begin.lng)),
  };
  const meters = Math.round(greatCircleMeters(position, onRoad));
  if (meters > withinMeters)
    return fail({ kind: "too-far-from-road", meters, metersMax: withinMeters, nearest: onRoad });
  const offsetCentimeters = offsetOf({ map, segment, piece, share });
  return ok({ segment, offsetCentimeters, position: onRoad, metersAway: meters });
}

interface NearestPiece {
  readonly segment: number;
  /** The piece runs from shape point `piece` to `piece + 1`. */
  readonly piece: number;
  /** Where on the piece, 0 its beginning, 1 its end. */
  readonly share: number;
}

/** Walks all pieces on a plane laid at the position; exact enough where it matters, which is nearby. */
function nearestPiece(map: RoadMap, position: Position): NearestPiece {
  const { shapeStarts, shapeLatsE7, shapeLngsE7, core, segmentCount } = map;
  const latE7 = position.lat * 1e7;
  const lngE7 = position.lng * 1e7;
  const shrink = Math.cos((position.lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  let nearest: NearestPiece = { segment: 0, piece: 0, share: 0 };
  for (let segment = 0; segment < segmentCount; segment++) {
    if (!core[2 * segment] && !core[2 * segment + 1]) continue;
    const last = shapeStarts[segment + 1]! - 1;
    let x = (shapeLngsE7[shapeStarts[segment]!]! - lngE7) * shrink;
    let y = shapeLatsE7[shapeStarts[segment]!]! - latE7;
    for (let piece = shapeStarts[segment]!; piece < last; piece++) {
      const dx = (shapeLngsE7[piece + 1]! - lngE7) * shrink - x;
      const dy = shapeLatsE7[piece + 1]! - latE7 - y;
      const squared = dx * dx + dy * dy;
      const share = squared === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / squared));
      const distance = (x + share * dx) ** 2 + (y + share * dy) ** 2;
      if (distance < least) {
        least = distance;
        nearest = { segment, piece, share };
      }
      x += dx;
      y += dy;
    }
  }
  return nearest;
}

function offsetOf({ map, segment, piece, share }: NearestPiece & { readonly map: RoadMap }): number {
  let meters = 0;
  for (let point = map.shapeStarts[segment]!; point < piece; point++)
    meters += greatCircleMeters(pointOf(map, point), pointOf(map, point + 1));
  meters += share * greatCircleMeters(pointOf(map, piece), pointOf(map, piece + 1));
  return Math.min(map.centimeters[segment]!, Math.round(meters * 100));
}

const pointOf = (map: RoadMap, point: number): Position => ({
  lat: map.shapeLatsE7[point]! / 1e7,
  lng: map.shapeLngsE7[point]! / 1e7,
});

const roundE7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
