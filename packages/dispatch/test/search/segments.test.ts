import { expect, test } from "vitest";
import { compileInstance } from "../../src/search/compile-instance.ts";
import { RoutePool } from "../../src/search/route-pool.ts";
import { cutIntoSegments, segmentOf } from "../../src/search/segment.ts";
import { SegmentChains } from "../../src/search/segment-chains.ts";
import { Solution } from "../../src/search/solution.ts";
import { drivingOnly } from "../../src/search/solve.ts";
import { randomDay } from "../random-day.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_270_404);
const DAYS = 80;

/** The plan of a random day on steady roads before anything has happened, compiled. */
function* instancesOfDays() {
  for (let seed = SEED; seed < SEED + DAYS; seed++) {
    const kind = { triangle: seed % 3 !== 0, paced: false, duties: 1 + (seed % 3), punctual: true };
    const moments = [...randomDay(seed, kind)].filter(({ problem }) => problem.progress.length === 0);
    const moment = moments.at(-1);
    if (moment === undefined) continue;
    const { problem, plan } = moment;
    yield {
      where: `seed ${seed}`,
      instance: compileInstance({ problem, plan, added: [], weights: drivingOnly, examine: true }),
    };
  }
}

test("three numbers of each segment tell when the vehicle is free after a whole route", () => {
  const seen = { routes: 0, segments: 0, rideLimits: 0 };
  for (const { instance, where } of instancesOfDays()) {
    const { requestCount: R, location, matrix, size, service, readyAt } = instance;
    const { routes, timing } = new Solution(instance);
    for (const route of routes.filter(({ count }) => count > 0)) {
      const segments = cutIntoSegments(route.node.slice(1, route.count + 1), instance);
      let [here, free] = [location[2 * R + route.duty]!, readyAt[route.duty]!];
      for (const { from, to, latest, ends, seconds } of segments.map((nodes) => segmentOf(nodes, instance))) {
        const begins = free + matrix[here * size + from]!;
        expect(begins, where).toBeLessThanOrEqual(latest);
        free = Math.max(ends, begins + seconds);
        here = to;
      }
      timing.take(route);
      expect(timing.settle(), where).toBe(true);
      expect(free, where).toBe(timing.starts[route.count]! + service[route.node[route.count]!]!);
      seen.routes++;
      seen.segments += segments.length;
      if (route.hasRideLimits) seen.rideLimits++;
    }
  }
  console.log(`seed ${SEED}:`, seen);
  expect(seen.segments).toBeGreaterThan(2 * seen.routes);
  expect(seen.rideLimits).toBeGreaterThan(10);
});

test("segments chained anew are routes that can be driven, and cost what they are told to cost", () => {
  let fresh = 0;
  for (const { instance, where } of instancesOfDays()) {
    const solution = new Solution(instance);
    const pool = new RoutePool(instance);
    for (const route of solution.routes) pool.see(route);
    const given = pool.size;
    const worth = {
      price: new Float64Array(instance.requestCount).fill(10_000),
      below: Number.POSITIVE_INFINITY,
      spares: 2,
    };
    for (const kind of pool.dutiesOf.keys()) {
      const columns = Int32Array.from({ length: given }, (_, c) => c).filter((c) => pool.kind[c] === kind);
      new SegmentChains(instance, pool).chain(kind, columns, worth);
    }
    for (let c = given; c < pool.size; c++) {
      const duty = pool.dutiesOf[pool.kind[c]!]![0]!;
      const routes = solution.routes.map((_, d) => (d === duty ? pool.visits(c).slice() : new Int32Array(0)));
      const alone = new Solution({ ...instance, initial: routes });
      alone.timing.take(alone.routes[duty]!);
      expect(alone.timing.settle(), where).toBe(true);
      expect(alone.routes[duty]!.cost, where).toBe(pool.cost[c]);
      fresh++;
    }
  }
  expect(fresh).toBeGreaterThan(DAYS);
});
