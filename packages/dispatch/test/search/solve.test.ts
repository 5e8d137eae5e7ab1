import { expect, test } from "vitest";
import { type Plan, type Problem, schedule, solve, type Visit, verify } from "../../src/index.ts";
import { randomTown, randomTrip } from "../random-town.ts";
import { type Chance, seededRandom } from "../seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_270_501);

function tinyDay(random: Chance, seed: number): Problem {
  const kind = { triangle: seed % 2 === 0, paced: seed % 5 === 1, duties: 1 + (seed % 2) };
  const problem = randomTown(random, kind);
  const trips = Array.from({ length: 3 }, (_, k) => randomTrip(random, `r${k}`, problem));
  return { ...problem, trips };
}

/** Every order of boarding and alighting of the trips given to one duty. */
function* everyOrder(trips: readonly string[], visits: Visit[] = []): Generator<Visit[]> {
  if (visits.length === 2 * trips.length) yield [...visits];
  for (const tripId of trips) {
    const past = visits.filter((visit) => visit.tripId === tripId);
    if (past.length === 2) continue;
    visits.push({ tripId, kind: past.length === 0 ? "pickup" : "dropoff" });
    yield* everyOrder(trips, visits);
    visits.pop();
  }
}

function driving(problem: Problem, plan: Plan): number {
  return schedule({ problem, plan }).duties.reduce((sum, duty) => sum + duty.drivingSeconds, 0);
}

/** The least driving that serves these trips, duty by duty over all ways to share them out; undefined: impossible. */
function leastDriving(problem: Problem, served: readonly string[]): number | undefined {
  const trips = problem.trips.filter(({ id }) => served.includes(id));
  const day = { ...problem, trips };
  let least: number | undefined;
  const shares = problem.duties.length ** served.length;
  for (let share = 0; share < shares; share++) {
    const routes = problem.duties.map(({ id }, d) => {
      const own = served.filter(
        (_, k) => Math.floor(share / problem.duties.length ** k) % problem.duties.length === d,
      );
      return { dutyId: id, own };
    });
    let sum: number | undefined = 0;
    for (const { dutyId, own } of routes) {
      const alone = { ...day, duties: day.duties.filter(({ id }) => id === dutyId) };
      const costs = [...everyOrder(own)]
        .map((visits): Plan => ({ routes: [{ dutyId, visits }] }))
        .filter((plan) => {
          const mine = { ...alone, trips: trips.filter(({ id }) => own.includes(id)) };
          return verify({ problem: mine, plan }).length === 0;
        })
        .map((plan) => driving(alone, plan));
      sum = costs.length === 0 || sum === undefined ? undefined : sum + Math.min(...costs);
    }
    if (sum !== undefined) least = Math.min(least ?? sum, sum);
  }
  return least;
}

test("on tiny days it serves as many as can be served, with the least driving there is", () => {
  const seen = { all: 0, some: 0 };
  for (let seed = SEED; seed < SEED + 60; seed++) {
    const problem = tinyDay(seededRandom(seed), seed);
    const solved = solve({ problem, objective: "cost", iterations: 150, seed });
    const served = problem.trips.map(({ id }) => id).filter((id) => !solved.unserved.includes(id));
    const where = `seed ${seed}`;
    const day = { ...problem, trips: problem.trips.filter(({ id }) => served.includes(id)) };
    expect(verify({ problem: day, plan: solved.plan }), where).toEqual([]);
    expect(driving(problem, solved.plan), where).toBe(solved.cost);
    if (served.length === 3) {
      seen.all++;
      expect(solved.cost, where).toBe(leastDriving(problem, served));
    } else {
      seen.some++;
      for (const more of solved.unserved)
        expect(leastDriving(problem, [...served, more]), where).toBeUndefined();
    }
  }
  console.log(`seed ${SEED}:`, seen);
  expect(seen.all).toBeGreaterThan(10);
  expect(seen.some).toBeGreaterThan(3);
});

function busyDay(seed: number, trips = 18): Problem {
  const random = seededRandom(seed);
  const problem = randomTown(random, { triangle: seed % 2 === 0, paced: seed % 3 === 0, duties: 5 });
  return { ...problem, trips: Array.from({ length: trips }, (_, k) => randomTrip(random, `r${k}`, problem)) };
}

test("the same seed gives the same plan byte for byte, another seed may not", () => {
  const problem = busyDay(3);
  const options = { problem, objective: "fleet", iterations: 400 } as const;
  const once = JSON.stringify(solve({ ...options, seed: 1 }));
  expect(JSON.stringify(solve({ ...options, seed: 1 }))).toBe(once);
  const others = [2, 3, 4, 5].map((seed) => JSON.stringify(solve({ ...options, seed })));
  expect(others.some((other) => other !== once)).toBe(true);
});

