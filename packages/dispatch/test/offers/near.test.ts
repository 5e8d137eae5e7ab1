import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultWeights as weights } from "../../src/cost.ts";
import { type Fleet, fleetOf } from "../../src/fleet.ts";
import type { Trip } from "../../src/index.ts";
import { near } from "../../src/near.ts";
import { randomDay } from "../random-day.ts";
import { randomTrip } from "../random-town.ts";
import { seededRandom } from "../seeded-random.ts";
import { everyDutysBest } from "./exhaustive.ts";

const question = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  triangle: fc.boolean(),
  paced: fc.boolean(),
  duties: fc.integer({ min: 1, max: 5 }),
  punctual: fc.boolean(),
  seats: fc.integer({ min: 0, max: 8 }),
  wider: fc.integer({ min: 0, max: 7200 }),
});

test("no duty is ruled out off the timetable that has a place when every place is driven", () => {
  let [kept, out] = [0, 0];
  fc.assert(
    fc.property(question, ({ seed, seats, wider, ...kind }) => {
      const random = seededRandom(seed);
      const { problem, plan } = random.pick([...randomDay(seed, kind)]);
      const asked = { ...randomTrip(random, "new", problem), ...(seats > 0 ? { seats } : {}) };
      const trip = widened(asked, wider);
      const fleet = fleetOf({ problem, plan });
      const { candidates } = near(fleet, asked, trip);
      const left = candidates.map((d) => problem.duties[d]!.id);
      for (const { dutyId } of everyDutysBest({ problem, plan, trip, weights }))
        expect(left).toContain(dutyId);
      kept += candidates.length;
      out += problem.duties.length - candidates.length;
    }),
    { seed: 8200, numRuns: 300 },
  );
  expect(kept).toBeGreaterThan(50);
  expect(out).toBeGreaterThan(50);
});

test("not a second is lost at the limits: what a duty can just take does not rule it out", () => {
  let looked = 0;
  fc.assert(
    fc.property(question, ({ seed, seats: _seats, wider, ...kind }) => {
      const random = seededRandom(seed);
      const { problem, plan } = random.pick([...randomDay(seed, kind)]);
      const asked = widened(randomTrip(random, "new", problem), wider);
      const fleet = fleetOf({ problem, plan });
      const takes = (trip: Trip) =>
        everyDutysBest({ problem, plan, trip, weights }).map((best) => best.dutyId);
      for (const stretched of [waiting, fetching, boarding, alighting, closing])
        for (const dutyId of takes(asked)) {
          const trip = stretched(
            asked,
            most((seconds) => takes(stretched(asked, seconds)).includes(dutyId)),
          );
          expect(near(fleet, trip, trip).candidates.map((d) => problem.duties[d]!.id)).toContain(dutyId);
          looked++;
        }
    }),
    { seed: 8202, numRuns: 60 },
  );
  expect(looked).toBeGreaterThan(100);
});

test("the timetable names for every place the first of the visits behind it that close when it says", () => {
  fc.assert(
    fc.property(question, ({ seed, seats: _seats, wider: _wider, ...kind }) => {
      const fleet = fleetOf(seededRandom(seed).pick([...randomDay(seed, kind)]));
      expect(fleet.timetable.closer).toEqual(closers(fleet));
    }),
    { seed: 8201, numRuns: 60 },
  );
});

const waiting = ({ pickup, ...trip }: Trip, later: number): Trip => ({
  ...trip,
  pickup: { ...pickup, earliest: pickup.earliest + later },
});
const fetching = ({ pickup, ...trip }: Trip, sooner: number): Trip => ({
  ...trip,
  pickup: { ...pickup, latest: pickup.latest - sooner },
});
const boarding = (trip: Trip, more: number): Trip => ({ ...trip, boardSeconds: trip.boardSeconds + more });
const alighting = (trip: Trip, more: number): Trip => ({ ...trip, alightSeconds: trip.alightSeconds + more });
const closing = ({ dropoff, ...trip }: Trip, sooner: number): Trip => ({
  ...trip,
  dropoff: { ...dropoff, latest: dropoff.latest - sooner },
});

/** The most seconds, of those that fit from none on. */
function most(fits: (seconds: number) => boolean): number {
  let [from, to] = [0, 14_400];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (fits(middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}

function widened({ pickup, dropoff, ...trip }: Trip, seconds: number): Trip {
  return {
    ...trip,
    pickup: { earliest: pickup.earliest - seconds, latest: pickup.latest + seconds },
    dropoff: { earliest: dropoff.earliest - seconds, latest: dropoff.latest + seconds },
  };
}

function closers({ duties }: Fleet): (string | undefined)[] {
  return duties.flatMap(({ sequence: { count, firstOpen, latest, trips, endsAt } }) => {
    const places = Array.from({ length: count + 1 - firstOpen }, (_, n) => firstOpen + n);
    return places.map((place) => {
      const behind = [...latest.subarray(place, count)];
      const least = Math.min(...behind, endsAt);
      return behind.includes(least) ? trips[place + behind.indexOf(least)]!.id : undefined;
    });
  });
}
