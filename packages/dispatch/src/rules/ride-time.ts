/** From the end of boarding to the beginning of alighting no rider rides longer than the trip's limit. */

import type { Trip } from "../problem.ts";

export interface RideTooLong {
  readonly kind: "ride-too-long";
  readonly seconds: number;
}

export function rideTime(rideSeconds: number, trip: Trip): RideTooLong | undefined {
  const seconds = rideSeconds - trip.rideSecondsMax;
  return seconds > 0 ? { kind: "ride-too-long", seconds } : undefined;
}
