import type { Place } from "./join-lines.ts";

/**
 * Leaves out the places of a line that lie within `meters` of the straight line between the places kept.
 * @see Douglas, Peucker 1973; with a list of open pieces instead of recursion
 */
export function simplifyLine(places: readonly Place[], meters: number): Place[] {
  const isKept = new Uint8Array(places.length);
  const open: [number, number][] = [];
  // Long lines are simplified in stretches, since the work may grow with the square of the length.
  for (let first = 0; first < places.length - 1; first += STRETCH) {
    const last = Math.min(first + STRETCH, places.length - 1);
    isKept[first] = isKept[last] = 1;
    open.push([first, last]);
  }
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [first, last] = piece;
    const farthest = farthestFrom(places, first, last);
    if (farthest.meters <= meters) continue;
    isKept[farthest.at] = 1;
    open.push([first, farthest.at], [farthest.at, last]);
  }
  return places.filter((_, i) => isKept[i]);
}

const STRETCH = 1000;
const METERS_PER_DEGREE = 111_195; // of latitude, on a sphere of the earth's mean radius

function farthestFrom(
  places: readonly Place[],
  first: number,
  last: number,
): { readonly at: number; readonly meters: number } {
  const [lng0, lat0] = places[first]!;
  const shrink = Math.cos((lat0 * Math.PI) / 180);
  const planeOf = (place: Place): [number, number] => [(place[0] - lng0) * shrink, place[1] - lat0];
  const [endX, endY] = planeOf(places[last]!);
  const squared = endX * endX + endY * endY;
  let at = first;
  let most = 0;
  for (let i = first + 1; i < last; i++) {
    const [x, y] = planeOf(places[i]!);
    const share = squared === 0 ? 0 : Math.max(0, Math.min(1, (x * endX + y * endY) / squared));
    const distance = Math.hypot(x - share * endX, y - share * endY) * METERS_PER_DEGREE;
    if (distance > most) {
      most = distance;
      at = i;
    }
  }
  return { at, meters: most };
}