test("stopped at any moment it has a plan that can be driven", () => {
  for (let stop = 0; stop < 12; stop++) {
    const problem = busyDay(stop);
    let asked = 0;
    const solved = solve({
      problem,
      objective: stop % 2 === 0 ? "fleet" : "cost",
      iterations: 1_000_000,
      seed: stop,
      shouldStop: () => asked++ >= stop,
    });
    const trips = problem.trips.filter(({ id }) => !solved.unserved.includes(id));
    expect(verify({ problem: { ...problem, trips }, plan: solved.plan }), `stop ${stop}`).toEqual([]);
  }
});

test("counting vehicles first never uses more of them than counting driving alone", () => {
  let fewer = 0;
  for (let seed = 0; seed < 16; seed++) {
    const problem = busyDay(seed, 10);
    const used = (objective: "fleet" | "cost") => {
      const { plan, unserved } = solve({ problem, objective, iterations: 600, seed });
      return {
        vehicles: plan.routes.filter(({ visits }) => visits.length > 0).length,
        unserved: unserved.length,
      };
    };
    const [fleet, cost] = [used("fleet"), used("cost")];
    if (fleet.unserved + cost.unserved > 0) continue;
    expect(fleet.vehicles, `seed ${seed}`).toBeLessThanOrEqual(cost.vehicles);
    if (fleet.vehicles < cost.vehicles) fewer++;
  }
  expect(fewer).toBeGreaterThan(0);
});

test("one vehicle is enough though two would drive less: what counts first decides", () => {
  // Two rides side by side with the depot, far from each other.
  const placeCount = 5;
  const far = (from: number, to: number) => (from === 0 || to === 0 ? 100 : 500);
  const near = (from: number, to: number) => from === to || Math.ceil(from / 2) === Math.ceil(to / 2);
  const seconds = Int32Array.from({ length: placeCount ** 2 }, (_, k) => {
    const [from, to] = [Math.floor(k / placeCount), k % placeCount];
    if (from === to) return 0;
    return near(from, to) ? 10 : far(from, to);
  });
  const hours = { earliest: 0, latest: 3600 };
  const problem: Problem = {
    travelTimes: { placeCount, seconds },
    duties: ["d1", "d2", "d3"].map((id) => ({
      ...{ id, vehicleId: id, seats: 4, wheelchairPlaces: 0, seatsPerWheelchair: 0 },
      ...{ startPlace: 0, endPlace: 0, startsAt: 0, endsAt: 3600 },
    })),
    trips: [1, 3].map((place) => ({
      ...{ id: `r${place}`, pickupPlace: place, dropoffPlace: place + 1, seats: 1, wheelchairs: 0 },
      ...{ pickup: hours, dropoff: hours, rideSecondsMax: 3600, boardSeconds: 0, alightSeconds: 0 },
    })),
    progress: [],
    now: 0,
  };
  const used = (objective: "fleet" | "cost") => {
    const { plan, cost } = solve({ problem, objective, iterations: 500, seed: 1 });
    return { vehicles: plan.routes.filter(({ visits }) => visits.length > 0).length, cost };
  };
  expect(used("fleet")).toEqual({ vehicles: 1, cost: 720 });
  expect(used("cost")).toEqual({ vehicles: 2, cost: 420 });
});

test("a stop that is closed for part of the window is visited when it is open; closed all the while, never", () => {
  let served = 0;
  for (let seed = 0; seed < 20; seed++) {
    const problem = busyDay(seed, 1);
    const trip = problem.trips[0]!;
    const until = Math.ceil((trip.pickup.earliest + trip.pickup.latest) / 2);
    const solveClosed = (to: number) => {
      const closures = [{ place: trip.pickupPlace, from: 0, until: to }];
      return solve({ problem: { ...problem, closures }, objective: "cost", iterations: 20, seed });
    };
    expect(solveClosed(trip.pickup.latest + 1).unserved, `seed ${seed}`).toEqual([trip.id]);
    const { plan, unserved } = solveClosed(until);
    if (unserved.length > 0) continue;
    served++;
    const trips = [{ ...trip, pickup: { earliest: until, latest: trip.pickup.latest } }];
    expect(verify({ problem: { ...problem, trips }, plan }), `seed ${seed}`).toEqual([]);
  }
  expect(served).toBeGreaterThan(5);
});
