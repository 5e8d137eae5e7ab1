import { type DutyTimes, placeBefore, placeBehind, type RoadBounds } from "./duty-times.ts";
import { fullness, pickupPlaces } from "./openings.ts";
import type { Trip } from "./problem.ts";
import { dropoffWindow } from "./rules/dropoff-window.ts";
import { dutyEnd, dutyStart } from "./rules/duty-hours.ts";
import { pickupWindow } from "./rules/pickup-window.ts";
import { promise } from "./rules/promise.ts";
import { type Rejection, worstOf } from "./rules/rejection.ts";
import { seats } from "./rules/seats.ts";
import { wheelchairPlaces } from "./rules/wheelchair-places.ts";
import type { Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/** The place of one duty that comes nearest to a yes when the rider is driven straight on. */
export interface StraightPlace {
  readonly place: number;
  /** As of a rejection; 0 or less when nothing but a ride limit can stand against it. */
  readonly distance: number;
}

/**
 * Looks for a place at which the vehicle fetches the rider, drives straight to the drop-off and then goes on as
 * planned. What fails there is a reason that is true and quickly found; another place may be nearer to a yes.
 *
 * Goes outwards from the last place whose instant meets the pickup window, each way until lateness alone is too far.
 */
export function nearestStraightPlace({
  duty: { sequence, road },
  trip,
  legs,
}: {
  duty: DutyTimes;
  trip: Trip;
  legs: Legs;
}): StraightPlace {
  const { count, firstOpen } = sequence;
  const { freeFrom, arriveBy } = road;
  const { pickup } = trip;
  const direct = straightOn({ sequence, road, trip, legs });
  const { last } = pickupPlaces({ sequence, bounds: road, trip, window: pickup });
  const middle = Math.max(firstOpen, last);
  let best: StraightPlace = { place: middle, distance: direct(middle, Number.POSITIVE_INFINITY) };
  for (let k = middle + 1; k <= count && freeFrom[k]! - pickup.latest < best.distance; k++) look(k);
  const leaves = pickup.earliest + trip.boardSeconds;
  for (let k = middle - 1; k >= firstOpen && leaves - arriveBy[k]! < best.distance; k--) look(k);
  return best;

  function look(k: number): void {
    const distance = direct(k, best.distance);
    if (distance < best.distance) best = { place: k, distance };
  }
}

/**
 * How far from a yes a trip that is driven straight on at place k is, ride limits left aside. Where the way to the
 * pickup alone is as far as `enough`, it stops there: most places are not the nearest.
 */
function straightOn({
  sequence,
  road: { freeFrom, arriveBy },
  trip,
  legs,
}: Pick<DutyTimes, "sequence" | "road"> & { trip: Trip; legs: Legs }): (k: number, enough: number) => number {
  const { pickup, dropoff, pickupPlace, dropoffPlace, boardSeconds, alightSeconds } = trip;
  return (k, enough) => {
    const pickupAt = Math.max(
      pickup.earliest,
      legs.arrival(placeBefore(sequence, k), pickupPlace, freeFrom[k]!),
    );
    const soFar = Math.max(fullness(sequence, k, trip), pickupAt - pickup.latest);
    if (soFar >= enough) return soFar;
    const arrival = legs.arrival(pickupPlace, dropoffPlace, pickupAt + boardSeconds);
    const dropoffAt = Math.max(dropoff.earliest, arrival);
    const rest = legs.arrival(dropoffPlace, placeBehind(sequence, k), dropoffAt + alightSeconds);
    return Math.max(soFar, dropoffAt - dropoff.latest, rest - arriveBy[k]!);
  };
}

function straightTimes({ at, free, trip, legs }: { at: number; free: number; trip: Trip; legs: Legs }): {
  pickupAt: number;
  dropoffAt: number;
} {
  const { pickup, dropoff, pickupPlace, dropoffPlace } = trip;
  const pickupAt = Math.max(pickup.earliest, legs.arrival(at, pickupPlace, free));
  const arrival = legs.arrival(pickupPlace, dropoffPlace, pickupAt + trip.boardSeconds);
  return { pickupAt, dropoffAt: Math.max(dropoff.earliest, arrival) };
}

/** The worst rule that a straight place breaks. Only asked of one that breaks some. */
export function rejectionAt({
  duty: { sequence, road },
  place,
  trip,
  legs,
}: {
  duty: DutyTimes;
  place: number;
  trip: Trip;
  legs: Legs;
}): Rejection | undefined {
  const { duty } = sequence;
  const free = road.freeFrom[place]!;
  const { pickupAt, dropoffAt } = straightTimes({ at: placeBefore(sequence, place), free, trip, legs });
  const load = {
    seats: sequence.seatsTaken[place]! + trip.seats,
    wheelchairs: sequence.wheelchairsTaken[place]! + trip.wheelchairs,
  };
  const found: (Rejection | undefined)[] = [
    seats(load, duty),
    wheelchairPlaces(load, duty),
    dutyStart(pickupAt, trip.pickup, duty) ?? pickupWindow(pickupAt, trip.pickup),
    dropoffWindow(dropoffAt, trip.dropoff),
  ];
  const at = legs.arrival(trip.dropoffPlace, placeBehind(sequence, place), dropoffAt + trip.alightSeconds);
  found.push(
    legs.steady ? lateByBound({ sequence, road, place, at }) : lateByDriving({ sequence, place, at, legs }),
  );
  return worstOf(found.filter((one) => one !== undefined));
}

/** Who is late, and by how much, when the vehicle is at the visit behind `place` only at `at`. */
interface Late {
  readonly sequence: Sequence;
  readonly place: number;
  readonly at: number;
}

/** While roads keep their pace, seconds late at a place are as many at the visit that binds it. */
function lateByBound({ sequence, road, place, at }: Late & { road: RoadBounds }): Rejection | undefined {
  const by = road.boundBy[place]!;
  const late = { value: at, limit: road.arriveBy[place]! };
  if (by < sequence.count) return promise(sequence.trips[by]!.id, late);
  return dutyEnd(late.value, { endsAt: late.limit });
}

function lateByDriving({ sequence, place, at, legs }: Late & { legs: Legs }): Rejection | undefined {
  const { count, earliest, latest, service, trips } = sequence;
  const found: (Rejection | undefined)[] = [];
  let arrival = at;
  for (let k = place; k < count; k++) {
    const value = Math.max(earliest[k]!, arrival);
    found.push(promise(trips[k]!.id, { value, limit: latest[k]! }));
    arrival = legs.arrival(sequence.place[k]!, placeBehind(sequence, k + 1), value + service[k]!);
  }
  found.push(dutyEnd(arrival, sequence));
  return worstOf(found.filter((one) => one !== undefined));
}
