import type { BookingId, DutyId, EpochSeconds, EventId, Result, Seconds, Yen } from "@noriai/kernel";
import type { BookingState } from "./booking.ts";
import type { Change } from "./day.ts";

/** What else changes on the day when a step is recorded, or why it cannot have happened. */
export type Consequences = Result<readonly Change[], TaskRejection>;

/** Why a driver's step is not taken: named, so that the terminal can say what to do. */
export type TaskRejection =
  /** The same event id was recorded before with other content. */
  | { readonly kind: "event-id-conflict"; readonly eventId: EventId }
  | { readonly kind: "outside-day" }
  /** Later than the present by more than clocks may differ. */
  | { readonly kind: "in-the-future"; readonly by: Seconds }
  /** Before what was last recorded of the vehicle, or alighting before boarding. */
  | { readonly kind: "out-of-order"; readonly by: Seconds }
  /** So many days after its service date; the day's report is closed. */
  | { readonly kind: "too-old"; readonly days: number }
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
  /** The arrival stands as long as a fare taken there does: take that back first. */
  | { readonly kind: "fare-stands"; readonly bookingId: BookingId; readonly amount: Yen }
  | { readonly kind: "not-the-last-step"; readonly lastEventId?: EventId };
