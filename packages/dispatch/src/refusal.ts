import { eachOpening } from "./openings.ts";
import type { Trip } from "./problem.ts";
import { driveOn } from "./projection.ts";
import { dropoffWindow } from "./rules/dropoff-window.ts";
import { dutyEnd, dutyStart } from "./rules/duty-hours.ts";
import { pickupWindow } from "./rules/pickup-window.ts";
import { promise } from "./rules/promise.ts";
import { distance, type Rejection } from "./rules/rejection.ts";
import { rideTime } from "./rules/ride-time.ts";
import { seats } from "./rules/seats.ts";
import { wheelchairPlaces } from "./rules/wheelchair-places.ts";
import { insertTrip, roomForOneMore, type Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/** Why one duty cannot take the trip. */
export interface DutyReason {
  readonly dutyId: string;
  readonly vehicleId: string;
  readonly rejection: Rejection;
  /**
   * True: the place nearest to a yes was driven, and fails by exactly this. False (only far from a yes, in a large
   * fleet): every place in this duty fails by at least this much.
   */
  readonly exact: boolean;
}

/** How far from a yes we look, in seconds: first close by, where nearly every refusal finds its reason. */
const REACHES = [1800, 10_800, Number.POSITIVE_INFINITY];

/**
 * Names the rule that stands nearest to a yes in one duty that cannot take the trip.
 *
 * Every place is driven as if nobody minded lateness; what then breaks is measured rule by rule (a ride: with its
 * rider fetched as late as its arrival allows). A place is as far
 * from a yes as its worst rule (`distance`); the nearest place speaks for the duty, with that worst rule. Equal
 * distances: the rule asked first, in the order of `rejectionsAt`; then the earlier place.
 */
export function nearestRejection({
  sequence,
  trip,
  legs,
}: {
  sequence: Sequence;
  trip: Trip;
  legs: Legs;
}): DutyReason {
  const candidate = roomForOneMore(sequence);
  let nearest: Rejection | undefined;
  for (const reach of REACHES) {
    eachOpening({
      sequence,
      trip,
      windows: trip,
      legs,
      tolerance: () => Math.min(reach, nearest === undefined ? reach : distance(nearest) - 1),
      visit({ pickupBefore, dropoffBefore }) {
        insertTrip({ base: sequence, target: candidate, trip, pickupBefore, dropoffBefore });
        const worst = rejectionsAt({
          sequence: candidate,
          pickup: pickupBefore,
          dropoff: dropoffBefore + 1,
          legs,
        }).reduce((a, b) => (distance(b) > distance(a) ? b : a));
        if (nearest === undefined || distance(worst) < distance(nearest)) nearest = worst;
      },
    });
    if (nearest !== undefined && distance(nearest) <= reach) break; // all places not looked at are farther
  }
  return { dutyId: sequence.duty.id, vehicleId: sequence.duty.vehicleId, rejection: nearest!, exact: true };
}

/** Every rule that one place breaks, the new rider's own first. Never empty for a place that cannot be taken. */
export function rejectionsAt({
  sequence,
  pickup,
  dropoff,
  legs,
}: {
  sequence: Sequence;
  pickup: number;
  dropoff: number;
  legs: Legs;
}): Rejection[] {
  const trip = sequence.trips[pickup]!;
  const { starts, endsAt } = driveOn(sequence, legs);
  const startOf = (k: number) => starts[k]!;
  const shortestRide = (k: number) => startOf(k) - latestPickup({ sequence, legs, starts, dropoff: k });
  const found: (Rejection | undefined)[] = [...overloads(sequence, pickup, dropoff)];
  found.push(
    dutyStart(startOf(pickup), trip.pickup, sequence.duty) ?? pickupWindow(startOf(pickup), trip.pickup),
    dropoffWindow(startOf(dropoff), trip.dropoff),
    rideTime(shortestRide(dropoff) - trip.boardSeconds, trip),
  );
  for (let k = 0; k < sequence.count; k++) {
    if (k === pickup || k === dropoff) continue;
    const { id } = sequence.trips[k]!;
    found.push(promise(id, { value: startOf(k), limit: sequence.latest[k]! }));
    if (sequence.rideSpan[k]! >= 0 && sequence.partner[k]! >= 0)
      found.push(promise(id, { value: shortestRide(k), limit: sequence.rideSpan[k]! }));
  }
  found.push(dutyEnd(endsAt, sequence));
  const broken = found.filter((rejection) => rejection !== undefined);
  return broken.length > 0 ? broken : ridesInEachOthersWay(sequence, pickup, starts);
}

/** Each ride limit could be kept alone but not all together: name the rides that are too long when driving on. */
function ridesInEachOthersWay(sequence: Sequence, pickup: number, starts: Float64Array): Rejection[] {
  const broken: (Rejection | undefined)[] = [];
  for (let k = 0; k < sequence.count; k++) {
    const boarded = sequence.partner[k]!;
    if (sequence.rideSpan[k]! < 0 || boarded < 0) continue;
    const trip = sequence.trips[k]!;
    const value = starts[k]! - starts[boarded]!;
    broken.push(
      boarded === pickup
        ? rideTime(value - trip.boardSeconds, trip)
        : promise(trip.id, { value, limit: sequence.rideSpan[k]! }),
    );
  }
  return broken.filter((rejection) => rejection !== undefined);
}

/** The latest the rider of this drop-off could be fetched without anybody after being served any later. */
function latestPickup({
  sequence: { place, service, latest, partner },
  legs,
  starts,
  dropoff,
}: {
  sequence: Sequence;
  legs: Legs;
  starts: Float64Array;
  dropoff: number;
}): number {
  const pickup = partner[dropoff]!;
  let start = starts[dropoff]!;
  for (let k = dropoff - 1; k >= pickup; k--)
    start = Math.min(latest[k]!, legs.departure(place[k]!, place[k + 1]!, start) - service[k]!);
  return Math.max(start, starts[pickup]!);
}

function* overloads(sequence: Sequence, pickup: number, dropoff: number): Generator<Rejection | undefined> {
  for (let leg = pickup + 1; leg <= dropoff; leg++) {
    const load = { seats: sequence.seatsTaken[leg]!, wheelchairs: sequence.wheelchairsTaken[leg]! };
    yield seats(load, sequence.duty);
    yield wheelchairPlaces(load, sequence.duty);
  }
}
