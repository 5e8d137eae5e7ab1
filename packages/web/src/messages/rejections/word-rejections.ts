import { never } from "@noriai/kernel";
import { epochMs, type Format } from "../../format.ts";
import type { RejectionMessages } from "./ja.ts";
import type { Certainty, Rejection, VehicleReason, VehicleRejection } from "./rejection.ts";

/** What the words need besides the amounts. */
export interface RejectionContext {
  readonly format: Format;
  /** Epoch seconds. */
  readonly now: number;
  readonly stopName: (stopId: string) => string;
  /** Seats of every vehicle of the service. */
  readonly seats: readonly number[];
}

/** Every reason as one sentence, in the order given, none twice. A kind that we do not know gets a general sentence. */
export function wordRejections(
  rejections: readonly { readonly kind: string }[],
  t: RejectionMessages,
  context: RejectionContext,
): readonly string[] {
  const sentences = rejections.flatMap((rejection) =>
    isKnown(rejection) ? word(rejection, t, context) : [t.other],
  );
  return [...new Set(sentences.length > 0 ? sentences : [t.other])];
}

const KINDS: Readonly<Record<Rejection["kind"], true>> = {
  "not-operating": true,
  "outside-hours": true,
  "intake-stopped": true,
  "reception-closed": true,
  "phone-closed": true,
  "too-early-to-book": true,
  "past-cutoff": true,
  "unknown-stop": true,
  "stop-closed": true,
  "outside-area": true,
  "off-road": true,
  "same-stop": true,
  "stop-pair": true,
  "not-a-member": true,
  "empty-party": true,
  "infants-alone": true,
  "party-too-large": true,
  "too-many-wheelchairs": true,
  "wheelchairs-exceed-party": true,
  "overlaps-own-booking": true,
  "not-changeable": true,
  "no-vehicle": true,
};

const isKnown = (rejection: { readonly kind: string }): rejection is Rejection =>
  Object.hasOwn(KINDS, rejection.kind);

function word(rejection: Rejection, t: RejectionMessages, context: RejectionContext): readonly string[] {
  const { format, now, stopName } = context;
  switch (rejection.kind) {
    case "not-operating": {
      const closed = t.notOperating[rejection.because](format.serviceDate(rejection.serviceDate));
      return rejection.next === undefined
        ? [closed]
        : [closed, t.nextOperating(format.serviceDate(rejection.next))];
    }
    case "outside-hours":
      return [t.outsideHours(rejection.opens, rejection.closes, minutes(rejection.by))];
    case "intake-stopped": {
      const { notice, plannedEnd, limitedTo } = rejection;
      const stopped = limitedTo.length === 0 ? t.intakeStopped(notice) : t.intakeStoppedThere(notice);
      return plannedEnd === undefined ? [stopped] : [stopped, t.intakeResumes(format.dateTime(plannedEnd))];
    }
    case "reception-closed":
      return [t.receptionClosed(format.serviceDate(rejection.opens), format.serviceDate(rejection.closes))];
    case "phone-closed":
      return [
        rejection.opens === undefined ? t.phoneClosedForNow : t.phoneClosed(format.dateTime(rejection.opens)),
      ];
    case "too-early-to-book":
      return [t.tooEarlyToBook(format.dateTime(rejection.opensAt))];
    case "past-cutoff": {
      const secondsLeft = epochMs(rejection.closedAt) / 1000 + rejection.minutes * 60 - now;
      return [
        secondsLeft > 0
          ? t.pastCutoff(Math.floor(secondsLeft / 60), rejection.minutes)
          : t.pastTime(rejection.minutes),
      ];
    }
    case "unknown-stop":
      return [rejection.field === "from" ? t.unknownFrom : t.unknownTo];
    case "stop-closed":
      return [t.stopClosed(stopName(rejection.stop))];
    case "outside-area":
      return [t.outsideArea(stopName(rejection.stop))];
    case "off-road":
      return [t.offRoad(stopName(rejection.stop), rejection.meters)];
    case "same-stop":
      return [t.sameStop];
    case "stop-pair":
      return [t.stopPair(rejection.reason)];
    case "not-a-member":
      return [t.notAMember];
    case "empty-party":
      return [t.emptyParty];
    case "infants-alone":
      return [t.infantsAlone];
    case "party-too-large":
      return [t.partyTooLarge(rejection.seats, rejection.over)];
    case "too-many-wheelchairs":
      return [t.tooManyWheelchairs(rejection.places, rejection.over)];
    case "wheelchairs-exceed-party":
      return [t.wheelchairsExceedParty(rejection.over)];
    case "overlaps-own-booking":
      return [t.overlapsOwnBooking];
    case "not-changeable":
      return [t.notChangeable];
    case "no-vehicle":
      return wordNoVehicle(rejection, t, context);
    default:
      return never(rejection);
  }
}

/** How sure a refusal is; nothing where no vehicle was asked at all. */
export function certaintyOf(rejections: readonly { readonly kind: string }[]): Certainty | undefined {
  return noVehicleOf(rejections)?.certainty;
}

/** Why each vehicle cannot take the trip. */
export function vehicleReasonsOf(rejections: readonly { readonly kind: string }[]): readonly VehicleReason[] {
  return noVehicleOf(rejections)?.duties ?? [];
}

type NoVehicle = Extract<Rejection, { kind: "no-vehicle" }>;

const noVehicleOf = (rejections: readonly { readonly kind: string }[]): NoVehicle | undefined =>
  rejections.filter(isKnown).find((rejection) => rejection.kind === "no-vehicle");

/** By rule over all vehicles, weightiest first, where the refusal sums up; else vehicle by vehicle. */
function wordNoVehicle(
  { summary, duties }: NoVehicle,
  t: RejectionMessages,
  context: RejectionContext,
): readonly string[] {
  const reasons = summary?.map(({ nearest }) => nearest) ?? duties.map(({ reason }) => reason);
  if (reasons.length === 0) return [t.noVehicle];
  return reasons.map((reason) => wordVehicle(reason, t, context));
}

/** Why a vehicle cannot take the trip. */
export function wordVehicle(
  reason: VehicleRejection,
  t: RejectionMessages,
  { seats }: Pick<RejectionContext, "seats">,
): string {
  switch (reason.kind) {
    case "no-seat":
      // Only when all vehicles are alike do we know which capacity the reason speaks of.
      return seats.length > 0 && seats.every((each) => each === seats[0])
        ? t.noSeatOf(seats[0]!, reason.seatsShort)
        : t.noSeat(reason.seatsShort);
    case "no-wheelchair-place":
      return t.noWheelchairPlace(reason.placesShort);
    case "duty-not-started":
      return t.dutyNotStarted(minutes(reason.seconds));
    case "duty-ends-before":
      return t.dutyEndsBefore(minutes(reason.seconds));
    case "pickup-too-late":
      return t.pickupTooLate(minutes(reason.seconds));
    case "dropoff-too-late":
      return t.dropoffTooLate(minutes(reason.seconds));
    case "ride-too-long":
      return t.rideTooLong(minutes(reason.seconds));
    case "breaks-promise":
      return t.breaksPromise(minutes(reason.seconds));
    case "work-too-long":
      return t.workTooLong(minutes(reason.seconds));
    case "stop-closed":
      return t.stopClosedThen(minutes(reason.seconds));
    case "other-duty":
      return t.otherVehicle;
    default:
      return never(reason);
  }
}

/** Whole minutes, rounded up: a limit missed by ten seconds is missed by a minute. */
const minutes = (seconds: number): number => Math.ceil(seconds / 60);
