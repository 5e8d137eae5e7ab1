import { type Bounds, type DutyTimes, placeBehind, roadBounds } from "./duty-times.ts";
import { eachOpening } from "./openings.ts";
import type { Trip } from "./problem.ts";
import { driveOn } from "./projection.ts";
import { dropoffWindow } from "./rules/dropoff-window.ts";
import { dutyEnd, dutyStart } from "./rules/duty-hours.ts";
import { otherDuty } from "./rules/other-duty.ts";
import { pickupWindow } from "./rules/pickup-window.ts";
import { promise } from "./rules/promise.ts";
import { distance, type Rejection, worstOf } from "./rules/rejection.ts";
import { rideTime } from "./rules/ride-time.ts";
import { seats } from "./rules/seats.ts";
import { wheelchairPlaces } from "./rules/wheelchair-places.ts";
import { workHours } from "./rules/work-hours.ts";
import { insertTrip, type Sequence } from "./sequence.ts";
import { type Room, roomLike } from "./stretch.ts";
import type { Legs } from "./travel-times.ts";

/** How far from a yes we look, in seconds, where the first look finds nothing. */
const REACHES = [1800, 10_800, Number.POSITIVE_INFINITY];

/**
 * Names the rule that stands nearest to a yes in one duty that cannot take the trip.
 *
 * Every place is driven as if nobody minded lateness; what then breaks is measured rule by rule (a ride: with its
 * rider fetched as late as its arrival allows). A place is as far from a yes as its worst rule (`distance`); the
 * nearest place speaks for the duty, with that worst rule. Equal distances: the rule asked first, in the order of
 * `rejectionsAt`; then the place that seemed nearer, the earlier one.
 *
 * @param reach  how far to look first: as far as a place that is known, see `nearestStraightPlace`
 */
export function nearestRejection({
  duty,
  trip,
  legs,
  room,
  reach: first,
}: {
  duty: DutyTimes;
  trip: Trip;
  legs: Legs;
  room: Room;
  reach: number;
}): Rejection {
  const { sequence } = duty;
  const elsewhere = otherDuty(trip, sequence.duty);
  if (elsewhere !== undefined) return elsewhere;
  const candidate = roomLike(sequence, room);
  let nearest: Rejection | undefined;
  for (const reach of [first, ...REACHES]) {
    if (reach < first) continue;
    for (const { least, pickupBefore, dropoffBefore } of placesWithin({ duty, trip, legs, reach })) {
      if (nearest !== undefined && least >= distance(nearest)) break;
      insertTrip({ base: sequence, target: candidate, trip, pickupBefore, dropoffBefore });
      const broken = rejectionsAt({
        sequence: candidate,
        pickup: pickupBefore,
        dropoff: dropoffBefore + 1,
        legs,
      });
      const worst = worstOf(broken)!;
      if (nearest === undefined || distance(worst) < distance(nearest)) nearest = worst;
    }
    if (nearest !== undefined && distance(nearest) <= reach) break; // all places not looked at are farther
  }
  return nearest!;
}

/** Two places for a trip, and how far they are from a yes at least. */
interface Place {
  readonly pickupBefore: number;
  readonly dropoffBefore: number;
  readonly least: number;
}

/** The places that may be no farther from a yes than `reach`, the nearest first. */
function placesWithin({
  duty,
  trip,
  legs,
  reach,
}: {
  duty: DutyTimes;
  trip: Trip;
  legs: Legs;
  reach: number;
}): Place[] {
  const { pickup, dropoff } = trip;
  const places: Place[] = [];
  eachOpening({
    duty,
    bounds: boundsWithin(duty, legs, reach),
    trip,
    windows: {
      pickup: { ...pickup, latest: pickup.latest + reach },
      dropoff: { ...dropoff, latest: dropoff.latest + reach },
    },
    legs,
    fullBy: reach,
    visit({ pickupBefore, dropoffBefore, pickupFrom, dropoffFrom, restFrom, full }) {
      const late = Math.max(pickupFrom - pickup.latest, dropoffFrom - dropoff.latest);
      const least = Math.max(full, late, lateBehind({ duty, legs, place: dropoffBefore, arrival: restFrom }));
      places.push({ pickupBefore, dropoffBefore, least });
    },
  });
  return places.sort((a, b) => a.least - b.least);
}

/** The bounds of a duty in which everybody bears `late` more seconds; while roads keep their pace, all move by as many. */
function boundsWithin({ sequence, road }: DutyTimes, legs: Legs, late: number): Bounds {
  if (!legs.steady) return roadBounds(sequence, legs, late);
  const later = (at: number) => at + late;
  return { ...road, arriveBy: road.arriveBy.map(later), closesBehind: road.closesBehind.map(later) };
}

/** The most seconds by which a promise, or the end of the duty, is missed by driving on from a place. */
function lateBehind({
  duty: { sequence, road },
  legs,
  place,
  arrival,
}: {
  duty: DutyTimes;
  legs: Legs;
  place: number;
  arrival: number;
}): number {
  if (legs.steady) return arrival - road.arriveBy[place]!;
  const { count, earliest, latest, service, endsAt } = sequence;
  let late = 0;
  let at = arrival;
  for (let k = place; k < count; k++) {
    const start = Math.max(earliest[k]!, at);
    late = Math.max(late, start - latest[k]!);
    at = legs.arrival(sequence.place[k]!, placeBehind(sequence, k + 1), start + service[k]!);
  }
  return Math.max(late, at - endsAt);
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
  found.push(workHours(endsAt - latestLeaving(sequence, legs, starts), sequence));
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

/** The latest the vehicle could set out without anybody being served any later. */
function latestLeaving(sequence: Sequence, legs: Legs, starts: Float64Array): number {
  const { count, origin, place, service, latest } = sequence;
  let start = starts[count - 1]!;
  for (let k = count - 2; k >= 0; k--)
    start = Math.min(latest[k]!, legs.departure(place[k]!, place[k + 1]!, start) - service[k]!);
  return Math.max(origin.readyAt, legs.departure(origin.place, place[0]!, Math.max(start, starts[0]!)));
}

function* overloads(sequence: Sequence, pickup: number, dropoff: number): Generator<Rejection | undefined> {
  for (let leg = pickup + 1; leg <= dropoff; leg++) {
    const load = { seats: sequence.seatsTaken[leg]!, wheelchairs: sequence.wheelchairsTaken[leg]! };
    yield seats(load, sequence.duty);
    yield wheelchairPlaces(load, sequence.duty);
  }
}
