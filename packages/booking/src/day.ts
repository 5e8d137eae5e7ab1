import type { Plan } from "@noriai/dispatch";
import type {
  BookingId,
  DutyId,
  EpochSeconds,
  QuoteId,
  ServiceDate,
  VehicleId,
  WaitingId,
} from "@noriai/kernel";
import type { Booking, Quote, Refusal } from "./booking.ts";
import type { OutOfService, Undoable, Wait } from "./instruction.ts";
import type { StopClosure } from "./stop-closure.ts";
import type { TaskEvent } from "./task-event.ts";
import type { Waiting, WaitingEnd, WaitingList, WaitingTurn } from "./waiting.ts";

/**
 * One service date of one service: its duties, its plan (運行計画) and everything that stands in it.
 * It is the unit that is locked, versioned and recomputed.
 */
export interface Day {
  readonly serviceDate: ServiceDate;
  /** Grows by one with every change; a decision made on an older one is made again. */
  readonly version: number;
  readonly duties: readonly Duty[];
  readonly plan: Plan;
  readonly bookings: ReadonlyMap<BookingId, Booking>;
  /** Quotes that have neither been confirmed nor released; those whose hold has ended wait for a late yes, unplanned. */
  readonly quotes: ReadonlyMap<QuoteId, Quote>;
  /** In the order in which they were recorded. */
  readonly taskEvents: readonly TaskEvent[];
  /** What the dispatcher's last instruction found; absent when something has happened since. */
  readonly undoable?: Undoable;
  /** Stops closed within the day by a dispatcher; none when left out. */
  readonly closures?: readonly StopClosure[];
  /** Who waits for room, in the order in which the wishes were written; nobody when left out. */
  readonly waiting?: WaitingList;
}

/** One vehicle's stint of work (乗務) on a service date. */
export interface Duty {
  readonly id: DutyId;
  readonly vehicleId: VehicleId;
  readonly startsAt: EpochSeconds;
  readonly endsAt: EpochSeconds;
  /** When a plan made anew last gave it another next stop: it cannot have set out for that one before. */
  readonly turnedAt?: EpochSeconds;
  /** Riders whom a plan made anew gave to another vehicle; a terminal out of reach may still show them here. */
  readonly gaveAway?: readonly BookingId[];
  /** A dispatcher has taken the vehicle out of service. */
  readonly outOfService?: OutOfService;
  /** Riders whom a dispatcher gave to this vehicle: no search gives them to another. */
  readonly byHand?: readonly BookingId[];
  /** Riders for whom a dispatcher lets the vehicle wait. */
  readonly waits?: readonly Wait[];
  /** A dispatcher has added it to the day (臨時便). */
  readonly added?: true;
}

/** What a decision changes. The store writes exactly these, in one transaction. */
export type Change =
  | { readonly kind: "quote-held"; readonly quote: Quote }
  | {
      readonly kind: "quote-closed";
      readonly quoteId: QuoteId;
      readonly because: "confirmed" | "released" | "expired" | "stopped";
    }
  | { readonly kind: "request-refused"; readonly refusal: Refusal }
  | { readonly kind: "booking-confirmed"; readonly booking: Booking }
  | { readonly kind: "booking-changed"; readonly before: Booking; readonly booking: Booking }
  | { readonly kind: "booking-cancelled"; readonly booking: Booking }
  | { readonly kind: "booking-moved-on"; readonly booking: Booking }
  | { readonly kind: "task-recorded"; readonly event: TaskEvent }
  | { readonly kind: "waiting-begun"; readonly waiting: Waiting }
  | { readonly kind: "waiting-changed"; readonly waiting: Waiting; readonly because: WaitingTurn }
  | { readonly kind: "waiting-ended"; readonly waitingId: WaitingId; readonly because: WaitingEnd }
  /**
   * `duties` come along where riders who had a place already were given another, `undoable` with an instruction,
   * `closures` with one that closes or opens a stop.
   */
  | {
      readonly kind: "plan-changed";
      readonly plan: Plan;
      readonly duties?: readonly Duty[];
      readonly undoable?: Undoable | "none";
      readonly closures?: readonly StopClosure[];
    };

/** A decision: what the caller is told, the day after it, and what changed. No change means nothing is written. */
export interface Decision<Answer> {
  readonly answer: Answer;
  readonly day: Day;
  readonly changes: readonly Change[];
}
