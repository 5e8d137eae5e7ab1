import type {
  BookingId,
  DutyId,
  EpochSeconds,
  MemberId,
  Meters,
  QuoteId,
  RefusalId,
  Seconds,
  StopId,
  Yen,
} from "@noriai/kernel";
import type { FareClass } from "./fare-class.ts";
import type { Rejection } from "./rejection.ts";
import type { TripRequest, TripTime } from "./trip-request.ts";

/** What was told to the rider; no later decision of ours may break it. */
export interface Promise {
  /** The vehicle never leaves before this. */
  readonly pickupFrom: EpochSeconds;
  readonly pickupTo: EpochSeconds;
  readonly arriveBy: EpochSeconds;
  readonly rideMax: Seconds;
}

/** Fare of a party, fixed when the booking is made. */
export interface Fare {
  readonly lines: readonly { readonly fareClass: FareClass; readonly count: number; readonly unit: Yen }[];
  readonly total: Yen;
}

/** An offer (候補): how the trip would be carried, and what the rider would be promised. */
export interface Offer {
  readonly dutyId: DutyId;
  readonly promise: Promise;
  readonly pickupAt: EpochSeconds;
  readonly dropoffAt: EpochSeconds;
  readonly fare: Fare;
  /** Absent in quotes kept from before it was recorded. */
  readonly why?: OfferReason;
}

/** Why this vehicle, and what the trip costs those who were there before. Trips by the ids of bookings and quotes. */
export interface OfferReason {
  /** Driving that the trip adds to the vehicle's day. */
  readonly driving: Seconds;
  /** The next best vehicle's duty and the driving it would add there; absent when no other could take the trip. */
  readonly runnerUp?: { readonly dutyId: DutyId; readonly driving: Seconds };
  /** Who comes later than before, each within what was promised. */
  readonly delays: readonly {
    readonly tripId: string;
    readonly pickupLater: Seconds;
    readonly dropoffLater: Seconds;
  }[];
  /** Who rides in another vehicle or in another turn than before, to make room. */
  readonly moved: readonly string[];
}

/** Another way in which the trip can really be booked (別便案内): at another time, or from or to a stop within a walk. */
export interface Alternative {
  readonly kind: "other-time" | "other-stop";
  /** Ask again with this time and these stops to get the offer held. */
  readonly time: TripTime;
  readonly from: StopId;
  readonly to: StopId;
  /** The way on foot from the wished stop to the other one, estimated; 0 where the wish is kept. */
  readonly walk: { readonly from: Meters; readonly to: Meters };
  readonly pickupAt: EpochSeconds;
  readonly dropoffAt: EpochSeconds;
}

/** Quote (候補の提示): an offer kept for the rider until it expires. Its id becomes the booking's id. */
export interface Quote {
  readonly id: QuoteId;
  readonly request: TripRequest;
  readonly offer: Offer;
  /** Does the offer occupy the plan? A change that needs its own old seat cannot hold both. */
  readonly held: boolean;
  readonly expiresAt: EpochSeconds;
}

/** Refusal: every rule that stood against the trip, by how much, and what can be had instead. Stored as unmet demand. */
export interface Refusal {
  readonly id: RefusalId;
  readonly request: TripRequest;
  readonly at: EpochSeconds;
  readonly rejections: readonly Rejection[];
  readonly alternatives: readonly Alternative[];
}

/** Booking (予約): a confirmed offer. */
export interface Booking {
  readonly id: BookingId;
  readonly memberId: MemberId;
  readonly request: TripRequest;
  readonly promise: Promise;
  readonly fare: Fare;
  readonly state: BookingState;
  /** Four digits that rider and driver compare. */
  readonly boardingCode: string;
  readonly bookedAt: EpochSeconds;
  /** When its trip was last changed. */
  readonly changedAt?: EpochSeconds;
  readonly cancellation?: { readonly at: EpochSeconds; readonly reason: string };
  /** The duty that would have gone to it next when it was called off or changed, and could turn elsewhere only then. */
  readonly freed?: { readonly dutyId: DutyId; readonly at: EpochSeconds };
}

/** Life of a booking; which action leads where stands in `booking-state.ts`. */
export type BookingState =
  | "confirmed"
  | "boarding"
  | "riding"
  | "completed"
  | "cancelled_by_rider"
  | "cancelled_by_operator"
  | "no_show"
  | "suspended";
