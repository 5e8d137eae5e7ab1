import type { Booking } from "@noriai/api";

/** The stops that somebody uses most, most used first; equal ones in the order of the bookings. */
export function frequentStops(bookings: readonly Pick<Booking, "trip">[], most: number): readonly string[] {
  const uses = new Map<string, number>();
  for (const { trip } of bookings)
    for (const stop of [trip.from, trip.to]) uses.set(stop, (uses.get(stop) ?? 0) + 1);
  return [...uses]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([stop]) => stop);
}
