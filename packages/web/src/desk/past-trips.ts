import type { Booking } from "@noriai/api";

/** As many as fit beside the form without scrolling, and as there are keys for. */
const MOST = 5;

const AHEAD: ReadonlySet<Booking["state"]> = new Set(["confirmed", "boarding", "riding"]);

/** A pair of stops that a member rides between (いつもの区間). */
export interface UsualTrip {
  /** The last of them: its party and needs are those of today. */
  readonly last: Booking;
  /** How often it was really ridden. */
  readonly rides: number;
  /** The instants wished for on the rides, latest first. */
  readonly wishedAt: readonly string[];
}

/** Rides still to come, the next one first. */
export const upcomingOf = (bookings: readonly Booking[]): readonly Booking[] =>
  bookings
    .filter(({ state }) => AHEAD.has(state))
    .toSorted((a, b) => Date.parse(a.promise.pickupFrom) - Date.parse(b.promise.pickupFrom));

/**
 * What a caller most often wants again, each pair of stops once: the most ridden first, of equals the last. Cancelled
 * trips are there too, as wishes; rides ahead stand by themselves.
 *
 * @param bookings  latest ride first
 */
export function usualTrips(bookings: readonly Booking[]): readonly UsualTrip[] {
  const byPair = Map.groupBy(
    bookings.filter(({ state }) => !AHEAD.has(state)),
    ({ trip }) => `${trip.from} ${trip.to}`,
  );
  return [...byPair.values()]
    .map((trips): UsualTrip => {
      const ridden = trips.filter(({ state }) => state === "completed");
      const [last] = ridden.length > 0 ? ridden : trips;
      const wishedAt = (ridden.length > 0 ? ridden : trips)
        .filter(({ trip }) => trip.time.mode === last!.trip.time.mode)
        .map(({ trip }) => trip.time.at);
      return { last: last!, rides: ridden.length, wishedAt };
    })
    .toSorted((a, b) => b.rides - a.rides)
    .slice(0, MOST);
}
