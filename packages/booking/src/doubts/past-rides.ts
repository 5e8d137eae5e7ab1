import { instantOf, type ServiceDate, type TimeOfDay, timeOfDayOf } from "@noriai/kernel";
import type { Booking } from "../booking.ts";
import type { TripRequest } from "../trip-request.ts";

type Ends = Pick<TripRequest, "from" | "to">;

/** The rides from one stop to another that were really made, in the order of their dates. */
export const ridesMade = (bookings: readonly Booking[], { from, to }: Ends): readonly Booking[] =>
  bookings
    .filter(({ state, request }) => state === "completed" && request.from === from && request.to === to)
    .toSorted((a, b) => a.request.time.at - b.request.time.at);

/** The middle one of the rides' wished times of day; nothing without rides. */
export function usualTime(rides: readonly Booking[], timeZone: string): TimeOfDay | undefined {
  const times = rides.map(({ request }) => timeOfDayOf(request.time.at, timeZone)).sort();
  return times[Math.floor(times.length / 2)];
}

export const onDate = (date: ServiceDate, time: TimeOfDay, timeZone: string) =>
  instantOf(date, time, timeZone);
