import type { Branded } from "@noriai/kernel";
import type { Booking } from "./booking.ts";
import { FARE_CLASSES } from "./fare-class.ts";
import { needsText } from "./trip-need.ts";

/**
 * What somebody saw of a booking who decides about it: state, trip and promise. It moves when one of these does, and
 * stays when only the plan moves. Opaque outside; two are the same or not.
 */
export type BookingVersion = Branded<string, "BookingVersion">;

/** The version of a booking as it stands. */
export function versionOf({ state, request, promise, changedAt, cancellation }: Booking): BookingVersion {
  const { serviceDate, from, to, time, party, wheelchairs } = request;
  return [
    state,
    `${serviceDate} ${time.mode} ${time.at}`,
    `${from} ${to}`,
    `${FARE_CLASSES.map((fareClass) => party[fareClass]).join(" ")} ${wheelchairs} ${needsText(request)}`,
    `${promise.pickupFrom} ${promise.pickupTo} ${promise.arriveBy}`,
    `${changedAt ?? 0} ${cancellation?.at ?? 0}`,
  ].join("|") as BookingVersion;
}

/** Whether the booking is no longer what somebody saw who goes by it; whoever names no version goes by none. */
export const isOvertaken = (booking: Booking, seen: BookingVersion | undefined): boolean =>
  seen !== undefined && versionOf(booking) !== seen;
