import { expect, test } from "vitest";
import {
  type CostWeights,
  defaultWeights,
  offer,
  type Plan,
  type Problem,
  prepare,
} from "../../src/index.ts";
import { randomDay } from "../random-day.ts";
import { randomTown, randomTrip } from "../random-town.ts";
import { type Chance, seededRandom } from "../seeded-random.ts";
import { everyDutysBest } from "./exhaustive.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 8100);
const QUESTIONS = 600;

test(`the duty, its cost and the runner-up are those of driving every place of every duty (${QUESTIONS} questions, seed ${SEED})`, () => {
  let [offers, refusals, paced, crooked, late] = [0, 0, 0, 0, 0];
  for (let seed = SEED; offers + refusals < QUESTIONS; seed++) {
    const random = seededRandom(seed);
    const { problem, plan } = seed % 3 === 0 ? someMoment(random, seed) : busyFleet(random, seed);
    const weights = someWeights(random);
    const fleet = prepare({ problem, plan });
    for (let n = 0; n < 4; n++) {
      const trip = randomTrip(random, "new", problem);
      const where = `seed ${seed}, question ${n}`;
      const all = everyDutysBest({ problem, plan, trip, weights });
      const answer = fleet.offer({ trip, weights });
      expect(offer({ problem, plan, trip, weights }), where).toEqual(answer);
      if (answer.kind !== "offer") {
        expect(all, where).toEqual([]);
        refusals++;
        continue;
      }
      const { dutyId, cost, pickupAt, dropoffAt, why } = answer.offer;
      const [best, second] = all;
      expect({ dutyId, cost, pickupAt, dropoffAt, weight: best!.weight }, where).toEqual(best);
      expect(why.runnerUp && { dutyId: why.runnerUp.dutyId, cost: why.runnerUp.cost }, where).toEqual(
        second && { dutyId: second.dutyId, cost: second.cost },
      );
      offers++;
      if ((problem.travelTimes.pace ?? []).length > 0) paced++;
      if (seed % 2 === 1) crooked++;
      if (problem.progress.length > 0) late++;
    }
  }
  for (const seen of [offers, refusals, paced, crooked, late]) expect(seen).toBeGreaterThan(5);
});

test("a fleet that takes offers one by one answers as one that is prepared anew after each", () => {
  for (let seed = SEED; seed < SEED + 25; seed++) {
    const random = seededRandom(seed);
    const problem = randomTown(random, {
      triangle: seed % 2 === 0,
      paced: seed % 3 === 0,
      duties: 1 + (seed % 6),
    });
    let fleet = prepare({ problem, plan: { routes: [] } });
    for (let n = 0; n < 24; n++) {
      const trip = randomTrip(random, `r${n}`, problem);
      const alternatives = { earliest: 9 * 3600, latest: 15 * 3600, count: 3 };
      const answer = fleet.offer({ trip, alternatives });
      expect(offer({ problem: fleet.problem, plan: fleet.plan, trip, alternatives }), `seed ${seed}`).toEqual(
        answer,
      );
      if (answer.kind === "offer") fleet = fleet.take(answer.offer);
    }
    expect(fleet.offer({ trip: fleet.problem.trips[0]! })).toMatchObject({
      kind: "invalid",
      findings: [{ kind: "trip-already-planned" }],
    });
  }
});

/** Up to 24 vehicles with rides booked in any order of the day, nothing driven yet. */
function busyFleet(random: Chance, seed: number): { problem: Problem; plan: Plan } {
  const duties = random.int(3, 24);
  let fleet = prepare({
    problem: randomTown(random, { triangle: seed % 2 === 0, paced: seed % 5 === 0, duties }),
    plan: { routes: [] },
  });
  for (let n = 0; n < 5 * duties; n++) {
    const answer = fleet.offer({ trip: randomTrip(random, `r${n}`, fleet.problem) });
    if (answer.kind === "offer") fleet = fleet.take(answer.offer);
  }
  return fleet;
}

/** A moment of a small fleet's day, some of it driven, promises at risk. */
function someMoment(random: Chance, seed: number): { problem: Problem; plan: Plan } {
  const kind = {
    triangle: seed % 2 === 0,
    paced: seed % 4 === 0,
    duties: 1 + (seed % 3),
    punctual: seed % 5 > 0,
  };
  return random.pick([...randomDay(seed, kind)]);
}

function someWeights(random: Chance): CostWeights {
  if (random.chance(0.5)) return defaultWeights;
  const weight = () => random.int(0, 12);
  return { vehicleSecond: weight(), delaySecond: weight(), detourSecond: weight(), waitSecond: weight() };
}
