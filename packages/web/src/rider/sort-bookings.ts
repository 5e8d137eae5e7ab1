import type { Booking } from "@noriai/api";
import { epochMs } from "../format.ts";

export interface SortedBookings {
  /** The ride that comes next or is under way. */
  readonly next: Booking | undefined;
  /** Those after it, soonest first. */
  readonly upcoming: readonly Booking[];
  /** Everything else, latest first. */
  readonly past: readonly Booking[];
}

const OPEN: readonly Booking["state"][] = ["confirmed", "boarding", "riding"];

/** The ride is still to come or under way: its rider is asked for the code. */
export const isAhead = ({ state }: Pick<Booking, "state">): boolean => OPEN.includes(state);

/** A rider's bookings as the rider looks for them. */
export function sortBookings(bookings: readonly Booking[]): SortedBookings {
  const pickup = ({ promise }: Booking) => epochMs(promise.pickupFrom);
  const [next, ...upcoming] = bookings.filter(isAhead).toSorted((a, b) => pickup(a) - pickup(b));
  const past = bookings.filter((booking) => !isAhead(booking)).toSorted((a, b) => pickup(b) - pickup(a));
  return { next, upcoming, past };
}
