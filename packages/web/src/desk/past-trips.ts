import type { Booking } from "@noriai/api";

/** As many as fit beside the form without scrolling. */
const MOST = 5;

const AHEAD: ReadonlySet<Booking["state"]> = new Set(["confirmed", "boarding", "riding"]);

/** Rides still to come, the next one first. */
export const upcomingOf = (bookings: readonly Booking[]): readonly Booking[] =>
  bookings
    .filter(({ state }) => AHEAD.has(state))
    .toSorted((a, b) => Date.parse(a.promise.pickupFrom) - Date.parse(b.promise.pickupFrom));

/** The last trips, each pair of stops once: what a caller most often wants again. Cancelled ones count, rides ahead do not. */
export function tripsToRepeat(bookings: readonly Booking[]): readonly Booking[] {
  const byPair = new Map<string, Booking>();
  for (const booking of bookings.filter(({ state }) => !AHEAD.has(state))) {
    const pair = `${booking.trip.from} ${booking.trip.to}`;
    if (!byPair.has(pair)) byPair.set(pair, booking);
  }
  return [...byPair.values()].slice(0, MOST);
}
