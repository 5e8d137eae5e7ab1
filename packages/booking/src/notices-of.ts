import type { BookingId, VehicleId } from "@noriai/kernel";
import type { Booking } from "./booking.ts";
import type { Change, Day } from "./day.ts";
import type { Matter, Taken } from "./decide.ts";
import type { Notice, NoticeRide } from "./notice.ts";
import { waitingNotices } from "./waiting-notices.ts";

/**
 * Whom a decision concerns who has not asked for it, or who asked and is to have it in writing: what is to be told to
 * whom. Lateness is not a decision; `delayNotices` finds it. Vehicles that the search changes between bookings are told
 * by the ticket only, because they may change again; one that a dispatcher gave is told.
 *
 * @param before  the day that was decided on
 */
export function noticesOf(
  before: Day,
  { changes, day, given }: Pick<Taken<unknown>, "changes" | "day" | "given">,
): readonly Notice[] {
  const told = [
    ...changes.flatMap((change) => noticeOf(change, given.matter)),
    ...waitingNotices(day, changes),
  ];
  return given.matter.kind === "instruct" ? [...told, ...givenOtherVehicles(before, day)] : told;
}

function noticeOf(change: Change, matter: Matter): readonly Notice[] {
  switch (change.kind) {
    case "booking-confirmed":
    case "booking-changed": {
      const { boardingCode } = change.booking;
      return [
        aboutBooking(change.booking, { kind: change.kind, ride: rideOf(change.booking), boardingCode }),
      ];
    }
    case "booking-cancelled":
      return ofCancelled(change.booking, matter);
    default:
      return [];
  }
}

/** A rider who cancels knows it. Nobody is told of the operator's reasons who has asked for it herself. */
function ofCancelled(booking: Booking, matter: Matter): readonly Notice[] {
  const isAsked = matter.kind === "cancel" && matter.onBehalf === true;
  if (!isAsked && booking.state !== "cancelled_by_operator") return [];
  const kind = isAsked ? "cancelled-as-asked" : "booking-cancelled";
  return [aboutBooking(booking, { kind, ride: rideOf(booking) })];
}

function givenOtherVehicles(before: Day, after: Day): readonly Notice[] {
  return [...after.bookings.values()].flatMap((booking) => {
    const vehicleId = vehicleOf(after, booking.id);
    const former = vehicleOf(before, booking.id);
    if (booking.state !== "confirmed" || vehicleId === undefined || vehicleId === former) return [];
    return [aboutBooking(booking, { kind: "vehicle-changed", ride: rideOf(booking), vehicleId })];
  });
}

/** The vehicle that fetches a booking; nothing while it is stranded. */
function vehicleOf({ plan, duties }: Day, bookingId: BookingId): VehicleId | undefined {
  const route = plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === bookingId));
  return duties.find(({ id }) => id === route?.dutyId)?.vehicleId;
}

export const rideOf = ({
  request: { serviceDate, from, to },
  promise: { pickupFrom, pickupTo, arriveBy },
}: Booking): NoticeRide => ({ serviceDate, from, to, pickupFrom, pickupTo, arriveBy });

/** A notice to the member of a booking. */
export const aboutBooking = ({ id, memberId }: Booking, content: Notice["content"]): Notice => ({
  memberId,
  bookingId: id,
  content,
});
