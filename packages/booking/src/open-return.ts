import { type BookingId, type EpochSeconds, later, type ServiceDate, type StopId } from "@noriai/kernel";
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

/** May a return be wished for this ride? Not where it did not come about, leads back itself, or was followed by another. */
const mayWishReturn = (out: Booking, own: readonly Booking[]): boolean =>
  cameAbout(out) &&
  !waysBack(own, out.request.serviceDate).has(out.id) &&
  !own.some((booking) => leavesThere(booking, out));

const cameAbout = ({ state }: Booking): boolean => isOpen(state) || state === "completed";

/**
 * The rides of a day that lead back: to where an earlier way out of that day began, over however many stops. After it
 * the next ride is a way out again, to the same place too.
 */
function waysBack(own: readonly Booking[], serviceDate: ServiceDate): ReadonlySet<BookingId> {
  const left = new Set<StopId>();
  const back = new Set<BookingId>();
  const rides = own
    .filter((booking) => cameAbout(booking) && booking.request.serviceDate === serviceDate)
    .toSorted((a, b) => a.promise.pickupFrom - b.promise.pickupFrom);
  for (const { id, request } of rides) {
    if (left.has(request.to)) back.add(id);
    else left.add(request.from);
  }
  return back;
}

/** The way back, or another ride that begins where and after the way out ended: nobody waits there any more. */
const leavesThere = (booking: Booking, out: Booking): boolean =>
  booking.id !== out.id &&
  cameAbout(booking) &&
  booking.request.serviceDate === out.request.serviceDate &&
  booking.request.from === out.request.to &&
  booking.promise.pickupFrom >= out.promise.arriveBy;

/** From when a vehicle can be asked for at this moment: the booking window closes so long before (予約可能期間). */
export const callableFrom = (service: Service, now: EpochSeconds): EpochSeconds =>
  later(now, cutoffOf(service, "web"));
