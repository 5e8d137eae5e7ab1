import type { Position } from "@noriai/kernel";

/** A line along the roads, as `[lng, lat]`, with its length. */
export interface Way {
  readonly points: readonly (readonly [lng: number, lat: number])[];
  readonly meters: number;
}

/** Metres per degree of latitude, and of longitude at the equator. */
const METERS_PER_DEGREE = 111_320;

/** The piece of a line from its beginning to where it comes nearest to a place: the way to the next stop. */
export function wayTo(line: readonly (readonly [number, number])[], place: Position): Way {
  const target = [place.lng, place.lat] as const;
  let nearest = 0;
  for (const [k, point] of line.entries())
    if (metersBetween(point, target) < metersBetween(line[nearest]!, target) - 1) nearest = k;
  return wayOf(line.length === 0 ? [target] : line.slice(0, nearest + 1));
}

export const wayOf = (points: Way["points"]): Way => ({
  points,
  meters: legsOf(points).reduce((sum, { meters }) => sum + meters, 0),
});

/** Where one is after a part of the way. @param part  0 at its beginning, 1 at its end */
export function placeOn({ points, meters }: Way, part: number): Position {
  let left = Math.min(1, Math.max(0, part)) * meters;
  for (const { from, to, meters: length } of legsOf(points)) {
    if (left <= length && length > 0) {
      const along = left / length;
      return { lng: from[0] + (to[0] - from[0]) * along, lat: from[1] + (to[1] - from[1]) * along };
    }
    left -= length;
  }
  const [lng, lat] = points.at(-1)!;
  return { lng, lat };
}

const legsOf = (points: Way["points"]) =>
  points.slice(1).map((to, k) => ({ from: points[k]!, to, meters: metersBetween(points[k]!, to) }));

/** On a plane that touches the earth nearby: exact enough within a town. */
function metersBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const eastwards = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(eastwards, b[1] - a[1]) * METERS_PER_DEGREE;
}
