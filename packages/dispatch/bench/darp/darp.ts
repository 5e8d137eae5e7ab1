import { readDarp } from "../instance/read-darp.ts";
import type { BenchSet, Cell } from "../set.ts";
import { fixed, gapPercent, mean } from "../static/figures.ts";
import type { Reference } from "../static/reference.ts";
import { medianOf, type Run, type Runs, worstOf } from "../static/run-static.ts";
import { benchOf, faultsOf, type Known } from "../static/static-set.ts";

/** Dial-a-ride after Cordeau: ride times, windows, the least distance with the vehicles that there are. */
export const bench: BenchSet = benchOf({
  set: "darp",
  title: "Dial-a-ride with ride-time limits (Cordeau): distance",
  folder: "darp/ab",
  read: readDarp,
  objective: "cost",
  columns: [
    "instance",
    "requests",
    "vehicles",
    "reference",
    "median",
    "worst",
    "gap %",
    "worst gap %",
    "unserved",
    "faults",
  ],
  rowOf,
  summaryOf,
  goals: { ab: ["Goal for all 48: the optimum on 42 by median, 0.5 % at worst; aim 48."] },
});

function rowOf({ instance, runs }: Runs, reference: Reference | undefined): Cell[] {
  const middle = medianOf(runs);
  const worst = worstOf(runs);
  return [
    instance.name,
    instance.requests.length,
    instance.vehicles,
    fixed(reference?.distance, 2),
    fixed(middle.distance, 2),
    fixed(worst.distance, 2),
    fixed(gapOf(middle, reference), 2),
    fixed(gapOf(worst, reference), 2),
    worst.unserved,
    faultsOf(runs),
  ];
}

/** Nothing when riders are left out: a shorter way with fewer riders is no gain. */
function gapOf({ distance, unserved }: Run, reference: Reference | undefined): number | undefined {
  return reference === undefined || unserved > 0 ? undefined : gapPercent(distance, reference.distance);
}

/** Published optima have two decimals. */
const SAME = 0.01;

function summaryOf(name: string, known: readonly Known[]): string[] {
  const served = known.filter(({ run }) => run.unserved === 0);
  const hits = served.filter(({ run, reference }) => run.distance <= reference.distance + SAME);
  const gaps = served.map(({ run, reference }) => gapPercent(run.distance, reference.distance));
  const left = known.length - served.length;
  return [
    `${name}: the reference (±0.01) or better on ${hits.length} of ${known.length}; gap ${fixed(mean(gaps), 3)} % on average, ${fixed(Math.max(...gaps), 2)} % at worst${left > 0 ? `; riders left out on ${left}` : ""}.`,
  ];
}
