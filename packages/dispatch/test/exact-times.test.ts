import { expect, test } from "vitest";
import { earliestStarts } from "../src/earliest-starts.ts";
import type { Problem, Trip, Visit } from "../src/index.ts";
import { latestStarts } from "../src/latest-starts.ts";
import { type Sequence, sequenceOf } from "../src/sequence.ts";
import { type Legs, legsOf } from "../src/travel-times.ts";
import { type Chance, seededRandom } from "./seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 7);
const CASES = 4000;

/** A day of a few seconds with windows of a few seconds, so that every schedule can be listed. */
function tinySequence(random: Chance): { sequence: Sequence; legs: Legs } {
  const placeCount = 4;
  const seconds = Int32Array.from({ length: placeCount ** 2 }, (_, k) =>
    k % 5 === 0 ? 0 : random.int(0, 6),
  );
  const pace = random.chance(0.5)
    ? [
        { startsAt: random.int(0, 10), permille: random.int(500, 3000) },
        { startsAt: random.int(11, 25), permille: random.int(500, 3000) },
      ]
    : [];
  const place = () => random.int(0, placeCount - 1);
  const window = (from: number) => {
    const earliest = from + random.int(0, 14);
    return { earliest, latest: earliest + random.int(0, 7) };
  };
  const trips = Array.from({ length: random.int(1, 3) }, (_, k): Trip => {
    const pickup = window(0);
    return {
      id: `r${k}`,
      pickupPlace: place(),
      dropoffPlace: place(),
      seats: 1,
      wheelchairs: 0,
      pickup,
      dropoff: window(pickup.earliest),
      rideSecondsMax: random.int(0, 10),
      boardSeconds: random.int(0, 1),
      alightSeconds: random.int(0, 1),
    };
  });
  const duty = {
    id: "d",
    vehicleId: "v",
    seats: 9,
    wheelchairPlaces: 0,
    seatsPerWheelchair: 0,
    startPlace: place(),
    endPlace: place(),
    startsAt: 0,
    endsAt: random.int(20, 40),
    workSecondsMax: random.chance(0.5) ? random.int(8, 30) : undefined,
  };
  const travelTimes = { placeCount, seconds, pace };
  const problem: Problem = { travelTimes, duties: [duty], trips, progress: [], now: 0 };
  const plan = { routes: [{ dutyId: "d", visits: shuffledVisits(random, trips) }] };
  const byId = new Map(trips.map((trip) => [trip.id, trip]));
  return { sequence: sequenceOf({ problem, plan, duty, trips: byId }), legs: legsOf(travelTimes) };
}

function shuffledVisits(random: Chance, trips: readonly Trip[]): Visit[] {
  const visits: Visit[] = [];
  for (const { id } of trips) {
    const pickup = random.int(0, visits.length);
    visits.splice(pickup, 0, { tripId: id, kind: "pickup" });
    visits.splice(random.int(pickup + 1, visits.length), 0, { tripId: id, kind: "dropoff" });
  }
  return visits;
}

/** Lists every schedule in whole seconds; keeps the earliest and latest instant of each visit over all of them. */
function enumerate(sequence: Sequence, legs: Legs): { least: number[]; most: number[] } | undefined {
  const { count, origin, duty, place, service, earliest, latest, partner, trips, visits } = sequence;
  const starts: number[] = [];
  let bounds: { least: number[]; most: number[] } | undefined;
  const visit = (k: number): void => {
    const from = k === 0 ? origin.place : place[k - 1]!;
    const leaves = k === 0 ? origin.readyAt : starts[k - 1]! + service[k - 1]!;
    if (k === count) {
      const back = legs.arrival(from, duty.endPlace, leaves);
      const left = legs.departure(origin.place, place[0]!, starts[0]!);
      if (back > duty.endsAt || back - left > (duty.workSecondsMax ?? back)) return;
      bounds ??= { least: [...starts], most: [...starts] };
      for (const [n, start] of starts.entries()) {
        bounds.least[n] = Math.min(bounds.least[n]!, start);
        bounds.most[n] = Math.max(bounds.most[n]!, start);
      }
      return;
    }
    const arrival = legs.arrival(from, place[k]!, leaves);
    for (let start = Math.max(earliest[k]!, arrival); start <= latest[k]!; start++) {
      const trip = trips[k]!;
      if (
        visits[k]!.kind === "dropoff" &&
        start - starts[partner[k]!]! - trip.boardSeconds > trip.rideSecondsMax
      )
        break;
      starts.push(start);
      visit(k + 1);
      starts.pop();
    }
  };
  visit(0);
  return bounds;
}

