import { counts, type Finding, isWhole, knownPlaces, wholeNumbers } from "./finding.ts";
import type { Problem, Trip } from "./problem.ts";
import { type TravelTimes, UNREACHABLE } from "./travel-times.ts";

/** What makes one trip senseless by itself. A whole day of sound trips is read at every request, so that way is short. */
export function* tripFindings(
  trip: Trip,
  { dutyIds, travelTimes }: { dutyIds: ReadonlySet<string>; travelTimes: TravelTimes },
): Generator<Finding> {
  const { id, pickup, dropoff, pickupPlace, dropoffPlace, onlyDuty } = trip;
  if (!numbersAreSound(trip, travelTimes)) {
    yield* counts(id, { seats: trip.seats, wheelchairs: trip.wheelchairs });
    yield* wholeNumbers(id, {
      rideSecondsMax: trip.rideSecondsMax,
      boardSeconds: trip.boardSeconds,
      alightSeconds: trip.alightSeconds,
      "pickup.earliest": pickup.earliest,
      "pickup.latest": pickup.latest,
      "dropoff.earliest": dropoff.earliest,
      "dropoff.latest": dropoff.latest,
    });
    yield* knownPlaces(id, { pickupPlace, dropoffPlace }, travelTimes);
  }
  if (trip.seats + trip.wheelchairs === 0) yield { kind: "empty-party", id, field: "seats" };
  if (onlyDuty !== undefined && !dutyIds.has(onlyDuty))
    yield { kind: "pinned-to-unknown-duty", id, field: "onlyDuty" };
}

function numbersAreSound(trip: Trip, { placeCount }: TravelTimes): boolean {
  const { seats, wheelchairs, pickup, dropoff, pickupPlace, dropoffPlace } = trip;
  return (
    isWhole(seats) &&
    seats <= 10_000 &&
    isWhole(wheelchairs) &&
    wheelchairs <= 10_000 &&
    isWhole(trip.rideSecondsMax) &&
    isWhole(trip.boardSeconds) &&
    isWhole(trip.alightSeconds) &&
    isWhole(pickup.earliest) &&
    isWhole(pickup.latest) &&
    isWhole(dropoff.earliest) &&
    isWhole(dropoff.latest) &&
    isWhole(pickupPlace) &&
    pickupPlace < placeCount &&
    isWhole(dropoffPlace) &&
    dropoffPlace < placeCount
  );
}

/**
 * What no vehicle could ever do for the trip, however empty the day. A planned trip may be so today: where its stop is
 * open again only after what was promised, its window opens after it closes, and it comes out late by that.
 */
export function* tripIsPossible(trip: Trip, { duties, travelTimes }: Problem): Generator<Finding> {
  const { id, pickup, dropoff, pickupPlace, dropoffPlace, onlyDuty } = trip;
  const { placeCount, seconds } = travelTimes;
  if (pickup.latest < pickup.earliest) yield { kind: "window-closes-before-it-opens", id, field: "pickup" };
  if (dropoff.latest < dropoff.earliest)
    yield { kind: "window-closes-before-it-opens", id, field: "dropoff" };
  if (seconds[pickupPlace * placeCount + dropoffPlace] === UNREACHABLE)
    yield { kind: "unreachable-place", id, field: "dropoffPlace" };
  if (onlyDuty === undefined) return;
  const duty = duties.find((one) => one.id === onlyDuty);
  if (duty !== undefined && trip.boardSeconds + trip.alightSeconds > duty.endsAt - duty.startsAt)
    yield { kind: "longer-than-its-duty", id, field: "boardSeconds" };
}
