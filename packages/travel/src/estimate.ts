import { greatCircleMeters, type Position } from "@noriai/kernel";
import type { TravelTimes } from "./travel-times.ts";

/** How much longer a street is than the straight line, in thousandths. DESIGN §5: a tenant without a map. */
const DETOUR_PERMILLE = 1300;

/**
 * Travel times of a town that has no road map: great-circle distance × 1.3 at one speed. Labelled `estimate`, so that
 * the faces say 概算.
 *
 * @param metersPerHour  average speed, whole metres per hour, above 0
 */
export function estimatedTravelTimes({
  positions,
  metersPerHour,
}: {
  readonly positions: readonly Position[];
  readonly metersPerHour: number;
}): TravelTimes {
  if (!(metersPerHour > 0)) throw new RangeError(`not a speed: ${metersPerHour} m/h`);
  const placeCount = positions.length;
  const seconds = new Int32Array(placeCount * placeCount);
  const meters = new Int32Array(placeCount * placeCount);
  positions.forEach((from, row) => {
    positions.forEach((to, column) => {
      const straight = greatCircleMeters(from, to);
      if (row === column || straight === 0) return;
      const driven = (straight * DETOUR_PERMILLE) / 1000;
      meters[row * placeCount + column] = Math.floor(driven + 0.5);
      seconds[row * placeCount + column] = Math.max(1, Math.floor((driven * 3600) / metersPerHour + 0.5));
    });
  });
  return { basis: "estimate", placeCount, seconds, meters };
}
