import { basename } from "node:path";
import { dataFolder } from "../data-folder.ts";
import { readDarp } from "../instance/read-darp.ts";
import { readFolder } from "../instance/read-folder.ts";
import type { BenchOptions, BenchSet, BenchTable } from "../set.ts";
import { fixed, gapPercent, mean } from "../static/figures.ts";
import { type Reference, referencesFor } from "../static/reference.ts";
import { medianOf, type Run, type Runs, runStatic, worstOf } from "../static/run-static.ts";

/** Dial-a-ride after Cordeau: ride times, windows, the least distance with the vehicles that there are. */
export const bench: BenchSet = async (options: BenchOptions): Promise<BenchTable> => {
  const dir = options.dir ?? dataFolder("darp/ab");
  const instances = readFolder({ dir, ending: ".txt", pattern: options.instances, read: readDarp });
  const seconds = options.seconds ?? 10;
  const all = await runStatic({ instances, objective: "cost", seconds, options });
  const table = darpTable({ all, references: referencesFor(instances) });
  return { ...table, summary: [...table.summary, ...(GOALS[basename(dir)] ?? [])] };
};

/** By the name of the folder. */
const GOALS: Readonly<Record<string, readonly string[]>> = {
  ab: ["Goal for all 48: the optimum on 42 by median, 0.5 % at worst; aim 48."],
};

export function darpTable({
  all,
  references,
}: {
  all: readonly Runs[];
  references: ReadonlyMap<string, Reference>;
}): BenchTable {
  return {
    set: "darp",
    title: "Dial-a-ride with ride-time limits (Cordeau): distance",
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
    rows: all.map((one) => rowOf(one, references.get(one.instance.name))),
    summary: [
      ...summaryOf(all, references, medianOf, "Median"),
      ...summaryOf(all, references, worstOf, "Worst"),
    ],
    isUnsound: all.some(({ runs }) => runs.some(({ faults }) => faults.length > 0)),
  };
}

function rowOf({ instance, runs }: Runs, reference: Reference | undefined): (string | number)[] {
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
    runs.flatMap(({ faults }) => faults).length,
  ];
}

/** Nothing when riders are left out: a shorter way with fewer riders is no gain. */
const gapOf = ({ distance, unserved }: Run, reference: Reference | undefined): number | undefined =>
  reference === undefined || unserved > 0 ? undefined : gapPercent(distance, reference.distance);

/** Published optima have two decimals. */
const SAME = 0.01;

function summaryOf(
  all: readonly Runs[],
  references: ReadonlyMap<string, Reference>,
  pick: (runs: readonly Run[]) => Run,
  name: string,
): string[] {
  const known = all.flatMap(({ instance, runs }) => {
    const reference = references.get(instance.name);
    return reference === undefined ? [] : [{ run: pick(runs), reference }];
  });
  if (known.length === 0) return [`${name}: no reference values beside the instances.`];
  const served = known.filter(({ run }) => run.unserved === 0);
  const hits = served.filter(({ run, reference }) => run.distance <= reference.distance + SAME);
  const gaps = served.map(({ run, reference }) => gapPercent(run.distance, reference.distance));
  const left = known.length - served.length;
  return [
    `${name}: the reference (±0.01) or better on ${hits.length} of ${known.length}; gap ${fixed(mean(gaps), 3)} % on average, ${fixed(Math.max(...gaps), 2)} % at worst${left > 0 ? `; riders left out on ${left}` : ""}.`,
  ];
}
