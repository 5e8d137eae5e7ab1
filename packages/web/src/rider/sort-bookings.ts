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

/** A rider's bookings as the rider looks for them. */
export function sortBookings(bookings: readonly Booking[]): SortedBookings {
  const pickup = ({ promise }: Booking) => epochMs(promise.pickupFrom);
  const [next, ...upcoming] = bookings
    .filter(({ state }) => OPEN.includes(state))
    .toSorted((a, b) => pickup(a) - pickup(b));
  const past = bookings
    .filter(({ state }) => !OPEN.includes(state))
    .toSorted((a, b) => pickup(b) - pickup(a));
  return { next, upcoming, past };
}
