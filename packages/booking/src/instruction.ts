import type { DutyReason, Plan } from "@noriai/dispatch";
import type { BookingId, DutyId, EpochSeconds } from "@noriai/kernel";
import type { BookingState } from "./booking.ts";
import type { Duty } from "./day.ts";

/** Instruction (配車指示): what a dispatcher does to the day with the own hand. */
export type Instruction =
  /** The vehicle of a duty takes nobody from an instant on; an instant that has passed means now. */
  | {
      readonly kind: "take-out";
      readonly dutyId: DutyId;
      readonly from: EpochSeconds;
      readonly reason: OutOfServiceReason;
    }
  | { readonly kind: "bring-back"; readonly dutyId: DutyId }
  /** The rider rides in the vehicle of this duty, and no search takes them out of it again. */
  | { readonly kind: "move"; readonly bookingId: BookingId; readonly dutyId: DutyId }
  /** Takes the last instruction back. */
  | { readonly kind: "undo" };

export type OutOfServiceReason = "breakdown" | "accident" | "driver" | "inspection" | "weather" | "other";

/** A duty that is driven no further (運行中止). */
export interface OutOfService {
  readonly from: EpochSeconds;
  readonly reason: OutOfServiceReason;
}

/** What the last instruction found, kept as long as nothing but plans made anew has come after it. */
export interface Undoable {
  readonly at: EpochSeconds;
  readonly instruction: Exclude<Instruction, { readonly kind: "undo" }>;
  readonly plan: Plan;
  /** The duties' marks that a hand has set; see `Duty`. */
  readonly duties: readonly Pick<Duty, "id" | "outOfService" | "byHand">[];
}

/** Why an instruction cannot be carried out: the rule's name and by how much it failed. Worded by the faces. */
export type InstructionRejection =
  | { readonly kind: "unknown-duty" }
  | { readonly kind: "unknown-booking" }
  | { readonly kind: "duty-over"; readonly endedAt: EpochSeconds }
  | { readonly kind: "already-out"; readonly from: EpochSeconds }
  | { readonly kind: "not-out" }
  | { readonly kind: "out-of-service"; readonly from: EpochSeconds }
  | { readonly kind: "vehicle-gone" }
  | { readonly kind: "stop-gone" }
  | { readonly kind: "not-movable"; readonly state: BookingState }
  | { readonly kind: "already-there" }
  /** The vehicle has set out for the rider: word would not reach both in time. */
  | { readonly kind: "vehicle-on-the-way" }
  /** The engine's rule that stands against it in that vehicle, and the amount. */
  | { readonly kind: "no-place"; readonly reason: DutyReason["rejection"] }
  /** A vehicle under way would have to turn, or a promise that is kept now would be broken. */
  | { readonly kind: "breaks-plan" }
  /** Something has happened since the last instruction, or there was none. */
  | { readonly kind: "nothing-to-undo" };
