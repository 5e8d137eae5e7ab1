import type { Closure, Trip, Window } from "../problem.ts";

/** The trip once for each way to stay out of the closures: each has one open interval for either end. */
export function withoutClosures(trip: Trip, closures: readonly Closure[] = []): Trip[] {
  const open = (window: Window, place: number) =>
    openParts(
      window,
      closures.filter((one) => one.place === place),
    );
  return open(trip.pickup, trip.pickupPlace).flatMap((pickup) =>
    open(trip.dropoff, trip.dropoffPlace).map((dropoff) => ({ ...trip, pickup, dropoff })),
  );
}

function openParts(window: Window, closures: readonly Closure[]): Window[] {
  let parts = [window];
  for (const { from, until } of closures) {
    if (until <= from) continue;
    parts = parts.flatMap(({ earliest, latest }) =>
      [
        { earliest, latest: Math.min(latest, from - 1) },
        { earliest: Math.max(earliest, until), latest },
      ].filter((part) => part.earliest <= part.latest),
    );
  }
  return parts;
}
