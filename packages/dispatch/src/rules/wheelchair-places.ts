/** On every leg the wheelchairs aboard fit in the vehicle's wheelchair places. */

import type { Duty } from "../problem.ts";
import type { Load } from "./load.ts";

export interface NoWheelchairPlace {
  readonly kind: "no-wheelchair-place";
  readonly placesShort: number;
}

export function wheelchairPlaces(load: Load, duty: Duty): NoWheelchairPlace | undefined {
  const short = placesShort(load, duty);
  return short > 0 ? { kind: "no-wheelchair-place", placesShort: short } : undefined;
}

/** How many wheelchair places are missing; 0 or less when all fit. */
export function placesShort(load: Load, duty: Duty): number {
  return load.wheelchairs - duty.wheelchairPlaces;
}
