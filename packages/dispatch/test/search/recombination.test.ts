import { expect, test } from "vitest";
import { defaultWeights, verify } from "../../src/index.ts";
import { Annealing } from "../../src/search/annealing.ts";
import { compileInstance } from "../../src/search/compile-instance.ts";
import { planOf } from "../../src/search/plan-of.ts";
import { Recombination } from "../../src/search/recombination.ts";
import { Snapshot } from "../../src/search/snapshot.ts";
import { Solution } from "../../src/search/solution.ts";
import { drivingOnly } from "../../src/search/solve.ts";
import { type DayKind, randomDay } from "../random-day.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_270_403);
const DAYS = 64;

function kindOf(seed: number): DayKind {
  return {
    triangle: seed % 3 !== 0,
    paced: seed % 4 === 1,
    duties: 2 + (seed % 3),
    punctual: seed % 5 < 2,
    ruled: seed % 2 === 0,
  };
}

test(`plans put together from the routes of others keep every rule and cost what their routes cost, on ${DAYS} days`, () => {
  const seen = { cheaper: 0, better: 0, aboard: 0 };
  for (let seed = SEED; seed < SEED + DAYS; seed++) {
    const kind = kindOf(seed);
    const moments = [...randomDay(seed, kind)];
    const { problem, plan } = moments[Math.floor((moments.length * 2) / 3)]!;
    const where = `seed ${seed} ${JSON.stringify(kind)}`;
    const weights = seed % 2 === 0 ? defaultWeights : drivingOnly;
    const instance = compileInstance({ problem, plan, added: [], weights, examine: true });
    const annealing = new Annealing(instance, seed);
    const given = new Snapshot();
    given.take(annealing.solution);
    const recombination = new Recombination(instance);
    for (let step = 0; step < 150; step++) {
      annealing.step(annealing.solution.cost);
      recombination.see(annealing.solution, given);
    }
    const routes = recombination.improve(given, new Uint8Array(instance.dutyCount));
    if (routes === undefined) continue;
    seen.cheaper++;
    const solution = new Solution(instance);
    solution.restore({ routes, absent: given.absent });
    expect(solution.cost, where).toBeLessThan(given.cost);
    if (solution.cost < annealing.best.cost) seen.better++;
    if (problem.progress.some(({ done }) => done.length % 2 === 1)) seen.aboard++;
    const combined = planOf({ problem, plan, instance, routes });
    expect(verify({ problem, plan: combined, since: plan }), where).toEqual(
      verify({ problem, plan, since: plan }),
    );
  }
  console.log(`seed ${SEED}, ${DAYS} days:`, seen);
  expect(seen.cheaper).toBeGreaterThan(DAYS / 6);
  expect(seen.aboard).toBeGreaterThan(0);
});
