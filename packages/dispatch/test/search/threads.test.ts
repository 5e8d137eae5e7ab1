import { getEventListeners } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { type Problem, solve, verify } from "../../src/index.ts";
import { improveInParallel, SenselessInput, solveInParallel } from "../../src/threads/index.ts";
import { threadOf } from "../../src/threads/search-thread.ts";
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

describe("what threads cannot work with is named before any is started", () => {
  const sound = { problem: town(5, 4), iterations: 10, threads: 2, seed: 1 };

  test.each<[string, Partial<Parameters<typeof improveInParallel>[0]>]>([
    ["threads", { threads: 0 }],
    ["threads", { threads: 1.5 }],
    ["iterations", { iterations: Number.NaN }],
    ["seconds", { seconds: -1 }],
    ["seed", { seed: -1 }],
  ])("%s of %o", async (field, option) => {
    const asked = { ...sound, ...option };
    const finding = { findings: [{ kind: "option-out-of-range", id: "", field }] };
    await expect(solveInParallel({ ...asked, objective: "cost" })).rejects.toMatchObject(finding);
    await expect(improveInParallel({ ...asked, plan: { routes: [] } })).rejects.toMatchObject(finding);
  });

  test("a senseless day, and a plan of another", async () => {
    const problem = { ...sound.problem, now: -1 };
    const wrong = { kind: "not-a-whole-number", id: "", field: "now" } as const;
    const solved = solveInParallel({ ...sound, problem, objective: "cost" });
    await expect(solved).rejects.toThrow(new SenselessInput([wrong]));
    const plan = { routes: [{ dutyId: "d99", visits: [] }] };
    await expect(improveInParallel({ ...sound, plan })).rejects.toThrow(
      "plan-of-unknown-duty d99 plan.routes",
    );
  });
});

describe("a thread that cannot answer", () => {
  test.each([
    ["ends by itself", "process.exit(3)", "ended by itself with code 3"],
    ["throws", "throw new Error('out of memory')", "out of memory"],
  ])("%s, and nobody waits for it", async (_, code, said) => {
    const worker = new Worker(code, { eval: true });
    await expect(threadOf(worker).standing()).rejects.toThrow(said);
  });

  test("sends what cannot be read, and nobody waits for it", async () => {
    const worker = new Worker("setInterval(() => {}, 1000)", { eval: true });
    const standing = threadOf(worker).standing();
    worker.emit("messageerror", new Error("not readable"));
    await expect(standing).rejects.toThrow("not readable");
    await worker.terminate();
  });

  test("cannot be started, and leaves nothing behind", async () => {
    const { signal } = new AbortController();
    const problem = { ...town(5, 4), note: () => "no thread can be sent this" };
    const solved = solveInParallel({
      problem,
      objective: "cost",
      iterations: 1,
      threads: 2,
      seed: 1,
      signal,
    });
    await expect(solved).rejects.toThrow("could not be cloned");
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
