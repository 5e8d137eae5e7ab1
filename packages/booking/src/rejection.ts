import type { Certainty, DutyReason, Reason } from "@noriai/dispatch";
import type {
  DutyId,
  EpochSeconds,
  IntakeStopId,
  Meters,
  Seconds,
  ServiceDate,
  StopId,
  TimeOfDay,
} from "@noriai/kernel";
import type { IntakeLimit } from "./intake-stop.ts";

/** Why a trip cannot be offered: the rule's name and by how much it failed. Worded by the faces. */
export type Rejection =
  | {
      readonly kind: "not-operating";
      readonly serviceDate: ServiceDate;
      readonly because: "period" | "weekday" | "holiday" | "suspension";
      readonly next?: ServiceDate;
    }
  | {
      readonly kind: "outside-hours";
      readonly opens: TimeOfDay;
      readonly closes: TimeOfDay;
      readonly by: Seconds;
    }
  | {
      readonly kind: "intake-stopped";
      readonly intakeStopId: IntakeStopId;
      /** What riders are told, as it was typed. */
      readonly notice: string;
      readonly plannedEnd?: EpochSeconds;
      /** What another wish could mend; empty when everything is stopped. */
      readonly limitedTo: readonly IntakeLimit[];
    }
  | { readonly kind: "reception-closed"; readonly opens: ServiceDate; readonly closes: ServiceDate }
  | { readonly kind: "phone-closed"; readonly opens?: EpochSeconds }
  | { readonly kind: "too-early-to-book"; readonly opensAt: EpochSeconds }
  | { readonly kind: "past-cutoff"; readonly closedAt: EpochSeconds; readonly minutes: number }
  | { readonly kind: "unknown-stop"; readonly field: "from" | "to" }
  | { readonly kind: "stop-closed"; readonly field: "from" | "to"; readonly stop: StopId }
  | { readonly kind: "outside-area"; readonly field: "from" | "to"; readonly stop: StopId }
  | {
      readonly kind: "off-road";
      readonly field: "from" | "to";
      readonly stop: StopId;
      readonly meters: Meters;
    }
  | { readonly kind: "same-stop" }
  | { readonly kind: "stop-pair"; readonly reason: string }
  | { readonly kind: "not-a-member" }
  | { readonly kind: "empty-party" }
  | { readonly kind: "infants-alone" }
  | { readonly kind: "party-too-large"; readonly seats: number; readonly over: number }
  | { readonly kind: "too-many-wheelchairs"; readonly places: number; readonly over: number }
  | { readonly kind: "wheelchairs-exceed-party"; readonly over: number }
  | { readonly kind: "overlaps-own-booking"; readonly bookingId: string }
  | { readonly kind: "not-changeable"; readonly bookingId: string }
  | {
      readonly kind: "no-vehicle";
      /** How sure it is; absent, like `summary`, in refusals kept from before it was told. */
      readonly certainty?: Certainty;
      /** The rules that stand against the trip over all vehicles, weightiest first. */
      readonly summary?: readonly Reason[];
      readonly duties: readonly { readonly dutyId: DutyId; readonly reason: DutyReason["rejection"] }[];
    };
