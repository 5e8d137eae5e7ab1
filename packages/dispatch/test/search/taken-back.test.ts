import { expect, test } from "vitest";
import type { Problem } from "../../src/index.ts";
import { compileInstance } from "../../src/search/compile-instance.ts";
import { Random } from "../../src/search/random.ts";
import { Solution } from "../../src/search/solution.ts";
import { drivingOnly, solve } from "../../src/search/solve.ts";
import { TailExchange } from "../../src/search/tail-exchange.ts";
import { randomDay } from "../random-day.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_271_106);
const DAYS = 60;
const STEPS = 60;

/** Only vehicles of one kind can exchange what they do; that a driver's work is limited is seen when it is done. */
function withLikeVehicles(problem: Problem): Problem {
  const [first] = problem.duties;
  return {
    ...problem,
    duties: problem.duties.map(({ id, vehicleId }) => ({ ...first!, id, vehicleId, workSecondsMax: 9000 })),
  };
}

/** Which duty every request stands in, what every duty visits, and what it costs: all that a step may change. */
function stateOf({ routes, routeOf, cost }: Solution) {
  return {
    visits: routes.map(({ node, count }) => [...node.slice(1, count + 1)]),
    routeOf: [...routeOf],
    cost,
  };
}

test("an exchange that is taken back, done whole or by half, leaves everything as it was", () => {
  const seen = { whole: 0, refused: 0 };
  for (let seed = SEED; seed < SEED + DAYS; seed++) {
    const kind = { triangle: true, paced: false, duties: 2 + (seed % 3), punctual: true };
    const moment = [...randomDay(seed, kind)].filter(({ problem }) => problem.progress.length === 0).at(-1);
    if (moment === undefined) continue;
    const problem = withLikeVehicles(moment.problem);
    const { plan } = solve({ problem, objective: "cost", iterations: 20, seed });
    const instance = compileInstance({ problem, plan, added: [], weights: drivingOnly, examine: true });
    const solution = new Solution(instance);
    const exchange = new TailExchange(instance);
    const random = new Random(seed);
    const before = stateOf(solution);
    for (let step = 0; step < STEPS; step++) {
      solution.begin();
      const isDone = exchange.apply(solution, random, new Uint8Array(instance.dutyCount));
      if (isDone) seen.whole++;
      else if (solution.touchedCount > 0) seen.refused++;
      solution.takeBack();
      expect(stateOf(solution), `seed ${seed}, step ${step}`).toEqual(before);
    }
  }
  console.log(`seed ${SEED}:`, seen);
  expect(seen.whole).toBeGreaterThan(100);
  expect(seen.refused).toBeGreaterThan(10);
});
