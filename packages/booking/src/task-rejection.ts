import type { BookingId, DutyId, EpochSeconds, EventId, Yen } from "@noriai/kernel";
import type { BookingState } from "./booking.ts";

/** Why a driver's step is not taken: named, so that the terminal can say what to do. */
export type TaskRejection =
  /** The same event id was recorded before with other content. */
  | { readonly kind: "event-id-conflict"; readonly eventId: EventId }
  | { readonly kind: "outside-day" }
  | { readonly kind: "unknown-duty" }
  | { readonly kind: "unknown-stop" }
  | { readonly kind: "unknown-booking"; readonly bookingId: BookingId }
  | { readonly kind: "other-duty"; readonly dutyId: DutyId }
  /** Cancelled, suspended or recorded as a no-show. */
  | { readonly kind: "booking-closed"; readonly state: BookingState }
  | { readonly kind: "not-aboard" }
  | { readonly kind: "already-aboard" }
  | { readonly kind: "already-alighted" }
  | { readonly kind: "not-at-stop" }
  | { readonly kind: "no-show-too-early"; readonly from: EpochSeconds }
  | { readonly kind: "fare-already-collected"; readonly amount: Yen }
  | { readonly kind: "nothing-to-undo" }
  | { readonly kind: "not-the-last-step"; readonly lastEventId?: EventId };
