import type { BookingId, DutyId, EpochSeconds, EventId, Seconds, StopId, Yen } from "@noriai/kernel";

/** Task event (乗降): what the driver recorded, at the moment it happened, even offline. 仕様書 5-(3) */
export type TaskEvent = TaskEventHead &
  (
    | { readonly kind: "arrived"; readonly stopId: StopId }
    | { readonly kind: "boarded"; readonly bookingId: BookingId }
    | { readonly kind: "alighted"; readonly bookingId: BookingId }
    | { readonly kind: "no-show"; readonly bookingId: BookingId }
    | {
        readonly kind: "fare-collected";
        readonly bookingId: BookingId;
        readonly amount: Yen;
        readonly means: FareMeans;
        /** Why the amount is another than the fare due, or than what was recorded before. */
        readonly reason?: FareReason;
      }
    | { readonly kind: "delayed"; readonly by: Seconds; readonly cause: DelayCause }
    | { readonly kind: "undone"; readonly eventId: EventId }
  );

interface TaskEventHead {
  /** Made by the terminal; a repeat of the same id changes nothing. */
  readonly id: EventId;
  readonly dutyId: DutyId;
  /** When it happened, by the terminal. */
  readonly at: EpochSeconds;
}

export type FareMeans = "cash" | "cashless";
export type FareReason = "other-class" | "other-party" | "short" | "mistyped" | "other";
export type DelayCause = "traffic" | "weather" | "boarding" | "vehicle" | "other";
