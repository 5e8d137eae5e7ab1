import { expect, test } from "vitest";
import { keepsAllLimits } from "../../src/exact/plan-of.ts";
import { workOf } from "../../src/exact/work.ts";
import { type Plan, type Problem, proveOrPlan, type Trip, verify } from "../../src/index.ts";
import { openTrips } from "../../src/open-trips.ts";
import { type DayKind, randomDay } from "../random-day.ts";
import { randomTrip } from "../random-town.ts";
import { type Chance, seededRandom } from "../seeded-random.ts";
import { everyPlan, visitsAhead } from "./every-plan.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 3107);
const DAYS = Number(process.env.DISPATCH_DAYS ?? 30);

/** More of them take too long to try by the book. */
const mostVisits = ({ duties, paced }: DayKind) => (duties === 1 && !paced ? 8 : 6);

function kindOf(seed: number): DayKind {
  return {
    triangle: seed % 3 === 0,
    paced: seed % 4 === 1,
    duties: 1 + (seed % 3),
    punctual: seed % 2 === 0,
  };
}

interface Asked {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly trip: Trip;
}

/** Small moments of random days, on time or late, half of them with limits that hardly leave room. */
function* smallMoments(seed: number, kind: DayKind): Generator<Asked> {
  const random = seededRandom(seed + 1);
  for (const { problem, plan } of randomDay(seed, kind)) {
    if (visitsAhead({ problem, plan }) > mostVisits(kind)) continue;
    const trip = crowded(random, randomTrip(random, "new", problem), problem);
    yield withSpecialRules(random, { problem, plan, trip });
  }
}

/** The same hour as a planned rider's: where plans clash. */
function crowded(random: Chance, trip: Trip, { trips, now }: Problem): Trip {
  if (trips.length === 0 || random.chance(0.3)) return trip;
  const { pickup } = random.pick(trips);
  const earliest = Math.max(now, pickup.earliest + 60 * random.int(-15, 15));
  const latest = earliest + 60 * random.int(0, 12);
  const dropoff = { earliest, latest: latest + trip.boardSeconds + trip.rideSecondsMax };
  return { ...trip, pickup: { earliest, latest }, dropoff };
}

function withSpecialRules(random: Chance, { problem, plan, trip }: Asked): Asked {
  const duty = random.pick(problem.duties);
  const from = trip.pickup.earliest + 60 * random.int(-10, 5);
  const closure = {
    place: random.pick([trip.pickupPlace, trip.dropoffPlace]),
    from,
    until: from + 60 * random.int(1, 30),
  };
  return {
    problem: {
      ...problem,
      closures: random.chance(0.15) ? [closure] : [],
      duties: problem.duties.map((one) =>
        one === duty && random.chance(0.2) ? { ...one, workSecondsMax: 60 * random.int(20, 200) } : one,
      ),
    },
    plan,
    trip: random.chance(0.1) ? { ...trip, onlyDuty: duty.id } : trip,
  };
}

/** What trying every plan says; on late days plans are judged by the limits that the search was given. */
function somePlanServes({ problem: known, plan, trip }: Asked): boolean {
  const problem = { ...known, trips: [...known.trips, trip] };
  if (verify({ problem: known, plan }).length === 0)
    return any(everyPlan({ problem, plan, trip }), (candidate) =>
      isFlawless({ problem, plan: candidate, since: plan }),
    );
  const works = openTrips(trip, problem.closures ?? []).map((open) => workOf({ problem, plan, trip: open }));
  return any(
    everyPlan({ problem, plan, trip }),
    (candidate) =>
      !verify({ problem, plan: candidate }).some(
        ({ kind }) => kind.startsWith("no-") && kind !== "no-times-exist",
      ) && works.some((work) => keepsAllLimits({ problem, plan: candidate, work })),
  );
}

function isFlawless(judged: Parameters<typeof verify>[0]): boolean {
  return verify(judged).length === 0;
}

function any<T>(all: Iterable<T>, holds: (one: T) => boolean): boolean {
  for (const one of all) if (holds(one)) return true;
  return false;
}

test(`the exact search says what trying every plan says, in ${DAYS} random days`, () => {
  const seen = { plan: 0, impossible: 0 };
  for (let seed = SEED; seed < SEED + DAYS; seed++) {
    for (const asked of smallMoments(seed, kindOf(seed))) {
      const verdict = proveOrPlan({ ...asked, nodes: 1_000_000 });
      const expected = somePlanServes(asked) ? "plan" : "impossible";
      if (verdict.kind !== expected)
        throw new Error(`seed ${seed}: ${verdict.kind} instead of ${expected} ${JSON.stringify(asked.trip)}`);
      seen[expected]++;
    }
  }
  console.log(`seed ${SEED}:`, seen);
  expect(seen.plan).toBeGreaterThan(2 * DAYS);
  expect(seen.impossible).toBeGreaterThan(2 * DAYS);
}, 120_000);
