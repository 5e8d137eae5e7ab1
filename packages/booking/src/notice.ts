import type {
  BookingId,
  EpochSeconds,
  MemberId,
  Seconds,
  ServiceDate,
  StopId,
  VehicleId,
} from "@noriai/kernel";
import type { ToldTimes } from "./delay-list.ts";
import type { DelayCause } from "./task-event.ts";

/** The ride that a notice is about, with the times that are promised. */
export interface NoticeRide extends ToldTimes {
  readonly serviceDate: ServiceDate;
  readonly from: StopId;
  readonly to: StopId;
}

/** What a rider is told, and about what. Each face and channel words it for itself. */
export type NoticeContent =
  | { readonly kind: "booking-confirmed"; readonly ride: NoticeRide; readonly boardingCode: string }
  | { readonly kind: "booking-changed"; readonly ride: NoticeRide; readonly boardingCode: string }
  /** By the operator. */
  | { readonly kind: "booking-cancelled"; readonly ride: NoticeRide }
  /** On somebody's word for the rider, who may not know of it; one who cancels by her own hand does. */
  | { readonly kind: "cancelled-as-asked"; readonly ride: NoticeRide }
  /** The dispatcher gave the rider another vehicle; the times hold. */
  | { readonly kind: "vehicle-changed"; readonly ride: NoticeRide; readonly vehicleId: VehicleId }
  | {
      readonly kind: "delayed";
      readonly ride: NoticeRide;
      readonly lateBy: Seconds;
      readonly tell: ToldTimes;
      readonly cause: DelayCause | undefined;
    }
  /** The ride is tomorrow (前日のお知らせ). */
  | { readonly kind: "reminder"; readonly ride: NoticeRide; readonly boardingCode: string }
  /** Intake was stopped for rides like this one; the booking stands. */
  | { readonly kind: "intake-stopped"; readonly ride: NoticeRide; readonly notice: string }
  /** A place has become free for a rider who waits; it is kept until `answerBy`. */
  | { readonly kind: "waiting-offer"; readonly ride: NoticeRide; readonly answerBy: EpochSeconds };

export type NoticeKind = NoticeContent["kind"];

/** Something that a rider is to be told (お知らせ). */
export interface Notice {
  readonly memberId: MemberId;
  /** Absent for a rider who has no booking yet. */
  readonly bookingId: BookingId | undefined;
  readonly content: NoticeContent;
  /** Names the cause: what was told for it once is not told again. Absent: every notice is its own. */
  readonly once?: string;
}

/** After this nobody needs to hear it any more. */
export function goodUntil({ content }: Notice): EpochSeconds {
  switch (content.kind) {
    case "delayed":
      return Math.max(content.tell.arriveBy, content.ride.arriveBy) as EpochSeconds;
    case "waiting-offer":
      return content.answerBy;
    case "reminder":
      return content.ride.pickupTo;
    default:
      return content.ride.arriveBy;
  }
}

/** Kinds that somebody of the staff has to tell a rider who is reached by no other way: who stays ignorant waits in vain. */
export const toldByPeople = ({ kind }: NoticeContent): boolean =>
  kind === "booking-cancelled" || kind === "vehicle-changed";
