import type { Position } from "@noriai/kernel";
import { firstNearest, metresBetween, type Point } from "./road-line.ts";

/** How fast the demo vehicle drives in town. */
const METRES_PER_SECOND = 8;

/**
 * Where the demo vehicle is: on the road to its next stop, so far before it that it arrives as planned.
 *
 * @param path  the road of the remaining stops, in driving order
 * @param until  seconds until the planned arrival; negative when it should be there already
 * @returns nothing while the path is not known
 */
export function plannedPosition({
  path,
  nextStop,
  until,
}: {
  readonly path: readonly Point[];
  readonly nextStop: Position;
  readonly until: number;
}): Position | undefined {
  if (path.length === 0) return undefined;
  const leg = path.slice(0, firstNearest(path, [nextStop.lng, nextStop.lat]) + 1);
  return backFromEnd(leg, Math.max(0, until) * METRES_PER_SECOND);
}

/** The point so many metres before the end of a line; its start when the line is shorter. */
function backFromEnd(line: readonly Point[], metres: number): Position {
  let left = metres;
  for (let i = line.length - 1; i > 0; i--) {
    const [here, before] = [line[i]!, line[i - 1]!];
    const length = metresBetween(here, before);
    if (length >= left && length > 0) return between(here, before, left / length);
    left -= length;
  }
  return { lng: line[0]![0], lat: line[0]![1] };
}

const between = (a: Point, b: Point, part: number): Position => ({
  lng: a[0] + (b[0] - a[0]) * part,
  lat: a[1] + (b[1] - a[1]) * part,
});
