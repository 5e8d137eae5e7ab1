import { expect } from "vitest";
import { type Fleet, fleetOf } from "../../src/fleet.ts";
import type { Duty, Pace, Plan, Problem, Progress, Trip, Visit } from "../../src/index.ts";
import { insertTrip, roomForOneMore, type Sequence } from "../../src/sequence.ts";
import { type Chance, seededRandom } from "../seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 23);
const PLACES = 4;

/** A fleet in a day of a minute or two, with somebody who asks for a ride. */
export interface TinyDay {
  readonly fleet: Fleet;
  readonly trip: Trip;
  readonly random: Chance;
  /** How to see this day again. */
  readonly where: string;
}

/**
 * Days so small that every limit is met to the second in some of them: legs of at most six seconds, often longer than a
 * way round, at one pace or at three; one or two vehicles with up to three parties each, under way or not, late or not.
 */
export function* tinyDays(count: number): Generator<TinyDay> {
  for (let n = 0; n < count; n++) {
    const random = seededRandom(1000 * SEED + n);
    const fleet = fleetOf(tinyPlan(random));
    yield { fleet, trip: tinyTrip(random, "new"), random, where: `seed ${SEED}, day ${n}` };
  }
}

function tinyPlan(random: Chance): { problem: Problem; plan: Plan } {
  const now = random.int(0, 12);
  const read = ["d", "e"].slice(0, random.int(1, 2)).map((id) => underWay(random, id, now));
  const seconds = Int32Array.from({ length: PLACES ** 2 }, () => random.int(0, 6));
  for (let k = 0; k < PLACES; k++) seconds[k * PLACES + k] = 0;
  const problem = {
    travelTimes: { placeCount: PLACES, seconds, pace: random.chance(0.4) ? somePace(random) : [] },
    duties: read.map(({ duty }) => duty),
    trips: read.flatMap(({ trips }) => trips),
    progress: read.flatMap(({ progress }) => progress ?? []),
    now,
  };
  return { problem, plan: { routes: read.map(({ duty, visits }) => ({ dutyId: duty.id, visits })) } };
}

function somePace(random: Chance): Pace[] {
  const permille = () => random.int(500, 2500);
  return [
    { startsAt: random.int(0, 15), permille: permille() },
    { startsAt: random.int(16, 40), permille: permille() },
  ];
}

interface UnderWay {
  readonly duty: Duty;
  readonly trips: Trip[];
  readonly visits: Visit[];
  readonly progress: Progress | undefined;
}

/** A duty that has not begun, stands or drives, with riders aboard, done and still to come. */
function underWay(random: Chance, id: string, now: number): UnderWay {
  const trips = Array.from({ length: random.int(0, 3) }, (_, k) => tinyTrip(random, `${id}${k}`, 15 * k));
  const duty = tinyDuty(random, id);
  const open: Visit[] = [];
  const done: Progress["done"][number][] = [];
  const begun = random.chance(0.5);
  for (const { id: tripId } of trips) {
    const aboard = begun && random.chance(0.3);
    const from = aboard ? -1 : random.int(Math.max(0, open.length - 1), open.length); // in the order of their wishes
    if (aboard) done.push({ tripId, kind: "pickup", at: random.int(0, now) });
    else open.splice(from, 0, { tripId, kind: "pickup" });
    open.splice(random.int(from + 1, open.length), 0, { tripId, kind: "dropoff" });
  }
  const drivingTo = random.chance(0.5) ? open[0] : undefined;
  const progress = {
    dutyId: id,
    place: random.int(0, PLACES - 1),
    freeAt: random.int(0, 12),
    done,
    drivingTo,
    arrivedAt: random.chance(0.3) ? random.int(0, now) : undefined,
    beganAt: random.chance(0.3) ? 0 : undefined,
  };
  return { duty, trips, visits: [...done, ...open], progress: begun ? progress : undefined };
}

function tinyDuty(random: Chance, id: string): Duty {
  return {
    id,
    vehicleId: id,
    seats: random.int(2, 5),
    wheelchairPlaces: random.int(0, 2),
    seatsPerWheelchair: random.int(0, 1),
    startPlace: random.int(0, PLACES - 1),
    endPlace: random.int(0, PLACES - 1),
    startsAt: random.int(0, random.pick([8, 8, 8, 40])),
    endsAt: random.int(40, 100),
    workSecondsMax: random.chance(0.2) ? random.int(25, 90) : undefined,
  };
}

function tinyTrip(random: Chance, id: string, from = random.int(0, 40)): Trip {
  const wish = from + random.int(0, 15);
  const wide = random.chance(0.6) ? 60 : 12;
  const window = (earliest: number) => ({ earliest, latest: earliest + random.int(0, wide) });
  const wheelchairs = random.chance(0.3) ? 1 : 0;
  return {
    id,
    pickupPlace: random.int(0, PLACES - 1),
    dropoffPlace: random.int(0, PLACES - 1),
    seats: random.int(1 - wheelchairs, 2),
    wheelchairs,
    pickup: window(wish),
    dropoff: window(wish + random.int(0, 9)),
    rideSecondsMax: random.int(3, 25),
    boardSeconds: random.int(0, 2),
    alightSeconds: random.int(0, 2),
    anchor: random.pick(["pickup", "dropoff", undefined] as const),
  };
}

/** Two places in a duty, and the whole of its visits with the trip between them. */
export interface Inserted {
  readonly pickupBefore: number;
  readonly dropoffBefore: number;
  readonly whole: Sequence;
}

/** Every two places that a trip may be put into, in order. */
export function* everyPlace(sequence: Sequence, trip: Trip): Generator<Inserted> {
  for (let pickupBefore = sequence.firstOpen; pickupBefore <= sequence.count; pickupBefore++)
    for (let dropoffBefore = pickupBefore; dropoffBefore <= sequence.count; dropoffBefore++) {
      const whole = roomForOneMore(sequence);
      insertTrip({ base: sequence, target: whole, trip, pickupBefore, dropoffBefore });
      yield { pickupBefore, dropoffBefore, whole };
    }
}

/** Is a seat or a wheelchair place missing on some leg that she rides? */
export function isTooFull({ pickupBefore, dropoffBefore, whole }: Inserted): boolean {
  const { duty, seatsTaken, wheelchairsTaken } = whole;
  for (let leg = pickupBefore + 1; leg <= dropoffBefore + 1; leg++) {
    const chairs = wheelchairsTaken[leg]!;
    if (chairs > duty.wheelchairPlaces) return true;
    if (seatsTaken[leg]! + chairs * duty.seatsPerWheelchair > duty.seats) return true;
  }
  return false;
}

/** The matcher is asked only about what differs: it is slower than the engine. */
export function same(one: unknown, other: unknown, where: string): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, where).toEqual(other);
}
