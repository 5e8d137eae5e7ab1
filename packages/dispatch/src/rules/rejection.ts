import type { DropoffTooLate } from "./dropoff-window.ts";
import type { DutyEndsBefore, DutyNotStarted } from "./duty-hours.ts";
import type { OtherDuty } from "./other-duty.ts";
import type { PickupTooLate } from "./pickup-window.ts";
import type { BreaksPromise } from "./promise.ts";
import type { RideTooLong } from "./ride-time.ts";
import type { NoSeat } from "./seats.ts";
import type { StopClosed } from "./stop-closed.ts";
import type { NoWheelchairPlace } from "./wheelchair-places.ts";
import type { WorkTooLong } from "./work-hours.ts";

/** Why a vehicle cannot take a trip: the rule and by how much it failed (seconds, seats, places). */
export type Rejection =
  | NoSeat
  | NoWheelchairPlace
  | DutyNotStarted
  | DutyEndsBefore
  | PickupTooLate
  | DropoffTooLate
  | RideTooLong
  | BreaksPromise
  | WorkTooLong
  | StopClosed
  | OtherDuty;

/** What a full vehicle weighs against lateness when we ask which refusal is nearest to a yes. */
export const FULL = 60;

/**
 * How far a rejection is from a yes, in seconds. Lateness counts as it is. A vehicle that comes by in time but is full
 * counts as one minute and a second per missing place: it says that it is full, unless it could come within about a
 * minute. A duty that the trip is not for is never near.
 */
export function distance(rejection: Rejection): number {
  switch (rejection.kind) {
    case "no-seat":
      return FULL + rejection.seatsShort;
    case "no-wheelchair-place":
      return FULL + rejection.placesShort;
    case "other-duty":
      return Number.POSITIVE_INFINITY;
    default:
      return rejection.seconds;
  }
}

/** The rejection farthest from a yes; equal ones: the first. */
export function worstOf(rejections: readonly Rejection[]): Rejection | undefined {
  return extreme(rejections, (one, other) => distance(one) > distance(other));
}

/** The rejection nearest to a yes; equal ones: the first. */
export function nearestOf(rejections: readonly Rejection[]): Rejection | undefined {
  return extreme(rejections, (one, other) => distance(one) < distance(other));
}

function extreme(
  rejections: readonly Rejection[],
  isMoreSo: (one: Rejection, other: Rejection) => boolean,
): Rejection | undefined {
  let found = rejections[0];
  for (const rejection of rejections) if (isMoreSo(rejection, found!)) found = rejection;
  return found;
}
