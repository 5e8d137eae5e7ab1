import { expect, test } from "vitest";
import {
  type CostWeights,
  defaultWeights,
  type Plan,
  type Problem,
  schedule,
  verify,
} from "../../src/index.ts";
import { improve } from "../../src/search/improve.ts";
import { replan } from "../../src/search/replan.ts";
import { type DayKind, randomDay } from "../random-day.ts";
import { randomTrip } from "../random-town.ts";
import { seededRandom } from "../seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_270_401);
const DAYS = 400;

function kindOf(seed: number): DayKind {
  return { triangle: seed % 3 !== 0, paced: seed % 4 === 1, duties: 1 + (seed % 3), punctual: seed % 5 < 2 };
}

/** What a plan costs by the definition of the weights, read off its schedule; `since` is the plan before. */
function costOfPlan({
  problem,
  plan,
  since,
  weights,
}: {
  problem: Problem;
  plan: Plan;
  since: Plan;
  weights: CostWeights;
}): number {
  const dropoffs = new Map(
    schedule({ problem, plan: since }).duties.flatMap(({ visits }) =>
      visits.filter(({ kind }) => kind === "dropoff").map(({ tripId, start }) => [tripId, start]),
    ),
  );
  const { placeCount, seconds } = problem.travelTimes;
  let sum = 0;
  for (const duty of schedule({ problem, plan }).duties) {
    sum += weights.vehicleSecond * duty.drivingSeconds;
    const done = problem.progress.find(({ dutyId }) => dutyId === duty.dutyId)?.done ?? [];
    for (const { tripId, start } of duty.visits.filter(({ kind }) => kind === "dropoff")) {
      const trip = problem.trips.find(({ id }) => id === tripId)!;
      const pickup = duty.visits.find((visit) => visit.tripId === tripId && visit.kind === "pickup");
      const seated = pickup?.departure ?? done.find((visit) => visit.tripId === tripId)!.at;
      const detour = start - seated - seconds[trip.pickupPlace * placeCount + trip.dropoffPlace]!;
      const wish = pickup === undefined ? 0 : pickup.start - trip.pickup.earliest;
      const wait = trip.anchor === "dropoff" ? Math.max(0, trip.dropoff.latest - start) : wish;
      const delay = Math.max(0, start - (dropoffs.get(tripId) ?? Number.POSITIVE_INFINITY));
      sum +=
        (trip.seats + trip.wheelchairs) *
        (detour * weights.detourSecond + wait * weights.waitSecond + delay * weights.delaySecond);
    }
  }
  return sum;
}

test(`improving and re-planning ${DAYS} random days breaks no rule, and the cost told is the cost of the plan`, () => {
  const seen = { better: 0, replanned: 0, failed: 0, driving: 0, late: 0 };
  for (let seed = SEED; seed < SEED + DAYS; seed++) {
    const kind = kindOf(seed);
    const where = `seed ${seed} ${JSON.stringify(kind)}`;
    let step = 0;
    for (const { problem, plan } of randomDay(seed, kind)) {
      if (step++ % 4 !== seed % 4) continue;
      const late = verify({ problem, plan }).length > 0;
      if (late) seen.late++;
      if (problem.progress.some(({ drivingTo }) => drivingTo !== undefined)) seen.driving++;
      const weights = defaultWeights;
      const improved = improve({ problem, plan, weights, iterations: 40, seed });
      const told = `${where} step ${step}`;
      expect(verify({ problem, plan: improved.plan, since: plan }), told).toEqual([]);
      // Of a late plan the schedule tells a projection, which puts no pickup off.
      if (!late) expect(improved.before, told).toBe(costOfPlan({ problem, plan, since: plan, weights }));
      if (!late)
        expect(improved.after, told).toBe(costOfPlan({ problem, plan: improved.plan, since: plan, weights }));
      expect(improved.after, told).toBeLessThanOrEqual(improved.before);
      if (improved.after < improved.before) seen.better++;

      const trip = randomTrip(seededRandom(seed + step), "new", problem);
      const found = replan({ problem, plan, trips: [trip], iterations: 40, seed });
      if (found === undefined) seen.failed++;
      else {
        seen.replanned++;
        const withTrip = { ...problem, trips: [...problem.trips, trip] };
        expect(verify({ problem: withTrip, plan: found.plan, since: plan }), told).toEqual([]);
      }
    }
  }
  console.log(`seed ${SEED}, ${DAYS} days:`, seen);
  expect(seen.better).toBeGreaterThan(DAYS / 20);
  expect(seen.replanned).toBeGreaterThan(DAYS / 4);
  expect(seen.driving).toBeGreaterThan(DAYS / 4);
});