test(`earliest and latest times are exactly those of all schedules listed one by one (${CASES} tiny cases, paced or not)`, () => {
  const random = seededRandom(SEED);
  let feasible = 0;
  for (let n = 0; n < CASES; n++) {
    const { sequence, legs } = tinySequence(random);
    const listed = enumerate(sequence, legs);
    const least = new Float64Array(sequence.count);
    const most = new Float64Array(sequence.count);
    const where = `seed ${SEED}, case ${n}`;
    expect(earliestStarts(sequence, legs, least), where).toBe(listed !== undefined);
    expect(latestStarts(sequence, legs, most), where).toBe(listed !== undefined);
    if (listed === undefined) continue;
    feasible++;
    expect([...least], where).toEqual(listed.least);
    expect([...most], where).toEqual(listed.most);
  }
  expect(feasible).toBeGreaterThan(CASES / 8);
  expect(feasible).toBeLessThan((CASES * 7) / 8);
});

test("a ride that only another pace makes short enough begins at the very second at which it does", () => {
  const random = seededRandom(SEED);
  let changed = 0;
  for (let n = 0; n < 600; n++) {
    const free = random.int(3, 9);
    const at = random.int(8, 16);
    const [before, after] = random.chance(0.5) ? [2000, 1000] : [1000, 2000];
    const pace = [
      { startsAt: 0, permille: before },
      { startsAt: at, permille: after },
    ];
    const travelTimes = { placeCount: 2, seconds: Int32Array.of(0, free, free, 0), pace };
    const trip: Trip = {
      id: "r",
      pickupPlace: 0,
      dropoffPlace: 1,
      seats: 1,
      wheelchairs: 0,
      pickup: { earliest: 0, latest: 40 },
      dropoff: { earliest: 0, latest: 40 },
      rideSecondsMax: random.int(free, 2 * free - 1),
      boardSeconds: 0,
      alightSeconds: 0,
    };
    const hours = { startPlace: 0, endPlace: 1, startsAt: 0, endsAt: 40 };
    const duty = { id: "d", vehicleId: "v", seats: 1, wheelchairPlaces: 0, seatsPerWheelchair: 0, ...hours };
    const problem: Problem = { travelTimes, duties: [duty], trips: [trip], progress: [], now: 0 };
    const visits = (["pickup", "dropoff"] as const).map((kind) => ({ tripId: "r", kind }));
    const plan = { routes: [{ dutyId: "d", visits }] };
    const sequence = sequenceOf({ problem, plan, duty, trips: new Map([["r", trip]]) });
    const legs = legsOf(travelTimes);
    const listed = enumerate(sequence, legs);
    const [least, most] = [new Float64Array(2), new Float64Array(2)];
    const where = `seed ${SEED}, case ${n}`;
    expect(earliestStarts(sequence, legs, least), where).toBe(listed !== undefined);
    expect(latestStarts(sequence, legs, most), where).toBe(listed !== undefined);
    if (listed === undefined) continue;
    if (listed.least[0]! > 0 || listed.most[1]! < 40) changed++;
    expect([...least], where).toEqual(listed.least);
    expect([...most], where).toEqual(listed.most);
  }
  expect(changed).toBeGreaterThan(300);
});
