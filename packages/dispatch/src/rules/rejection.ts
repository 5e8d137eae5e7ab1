import type { DropoffTooLate } from "./dropoff-window.ts";
import type { DutyEndsBefore, DutyNotStarted } from "./duty-hours.ts";
import type { PickupTooLate } from "./pickup-window.ts";
import type { BreaksPromise } from "./promise.ts";
import type { RideTooLong } from "./ride-time.ts";
import type { NoSeat } from "./seats.ts";
import type { NoWheelchairPlace } from "./wheelchair-places.ts";

/** Why a vehicle cannot take a trip: the rule and by how much it failed (seconds, seats, places). */
export type Rejection =
  | NoSeat
  | NoWheelchairPlace
  | DutyNotStarted
  | DutyEndsBefore
  | PickupTooLate
  | DropoffTooLate
  | RideTooLong
  | BreaksPromise;

/** What a missing seat or place weighs against lateness when we ask which refusal is nearest to a yes. */
const SECONDS_PER_PLACE = 1800;

/**
 * How far a rejection is from a yes, in seconds. Lateness counts as it is; a missing seat or wheelchair place counts
 * as half an hour, so that a full vehicle at the wished hour is named before a free one hours later.
 */
export function distance(rejection: Rejection): number {
  switch (rejection.kind) {
    case "no-seat":
      return rejection.seatsShort * SECONDS_PER_PLACE;
    case "no-wheelchair-place":
      return rejection.placesShort * SECONDS_PER_PLACE;
    default:
      return rejection.seconds;
  }
}
