/** On every leg the wheelchairs aboard fit in the vehicle's wheelchair places. */

import type { Duty } from "../problem.ts";
import type { Load } from "./load.ts";

export interface NoWheelchairPlace {
  readonly kind: "no-wheelchair-place";
  readonly placesShort: number;
}

export function wheelchairPlaces(load: Load, duty: Duty): NoWheelchairPlace | undefined {
  const placesShort = load.wheelchairs - duty.wheelchairPlaces;
  return placesShort > 0 ? { kind: "no-wheelchair-place", placesShort } : undefined;
}
