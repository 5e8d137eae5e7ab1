import type { Duty, Plan, Problem, Trip } from "../problem.ts";
import { loosenToProjection } from "../projection.ts";
import { emptySequence, type Origin, type Sequence } from "../sequence.ts";
import { sequencesOf } from "../sequences.ts";
import { type Legs, legsOf, type TravelTimes } from "../travel-times.ts";
import { lowerTimes } from "./lower-times.ts";

/**
 * All that is still to be decided, numbered: stops (visits ahead), tasks (trips with one or two stops ahead) and
 * vehicles (duties). Places are numbered anew, so that only those in use are left.
 */
export interface Work {
  readonly stops: readonly Stop[];
  readonly tasks: readonly Task[];
  readonly vehicles: readonly Vehicle[];
  /** The real driving times. */
  readonly real: Roads;
  /** Times that no drive with other stops on its way can beat: under them, leaving a trip out never breaks a rule. */
  readonly lower: Roads;
  /** A vehicle as good as any of these, that is anywhere at any time: what it cannot serve, none of them can. */
  readonly ideal: Vehicle;
}

export interface Roads {
  readonly legs: Legs;
  /** Free-flow seconds, read as `from * placeCount + to`. */
  readonly seconds: Int32Array;
  readonly placeCount: number;
}

export interface Stop {
  readonly id: number;
  readonly task: number;
  readonly isPickup: boolean;
  readonly place: number;
  readonly service: number;
  /** It begins no earlier, no later. */
  readonly earliest: number;
  readonly latest: number;
}

export interface Task {
  readonly id: number;
  readonly trip: Trip;
  /** Its stop; −1 when the rider is aboard. */
  readonly pickup: number;
  readonly dropoff: number;
  /** The most seconds from the beginning of the pickup to the beginning of the drop-off. */
  readonly span: number;
  /** The vehicle of the plan so far; −1 for the new trip. */
  readonly plannedIn: number;
  /** Aboard, being driven to, or pinned: the only vehicle that may serve it; −1 when any may. */
  readonly boundTo: number;
}

export interface Vehicle {
  readonly id: number;
  /** The plan so far, with the limits that an offer keeps. */
  readonly sequence: Sequence;
  /** Where and when it can begin. A duty after another of the same vehicle is not kept waiting for that one here. */
  readonly origin: Origin;
  readonly endPlace: number;
  readonly endsAt: number;
  /** The stop being driven to, which stays the next one; −1 when there is none. */
  readonly first: number;
}

