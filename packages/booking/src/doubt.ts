import type { BookingId, EpochSeconds, ServiceDate, StopId } from "@noriai/kernel";
import type { Booking } from "./booking.ts";
import type { Service } from "./service.ts";
import type { TripRequest, TripTime } from "./trip-request.ts";

/**
 * Doubt (確認事項): what may have been misheard or forgotten. Nothing is refused for it; whoever takes the request asks
 * once more. `mend` is the request as it was probably meant, where that can be told.
 */
export type Doubt =
  /** The same ride is booked already, at nearly the same time. */
  | { readonly kind: "duplicate"; readonly bookingId: BookingId }
  /** Too little time between this ride and another one of the same member. */
  | { readonly kind: "too-close"; readonly bookingId: BookingId }
  /** Outside the hours, and half a day earlier or later inside them. */
  | { readonly kind: "half-day-slip"; readonly meant: EpochSeconds; readonly mend: Mend }
  /** Far from the hour at which the member always takes this ride; `usual` on the wished day. */
  | { readonly kind: "unusual-hour"; readonly usual: EpochSeconds; readonly mend: Mend }
  /** The member's last rides all had one, or the record says so and there was no ride yet. */
  | {
      readonly kind: "missing-wheelchair";
      readonly because: "rides" | "record";
      readonly usual: number;
      readonly mend: Mend;
    }
  /** The member always rides back the same day, and has not booked the way back yet. */
  | { readonly kind: "forgotten-return"; readonly usual: EpochSeconds }
  | {
      readonly kind: "closed-facility";
      readonly stopId: StopId;
      readonly name: string;
      readonly because: "weekday" | "holiday";
      /** The next day on which it is open and the service runs. */
      readonly open?: ServiceDate;
      readonly mend?: Mend;
    };

export interface Mend {
  readonly time?: TripTime;
  readonly wheelchairs?: number;
}

export interface Doubting {
  readonly service: Service;
  readonly request: TripRequest;
  /** All bookings of the member, in any order and state. */
  readonly bookings: readonly Booking[];
  /** As the member's record says. */
  readonly usesWheelchair: boolean;
}
