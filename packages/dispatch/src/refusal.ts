import type { Trip } from "./problem.ts";
import { project } from "./projection.ts";
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
}

/**
 * Names the rule that stands nearest to a yes in one duty that cannot take the trip.
 *
 * Every place is driven as if nobody minded lateness; what then breaks is measured rule by rule. A place is as far
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
  for (let pickupBefore = sequence.firstOpen; pickupBefore <= sequence.count; pickupBefore++)
    for (let dropoffBefore = pickupBefore; dropoffBefore <= sequence.count; dropoffBefore++) {
      insertTrip({ base: sequence, target: candidate, trip, pickupBefore, dropoffBefore });
      const worst = rejectionsAt({
        sequence: candidate,
        pickup: pickupBefore,
        dropoff: dropoffBefore + 1,
        legs,
      }).reduce((a, b) => (distance(b) > distance(a) ? b : a));
      if (nearest === undefined || distance(worst) < distance(nearest)) nearest = worst;
    }
  return { dutyId: sequence.duty.id, vehicleId: sequence.duty.vehicleId, rejection: nearest! };
}

/** Every rule that one place breaks, the new rider's own first. Never empty for a place that cannot be taken. */
function rejectionsAt({
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
  const { starts, endsAt } = project(sequence, legs);
  const startOf = (k: number) => starts[k]!;
  const found: (Rejection | undefined)[] = [...overloads(sequence, pickup, dropoff)];
  found.push(
    dutyStart(startOf(pickup), trip.pickup, sequence.duty) ?? pickupWindow(startOf(pickup), trip.pickup),
    dropoffWindow(startOf(dropoff), trip.dropoff),
    rideTime(startOf(dropoff) - startOf(pickup) - trip.boardSeconds, trip),
  );
  for (let k = 0; k < sequence.count; k++) {
    if (k === pickup || k === dropoff) continue;
    const { id } = sequence.trips[k]!;
    found.push(promise(id, { value: startOf(k), limit: sequence.latest[k]! }));
    const boarded = sequence.partner[k]!;
    if (sequence.rideSpan[k]! >= 0 && boarded >= 0)
      found.push(promise(id, { value: startOf(k) - startOf(boarded), limit: sequence.rideSpan[k]! }));
  }
  found.push(dutyEnd(endsAt, sequence));
  return found.filter((rejection) => rejection !== undefined);
}

function* overloads(sequence: Sequence, pickup: number, dropoff: number): Generator<Rejection | undefined> {
  for (let leg = pickup + 1; leg <= dropoff; leg++) {
    const load = { seats: sequence.seatsTaken[leg]!, wheelchairs: sequence.wheelchairsTaken[leg]! };
    yield seats(load, sequence.duty);
    yield wheelchairPlaces(load, sequence.duty);
  }
}
