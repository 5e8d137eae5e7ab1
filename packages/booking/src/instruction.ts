import type { DutyReason, Plan, Violation } from "@noriai/dispatch";
import type { BookingId, DutyId, EpochSeconds, Seconds, StopId, VehicleId } from "@noriai/kernel";
import type { BookingState } from "./booking.ts";
import type { Duty } from "./day.ts";
import type { ClosureReason, StopClosure } from "./stop-closure.ts";

/** Instruction (配車指示): what a dispatcher does to the day with the own hand. */
export type Instruction =
  /**
   * The vehicle of a duty takes nobody from an instant on; an instant that has passed means now. With `restOfDay` the
   * vehicle's later duties of the date are not driven either.
   */
  | {
      readonly kind: "take-out";
      readonly dutyId: DutyId;
      readonly from: EpochSeconds;
      readonly reason: OutOfServiceReason;
      readonly restOfDay?: true;
    }
  | { readonly kind: "bring-back"; readonly dutyId: DutyId; readonly restOfDay?: true }
  /** The rider rides in the vehicle of this duty, and no search takes them out of it again. */
  | {
      readonly kind: "move";
      readonly bookingId: BookingId;
      readonly dutyId: DutyId;
      /** Where in its turn; the cheapest place when left out. */
      readonly place?: PlaceInTurn;
    }
  /** No search takes the rider out of the vehicle in which they ride now, or gives them another turn (固定). */
  | { readonly kind: "pin"; readonly bookingId: BookingId }
  | { readonly kind: "unpin"; readonly bookingId: BookingId }
  /** The vehicle begins to take the rider aboard no earlier: it waits at the stop (待機). */
  | { readonly kind: "wait"; readonly bookingId: BookingId; readonly until: EpochSeconds }
  /** Another vehicle drives the duty; where that one has a duty at the time, the two change. */
  | { readonly kind: "change-vehicle"; readonly dutyId: DutyId; readonly vehicleId: VehicleId }
  /** A vehicle of the service drives besides what was planned, on this date only (臨時便). */
  | {
      readonly kind: "add-duty";
      readonly vehicleId: VehicleId;
      readonly from: EpochSeconds;
      readonly until: EpochSeconds;
    }
  /** Nobody boards or alights at the stop from now until an instant. */
  | {
      readonly kind: "close-stop";
      readonly stopId: StopId;
      readonly until: EpochSeconds;
      readonly reason: ClosureReason;
    }
  | { readonly kind: "open-stop"; readonly stopId: StopId }
  /** Takes the last instruction back. */
  | { readonly kind: "undo" };

/** How many of the booked visits ahead of a duty, the rider's own left out, come before boarding and before alighting. */
export interface PlaceInTurn {
  readonly pickup: number;
  readonly dropoff: number;
}

export type OutOfServiceReason = "breakdown" | "accident" | "driver" | "inspection" | "weather" | "other";

/** A duty that is driven no further (運行中止). */
export interface OutOfService {
  readonly from: EpochSeconds;
  readonly reason: OutOfServiceReason;
}

/** A vehicle waits for a rider's boarding, longer than it was promised to. */
export interface Wait {
  readonly bookingId: BookingId;
  readonly until: EpochSeconds;
}

/** What the last instruction found, kept as long as nothing but plans made anew has come after it. */
export interface Undoable {
  readonly at: EpochSeconds;
  readonly instruction: Exclude<Instruction, { readonly kind: "undo" }>;
  readonly plan: Plan;
  /** The duties that there were, with the marks that a hand has set; see `Duty`. */
  readonly duties: readonly DutyMarks[];
  /** The stops that were closed; left out: none. */
  readonly closures?: readonly StopClosure[];
}

/** The vehicle goes along only where it was changed. */
export type DutyMarks = Pick<Duty, "id" | "outOfService" | "byHand" | "waits"> & {
  readonly vehicleId?: VehicleId;
};

/** Why an instruction cannot be carried out: the rule's name and by how much it failed. Worded by the faces. */
export type InstructionRejection =
  | { readonly kind: "unknown-duty" }
  | { readonly kind: "unknown-booking" }
  | { readonly kind: "unknown-vehicle" }
  | { readonly kind: "unknown-stop" }
  | { readonly kind: "duty-over"; readonly endedAt: EpochSeconds }
  /** Its driver has recorded something: another vehicle cannot have done so. */
  | { readonly kind: "duty-begun"; readonly at: EpochSeconds }
  | { readonly kind: "same-vehicle" }
  /** The vehicle drives another duty then, for so long. */
  | { readonly kind: "vehicle-busy"; readonly dutyId: DutyId; readonly overlap: Seconds }
  | { readonly kind: "hours-wrong" }
  | { readonly kind: "already-out"; readonly from: EpochSeconds }
  | { readonly kind: "not-out" }
  | { readonly kind: "out-of-service"; readonly from: EpochSeconds }
  | { readonly kind: "vehicle-gone" }
  | { readonly kind: "stop-gone" }
  | { readonly kind: "not-closed" }
  | { readonly kind: "not-movable"; readonly state: BookingState }
  | { readonly kind: "already-there" }
  | { readonly kind: "already-pinned" }
  | { readonly kind: "not-pinned" }
  /** Nobody carries the rider. */
  | { readonly kind: "not-planned" }
  | { readonly kind: "no-such-place"; readonly places: number }
  /** Longer than the promised pickup allows, by so much. */
  | { readonly kind: "wait-too-long"; readonly over: Seconds; readonly latest: EpochSeconds }
  /** The vehicle waits so long already. */
  | { readonly kind: "waits-anyway"; readonly until: EpochSeconds }
  /** The vehicle has set out for the rider: word would not reach both in time. */
  | { readonly kind: "vehicle-on-the-way" }
  /** The engine's rule that stands against it in that vehicle, and the amount. */
  | { readonly kind: "no-place"; readonly reason: DutyReason["rejection"] }
  /** A promise that is kept now would be broken, or missed by more than now: whose, and by how much. */
  | { readonly kind: "breaks-promise"; readonly bookingId: BookingId; readonly over: Seconds }
  /** Another rule would be broken, as the verifier names it. */
  | { readonly kind: "breaks-rule"; readonly rule: Violation }
  /** A vehicle under way would have to turn. */
  | { readonly kind: "breaks-plan" }
  /** Something has happened since the last instruction, or there was none. */
  | { readonly kind: "nothing-to-undo" };
