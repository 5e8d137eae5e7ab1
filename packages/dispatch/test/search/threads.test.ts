import { expect, test } from "vitest";
import { type Problem, solve, verify } from "../../src/index.ts";
import { improveInParallel, solveInParallel } from "../../src/threads/index.ts";
import { randomTown, randomTrip } from "../random-town.ts";
import { seededRandom } from "../seeded-random.ts";

function town(seed: number, trips: number): Problem {
  const random = seededRandom(seed);
  const problem = randomTown(random, { triangle: true, paced: false, duties: 6 });
  return { ...problem, trips: Array.from({ length: trips }, (_, k) => randomTrip(random, `r${k}`, problem)) };
}

test("two threads give the same plan every time, and none that is worse than nothing", async () => {
  const problem = town(5, 24);
  const options = { problem, objective: "fleet", iterations: 600, threads: 2, seed: 1 } as const;
  const once = await solveInParallel(options);
  expect(await solveInParallel(options)).toEqual(once);
  expect(once.iterations).toBe(1200);
  const served = problem.trips.filter(({ id }) => !once.unserved.includes(id));
  expect(verify({ problem: { ...problem, trips: served }, plan: once.plan })).toEqual([]);
});

test("one thread does what the search without threads does", async () => {
  const problem = town(6, 16);
  const options = { problem, objective: "cost", iterations: 400, seed: 3 } as const;
  expect(await solveInParallel({ ...options, threads: 1 })).toEqual(solve(options));
});

test("improving in threads stops at once when told to, with a plan that keeps every promise", async () => {
  const problem = town(7, 20);
  const { plan, unserved } = solve({ problem, objective: "cost", iterations: 30, seed: 1 });
  const trips = problem.trips.filter(({ id }) => !unserved.includes(id));
  const day = { ...problem, trips };
  const stop = new AbortController();
  const running = improveInParallel({
    problem: day,
    plan,
    iterations: 1e9,
    threads: 2,
    seed: 2,
    signal: stop.signal,
  });
  setTimeout(() => stop.abort(), 300);
  const improved = await running;
  expect(improved.after).toBeLessThanOrEqual(improved.before);
  expect(verify({ problem: day, plan: improved.plan, since: plan })).toEqual([]);
});