/** Numbers what is open in a problem and its plan, and one more trip. Throws when they do not belong together. */
export function workOf({ problem, plan, trip }: { problem: Problem; plan: Plan; trip: Trip }): Work {
  const places = new Map<number, number>();
  const placeOf = (place: number): number => {
    if (!places.has(place)) places.set(place, places.size);
    return places.get(place)!;
  };
  const stops: Stop[] = [];
  const tasks: Task[] = [];
  const vehicles: Vehicle[] = [];
  const dutyIndex = new Map(problem.duties.map(({ id }, index) => [id, index]));
  const allLegs = legsOf(problem.travelTimes);
  for (const planned of sequencesOf({ problem, plan, legs: allLegs })) {
    const sequence = loosenToProjection(planned, allLegs);
    const { duty, origin, endsAt } = sequence;
    const first = origin.driving ? stops.length : -1;
    readTasks(sequence, vehicles.length);
    vehicles.push({
      id: vehicles.length,
      sequence,
      origin: { ...origin, ...ownBegin(duty, problem), place: placeOf(origin.place) },
      endPlace: placeOf(duty.endPlace),
      endsAt,
      first,
    });
  }
  readNewTrip();
  const times = timesBetween([...places.keys()], problem.travelTimes);
  return {
    stops,
    tasks,
    vehicles,
    real: roadsOf(times),
    lower: roadsOf(lowerTimes(times, stops)),
    ideal: idealVehicle({ vehicles, stops, anywhere: places.size }),
  };

  function readTasks(sequence: Sequence, vehicle: number): void {
    const stopAt: number[] = [];
    for (let k = 0; k < sequence.count; k++) {
      const isPickup = sequence.rideSpan[k]! < 0;
      const pickupAt = isPickup ? -1 : sequence.partner[k]!;
      const task = pickupAt >= 0 ? stops[stopAt[pickupAt]!]!.task : tasks.length;
      stopAt.push(stops.length);
      stops.push({
        id: stops.length,
        task,
        isPickup,
        place: placeOf(sequence.place[k]!),
        service: sequence.service[k]!,
        earliest: sequence.earliest[k]!,
        latest: sequence.latest[k]!,
      });
      const dropoffAt = isPickup ? sequence.partner[k]! : k;
      if (pickupAt >= 0) tasks[task] = { ...tasks[task]!, dropoff: stopAt[k]! };
      else
        tasks.push({
          id: task,
          trip: sequence.trips[k]!,
          pickup: isPickup ? stopAt[k]! : -1,
          dropoff: stopAt[k]!,
          span: sequence.rideSpan[dropoffAt]!,
          plannedIn: vehicle,
          boundTo: isPickup && !(k === 0 && sequence.origin.driving) ? pinnedTo(sequence.trips[k]!) : vehicle,
        });
    }
  }

  function readNewTrip(): void {
    const [pickup, task] = [stops.length, tasks.length];
    const { boardSeconds, alightSeconds, rideSecondsMax } = trip;
    const common = { task };
    stops.push({
      ...common,
      ...trip.pickup,
      id: pickup,
      isPickup: true,
      place: placeOf(trip.pickupPlace),
      service: boardSeconds,
    });
    stops.push({
      ...common,
      ...trip.dropoff,
      id: pickup + 1,
      isPickup: false,
      place: placeOf(trip.dropoffPlace),
      service: alightSeconds,
    });
    tasks.push({
      id: task,
      trip,
      pickup,
      dropoff: pickup + 1,
      span: boardSeconds + rideSecondsMax,
      plannedIn: -1,
      boundTo: pinnedTo(trip),
    });
  }

  function pinnedTo({ onlyDuty }: Trip): number {
    return onlyDuty === undefined ? -1 : (dutyIndex.get(onlyDuty) ?? UNKNOWN_DUTY);
  }
}

/** No vehicle has this number: a trip pinned to a duty that is not there can be served by nobody. */
const UNKNOWN_DUTY = -2;
/** Nor is any trip bound to the ideal vehicle. */
const IDEAL = -3;

function ownBegin({ id, startsAt }: Duty, { progress, now }: Problem): Partial<Origin> {
  if (progress.some(({ dutyId }) => dutyId === id)) return {};
  const readyAt = Math.max(startsAt, now);
  return { readyAt, arrivesFrom: readyAt };
}

function roadsOf(times: TravelTimes): Roads {
  return { legs: legsOf(times), seconds: times.seconds, placeCount: times.placeCount };
}

/** The times between places, and last a place that is no way from any of them. */
function timesBetween(places: readonly number[], all: TravelTimes): TravelTimes {
  const placeCount = places.length + 1;
  const seconds = new Int32Array(placeCount ** 2);
  for (const [i, from] of places.entries())
    for (const [j, to] of places.entries())
      seconds[i * placeCount + j] = all.seconds[from * all.placeCount + to]!;
  return { placeCount, seconds, pace: all.pace };
}

function idealVehicle({
  vehicles,
  stops,
  anywhere,
}: {
  vehicles: readonly Vehicle[];
  stops: readonly Stop[];
  anywhere: number;
}): Vehicle {
  const duties = vehicles.map(({ sequence }) => sequence.duty);
  const readyAt = Math.min(...stops.map(({ earliest }) => earliest));
  const duty: Duty = {
    ...duties[0]!,
    seats: Math.max(...duties.map(({ seats }) => seats)),
    wheelchairPlaces: Math.max(...duties.map(({ wheelchairPlaces }) => wheelchairPlaces)),
    seatsPerWheelchair: Math.min(...duties.map(({ seatsPerWheelchair }) => seatsPerWheelchair)),
    startPlace: anywhere,
    endPlace: anywhere,
    startsAt: readyAt,
    endsAt: Number.POSITIVE_INFINITY,
    workSecondsMax: undefined,
  };
  const origin: Origin = {
    place: anywhere,
    readyAt,
    arrivesFrom: readyAt,
    arrivedAt: undefined,
    driving: false,
    beganAt: undefined,
  };
  const sequence = emptySequence({ duty, origin, firstOpen: 0, capacity: 0 });
  return { id: IDEAL, sequence, origin, endPlace: anywhere, endsAt: Number.POSITIVE_INFINITY, first: -1 };
}
