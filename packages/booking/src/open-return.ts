import { type BookingId, type EpochSeconds, later } from "@noriai/kernel";
import type { Booking } from "./booking.ts";
import { isOpen } from "./booking-state.ts";
import type { HourlessTrip } from "./day-openings.ts";
import { cutoffOf } from "./rules/booking-window.ts";
import type { Service } from "./service.ts";

/**
 * A return wished without a time (帰りは「終わったら呼ぶ」): no place is kept for it. It is called when the rider is
 * done, and asks then like any wish.
 */
export interface OpenReturn extends HourlessTrip {
  /** The way out; this trip begins where it ended. */
  readonly bookingId: BookingId;
  /** When the way out is to be over, as promised. */
  readonly outBy: EpochSeconds;
}

/** The return of a way out as it stands now; nothing when there is none to be called any more. */
export function openReturnOf(out: Booking, own: readonly Booking[]): OpenReturn | undefined {
  if (!mayWishReturn(out, own)) return undefined;
  const { memberId, request, promise } = out;
  return {
    bookingId: out.id,
    memberId,
    serviceDate: request.serviceDate,
    from: request.to,
    to: request.from,
    party: request.party,
    wheelchairs: request.wheelchairs,
    ...(request.needs && { needs: request.needs }),
    outBy: promise.arriveBy,
  };
}

/** May a return be wished for this way out? Not where it did not come about, nor where a way back is booked. */
const mayWishReturn = (out: Booking, own: readonly Booking[]): boolean =>
  (isOpen(out.state) || out.state === "completed") && !own.some((booking) => isWayBack(booking, out));

/** The way back, or another ride that begins where and after the way out ended: nobody waits there any more. */
function isWayBack({ id, state, request, promise }: Booking, out: Booking): boolean {
  return (
    id !== out.id &&
    (isOpen(state) || state === "completed") &&
    request.serviceDate === out.request.serviceDate &&
    request.from === out.request.to &&
    promise.pickupFrom >= out.promise.arriveBy
  );
}

/** From when a vehicle can be asked for at this moment: the booking window closes so long before (予約可能期間). */
export const callableFrom = (service: Service, now: EpochSeconds): EpochSeconds =>
  later(now, cutoffOf(service, "web"));
