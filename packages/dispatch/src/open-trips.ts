import type { Closure, Trip, Window } from "./problem.ts";
import { openWindows, reopensAt } from "./rules/stop-closed.ts";

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

/**
 * The same, and besides, where a stop is closed as a window ends, the trip as soon as it is open again: later than was
 * promised, for who is to choose between that and no ride at all.
 */
export function openTripsOrLate(trip: Trip, closures: readonly Closure[]): readonly Trip[] {
  const windows = (place: number, window: Window): Window[] => {
    const earliest = reopensAt(place, window.latest, closures);
    const open = openWindows(place, window, closures);
    return earliest > window.latest ? [...open, { earliest, latest: window.latest }] : open;
  };
  return windows(trip.pickupPlace, trip.pickup).flatMap((pickup) =>
    windows(trip.dropoffPlace, trip.dropoff).map((dropoff) => ({ ...trip, pickup, dropoff })),
  );
}
