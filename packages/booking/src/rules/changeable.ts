/** A booking can be changed until the vehicle departs to its stop. */

import { nextState } from "../booking-state.ts";
import { isVehicleOnTheWay } from "../vehicle-on-the-way.ts";
import type { Rule } from "./rule.ts";

/** A booking of another member is as unknown as one that never was. @see D-07 */
export const changeable: Rule = ({ world, day, request: { replaces, memberId } }) => {
  if (replaces === undefined) return [];
  const booking = day.bookings.get(replaces);
  // A ride on another date is given up there, once this one is confirmed. One day cannot tell it from a ride that never
  // was: who asks has to know that the booking stands and whose it is.
  if (booking === undefined) return [];
  if (booking.memberId !== memberId) return [{ kind: "not-changeable", bookingId: replaces }];
  if (nextState(booking.state, "change") === undefined || isVehicleOnTheWay(world, day, booking.id))
    return [{ kind: "not-changeable", bookingId: replaces }];
  return [];
};
