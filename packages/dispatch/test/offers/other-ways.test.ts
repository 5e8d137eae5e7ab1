import { expect, test } from "vitest";
import {
  type Alternative,
  offer,
  type Plan,
  type Problem,
  prepare,
  type Trip,
  verify,
} from "../../src/index.ts";
import { randomTown, randomTrip } from "../random-town.ts";
import { type Chance, seededRandom } from "../seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 5100);
const DAYS = 400;

test(`every other way can be booked as it stands, and no shorter walk or smaller relaxation would do (${DAYS} days, seed ${SEED})`, () => {
  const seen = new Map<Alternative["kind"], number>();
  for (let seed = SEED; seed < SEED + DAYS; seed++) {
    const random = seededRandom(seed);
    const { problem, plan } = fullDay(random, seed);
    const trip = { ...randomTrip(random, "new", problem), seats: random.int(2, 9) };
    const { placeCount } = problem.travelTimes;
    const nearby = () =>
      Array.from({ length: 2 }, () => ({
        place: random.int(0, placeCount - 1),
        walkMeters: random.int(50, 900),
      }));
    const stops = { pickup: nearby(), dropoff: nearby() };
    const alternatives = {
      ...{ earliest: 9 * 3600, latest: 15 * 3600, count: 0 },
      ...{ stops, splitParty: true, relax: { arrivalSecondsMax: 2400, rideSecondsMax: 2400 } },
    };
    const answer = offer({ problem, plan, trip, alternatives });
    if (answer.kind !== "refusal") continue;
    const where = `seed ${seed}`;
    for (const other of answer.alternatives) {
      seen.set(other.kind, (seen.get(other.kind) ?? 0) + 1);
      const trips = other.kind === "split-party" ? other.parts.map((part) => part.trip) : [other.trip];
      const booked = { ...problem, trips: [...problem.trips, ...trips] };
      expect(verify({ problem: booked, plan: other.plan, since: plan }), where).toEqual([]);
      const fits = (one: Trip) => offer({ problem, plan, trip: one }).kind === "offer";
      if (other.kind === "later-arrival")
        expect(fits(oneMinuteLess(other.trip, trip, "arrival")), where).toBe(false);
      if (other.kind === "longer-ride")
        expect(fits(oneMinuteLess(other.trip, trip, "ride")), where).toBe(false);
      if (other.kind === "split-party") {
        const [larger, smaller] = other.parts.map((part) => part.trip.seats);
        expect([larger! + smaller!, larger! >= smaller!], where).toEqual([trip.seats, true]);
      }
      if (other.kind !== "other-stop") continue;
      const walked = other.pickupWalkMeters + other.dropoffWalkMeters;
      for (const from of [{ place: trip.pickupPlace, walkMeters: 0 }, ...stops.pickup])
        for (const to of [{ place: trip.dropoffPlace, walkMeters: 0 }, ...stops.dropoff])
          if (from.walkMeters + to.walkMeters < walked && from.place !== to.place)
            expect(fits({ ...trip, pickupPlace: from.place, dropoffPlace: to.place }), where).toBe(false);
    }
  }
  for (const kind of ["other-stop", "later-arrival", "longer-ride", "split-party"] as const)
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(3);
});

/** The relaxed trip with a minute less of what was relaxed. */
function oneMinuteLess(relaxed: Trip, asked: Trip, what: "arrival" | "ride"): Trip {
  const isArriveBy = asked.anchor === "dropoff";
  const dropoff = { ...relaxed.dropoff, latest: Math.max(relaxed.dropoff.latest - 60, asked.dropoff.latest) };
  if (what === "arrival")
    return isArriveBy
      ? { ...relaxed, dropoff, pickup: { ...relaxed.pickup, latest: relaxed.pickup.latest - 60 } }
      : { ...relaxed, dropoff };
  const shorter = { ...relaxed, rideSecondsMax: relaxed.rideSecondsMax - 60 };
  if (!isArriveBy) return { ...shorter, dropoff };
  const earliest = Math.min(relaxed.pickup.earliest + 60, asked.pickup.earliest);
  return { ...shorter, pickup: { ...relaxed.pickup, earliest } };
}

function fullDay(random: Chance, seed: number): { problem: Problem; plan: Plan } {
  const town = randomTown(random, { triangle: true, paced: seed % 4 === 0, duties: 1 + (seed % 3) });
  let fleet = prepare({ problem: town, plan: { routes: [] } });
  for (let n = 0; n < 30; n++) {
    const answer = fleet.offer({ trip: randomTrip(random, `r${n}`, town) });
    if (answer.kind === "offer") fleet = fleet.take(answer.offer);
  }
  return fleet;
}
