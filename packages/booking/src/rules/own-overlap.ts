/** Nobody rides twice at the same time: a ride does not overlap another booking of the same member. */

import type { Booking, Promise as Promised } from "../booking.ts";
import { isOpen } from "../booking-state.ts";
import { wishedRide } from "../wished-ride.ts";
import type { Ask, Rule } from "./rule.ts";

/** The booking that the request replaces does not count. */
export const ownOverlap: Rule = (ask) => {
  const { leavesAt, arrivesAt } = wishedRide(ask.world, ask.request);
  return otherBookingsOf(ask)
    .filter(({ promise }) => leavesAt < promise.arriveBy && promise.pickupFrom < arrivesAt)
    .map(({ id }) => ({ kind: "overlaps-own-booking", bookingId: id }));
};

/** Could a rider be promised both rides? Not when one may begin before the other has surely ended. */
export function doOverlap(one: Promised, other: Promised): boolean {
  return one.pickupFrom < other.arriveBy && other.pickupFrom < one.arriveBy;
}

/** The member's other bookings of the day that still stand. */
export function otherBookingsOf({ day, request }: Ask): readonly Booking[] {
  return [...day.bookings.values()].filter(
    ({ id, memberId, state }) => memberId === request.memberId && id !== request.replaces && isOpen(state),
  );
}
