import type { Closure, Trip } from "./problem.ts";
import { openWindows } from "./rules/stop-closed.ts";

/**
 * A trip as one or more trips whose windows lie within the hours in which both of its stops are open. A window that a
 * closure cuts in two leaves two questions, each with plain windows; one that it covers leaves none.
 */
export function openTrips(trip: Trip, closures: readonly Closure[]): readonly Trip[] {
  if (closures.length === 0) return [trip];
  return openWindows(trip.pickupPlace, trip.pickup, closures).flatMap((pickup) =>
    openWindows(trip.dropoffPlace, trip.dropoff, closures).map((dropoff) => ({ ...trip, pickup, dropoff })),
  );
}
