import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Plan, verify } from "../../src/index.ts";
import type { Instance } from "../instance/instance.ts";
import { problemOf } from "../instance/problem-of.ts";
import { judge, type Routes } from "../judge/judge.ts";
import { writtenSolution } from "../judge/solution-file.ts";
import type { BenchOptions } from "../set.ts";
import { solveStatic } from "./solver.ts";

/** One run: an instance with one seed. */
export interface Run {
  readonly seed: number;
  readonly vehicles: number;
  /** As the judge measures it, in doubles. */
  readonly distance: number;
  readonly unserved: number;
  /** What the judge or `verify` says against it, as text. */
  readonly faults: readonly string[];
  readonly seconds: number;
  readonly iterations: number;
  readonly routes: Routes;
}

/** All seeds of one instance, the best first: served, then (for a fleet) vehicles, then distance. */
export interface Runs {
  readonly instance: Instance;
  readonly runs: readonly Run[];
}

/** Solves every instance with every seed, judges each plan, and writes the median one to `--out`. */
export async function runStatic({
  instances,
  objective,
  seconds,
  options,
}: {
  instances: readonly Instance[];
  objective: "fleet" | "cost";
  seconds: number;
  options: BenchOptions;
}): Promise<Runs[]> {
  const all: Runs[] = [];
  for (const instance of instances) {
    const runs: Run[] = [];
    for (const seed of options.seeds)
      runs.push(await runOnce({ instance, objective, seconds, seed, options }));
    runs.sort((a, b) => worse(a, b, objective));
    all.push({ instance, runs });
    const { vehicles, distance, unserved } = medianOf(runs);
    const short = unserved > 0 ? `, ${unserved} unserved` : "";
    options.say(`${instance.name}: ${vehicles} vehicles, distance ${distance.toFixed(2)}${short}`);
    for (const { seed, faults } of runs)
      if (faults.length > 0)
        options.say(`${instance.name}, seed ${seed}, is wrong: ${faults.slice(0, 3).join(" ")}`);
    if (options.out !== undefined) write(options.out, instance.name, medianOf(runs).routes);
  }
  return all;
}

async function runOnce({
  instance,
  objective,
  seconds,
  seed,
  options,
}: {
  instance: Instance;
  objective: "fleet" | "cost";
  seconds: number;
  seed: number;
  options: BenchOptions;
}): Promise<Run> {
  const { problem } = problemOf(instance);
  const from = performance.now();
  const { plan, unserved, iterations } = await solveStatic({
    problem,
    objective,
    seed,
    seconds,
    threads: options.threads,
  });
  const took = (performance.now() - from) / 1000;
  const left = new Set(unserved);
  const served = { ...problem, trips: problem.trips.filter(({ id }) => !left.has(id)) };
  const routes = routesOf(plan, instance);
  const verdict = judge({ instance, routes, partial: unserved.length > 0 });
  const faults = [...verdict.faults, ...verify({ problem: served, plan })].map((fault) =>
    JSON.stringify(fault),
  );
  return {
    seed,
    vehicles: verdict.vehicles,
    distance: verdict.distance,
    unserved: unserved.length,
    faults,
    seconds: took,
    iterations,
    routes,
  };
}

/** The plan in the instance's own node numbers. */
export function routesOf(plan: Plan, { requests }: Instance): Routes {
  const ends = new Map(requests.map(({ pickup, dropoff }) => [String(pickup.id), { pickup, dropoff }]));
  return plan.routes
    .map(({ visits }) => visits.map(({ tripId, kind }) => ends.get(tripId)![kind].id))
    .filter((route) => route.length > 0);
}

function worse(a: Run, b: Run, objective: "fleet" | "cost"): number {
  const fleet = objective === "fleet" ? a.vehicles - b.vehicles : 0;
  return a.faults.length - b.faults.length || a.unserved - b.unserved || fleet || a.distance - b.distance;
}

/** The middle run; of an even number the worse of the two middle ones. */
export const medianOf = (runs: readonly Run[]): Run => runs[Math.floor(runs.length / 2)]!;

export const worstOf = (runs: readonly Run[]): Run => runs.at(-1)!;

function write(out: string, name: string, routes: Routes): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.sol`), writtenSolution(routes));
}
