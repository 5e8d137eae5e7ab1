import { readFileSync } from "node:fs";
import type { Duty, Offer, TravelTimes, Trip } from "../../src/index.ts";
import { type Chance, seededRandom } from "../../test/seeded-random.ts";
import { dataFolder } from "../data-folder.ts";
import type { Stream, TimedRequest } from "./stream.ts";

const OPENS = 9 * 3600;
const CLOSES = 15 * 3600;
const DEPOT = 0;

/** How busy the day is: more riders ask than the vehicles can carry. */
export interface UbeDay {
  readonly seed: number;
  readonly vehicles: number;
  readonly requests: number;
}

/** Ten days of one vehicle, as the demo town has it, and six each of a growing service. */
export const BUSY_DAYS: readonly UbeDay[] = [
  ...days({ count: 10, vehicles: 1, requests: 26 }),
  ...days({ count: 6, vehicles: 2, requests: 60 }),
  ...days({ count: 6, vehicles: 3, requests: 100 }),
];

function days({ count, ...day }: { count: number; vehicles: number; requests: number }): UbeDay[] {
  return Array.from({ length: count }, (_, k) => ({ ...day, seed: k + 1 }));
}

/**
 * A busy day of the demo town: real stops and roads, invented riders. Times of day in seconds.
 *
 * What riders want follows what towns report: errands at a few stops that many go to, out in the morning and home an
 * hour or two later, two thirds wishing a departure and one third an arrival, a part of them booked the day before and
 * the rest between half an hour and three hours ahead. The rules are those of the demo town: pickups within 20 minutes,
 * rides of at most 1.8 times the direct way or 15 minutes more, 30 minutes early at most.
 */
export function ubeDay({ seed, vehicles, requests }: UbeDay): Stream {
  const random = seededRandom(1000 * vehicles + seed);
  const travelTimes = ubeTimes();
  const busy = busyStops(random, travelTimes.placeCount);
  const wanted: TimedRequest[] = [];
  for (let n = 0; wanted.length < requests; n++) {
    const [from, to] = ends(random, busy, travelTimes.placeCount);
    const party = partyOf(random);
    const leaves = OPENS + random.int(0, 16) * 900;
    const out = request(
      { id: `r${n}`, from, to, party, wish: leaves, isArrival: random.chance(1 / 3) },
      travelTimes,
    );
    if (out === undefined) continue;
    const heard = heardAt(random, leaves);
    wanted.push({ trip: out, at: heard });
    if (!random.chance(0.6) || wanted.length === requests) continue;
    const home = leaves + 900 * random.int(4, 9);
    const back = request(
      { id: `r${n}b`, from: to, to: from, party, wish: home, isArrival: false },
      travelTimes,
    );
    if (back !== undefined) wanted.push({ trip: back, at: heard });
  }
  return {
    source: "ube",
    name: `ube/${vehicles}v-day${seed}`,
    travelTimes,
    duties: Array.from({ length: vehicles }, (_, k) => jumboTaxi(k)),
    requests: wanted.toSorted((a, b) => a.at - b.at),
    unitsPerSecond: 1,
    promised,
  };
}

/** Driving seconds between the depot (place 0) and the forty stops. */
function ubeTimes(): TravelTimes {
  const { seconds } = JSON.parse(readFileSync(dataFolder("dynamic/ube-times.json"), "utf8"));
  return { placeCount: seconds.length, seconds: Int32Array.from(seconds.flat()) };
}

function jumboTaxi(k: number): Duty {
  return {
    id: `d${k + 1}`,
    vehicleId: `v${k + 1}`,
    seats: 8,
    wheelchairPlaces: 1,
    seatsPerWheelchair: 2,
    startPlace: DEPOT,
    endPlace: DEPOT,
    startsAt: OPENS - 1800, // on the way to the first rider before the service opens
    endsAt: CLOSES + 1800,
  };
}

/** Six stops where half of all rides begin or end: a hospital, shops, the town hall. */
function busyStops(random: Chance, placeCount: number): readonly number[] {
  const stops = Array.from({ length: placeCount - 1 }, (_, k) => k + 1);
  return Array.from({ length: 6 }, () => stops.splice(random.int(0, stops.length - 1), 1)[0]!);
}

function ends(random: Chance, busy: readonly number[], placeCount: number): [number, number] {
  const home = random.int(1, placeCount - 1);
  const goal = random.chance(0.75) ? random.pick(busy) : random.int(1, placeCount - 1);
  return [home, goal];
}

interface Party {
  readonly seats: number;
  readonly wheelchairs: number;
}

function partyOf(random: Chance): Party {
  if (random.chance(0.04)) return { seats: random.int(0, 1), wheelchairs: 1 };
  return { seats: random.chance(0.75) ? 1 : random.int(2, 3), wheelchairs: 0 };
}

/** The day before (everything that is known when the day begins), or at least half an hour ahead. */
function heardAt(random: Chance, leaves: number): number {
  const ahead = random.int(1800, 3 * 3600);
  return random.chance(0.45) ? 0 : Math.max(0, leaves - ahead);
}

/** Nothing when it does not fit into the service hours. */
function request(
  {
    id,
    from,
    to,
    party,
    wish,
    isArrival,
  }: { id: string; from: number; to: number; party: Party; wish: number; isArrival: boolean },
  { seconds, placeCount }: TravelTimes,
): Trip | undefined {
  const direct = seconds[from * placeCount + to]!;
  const rideSecondsMax = Math.max(Math.ceil(1.8 * direct), direct + 900);
  const boardSeconds = 60 + 180 * party.wheelchairs;
  const alightSeconds = 30 + 180 * party.wheelchairs;
  const arrival = Math.ceil((wish + boardSeconds + direct) / 900) * 900;
  if (from === to || wish + boardSeconds + direct > CLOSES || (isArrival && arrival > CLOSES))
    return undefined;
  const common = {
    id,
    pickupPlace: from,
    dropoffPlace: to,
    ...party,
    rideSecondsMax,
    boardSeconds,
    alightSeconds,
  };
  if (isArrival) {
    const earliest = Math.max(OPENS, arrival - EARLY_ARRIVAL - rideSecondsMax - boardSeconds);
    return {
      ...common,
      anchor: "dropoff",
      pickup: { earliest, latest: arrival - direct - boardSeconds },
      dropoff: { earliest: arrival - EARLY_ARRIVAL, latest: arrival },
    };
  }
  const latest = Math.min(wish + PICKUP_WINDOW, CLOSES - direct - boardSeconds);
  return {
    ...common,
    anchor: "pickup",
    pickup: { earliest: wish, latest },
    dropoff: { earliest: wish, latest: Math.min(CLOSES, latest + boardSeconds + rideSecondsMax) },
  };
}

const PICKUP_WINDOW = 1200;
const EARLY_ARRIVAL = 1800;

/** Depart-at: the window asked for. Arrive-by: the last 20 minutes in which this plan still arrives in time. */
function promised({ trip, pickupAt, pickupLatest }: Offer): Trip {
  if (trip.anchor !== "dropoff") return trip;
  const latest = Math.max(pickupAt, pickupLatest);
  return {
    ...trip,
    pickup: { earliest: Math.max(trip.pickup.earliest, Math.min(pickupAt, latest - PICKUP_WINDOW)), latest },
  };
}
