import { basename } from "node:path";
import { dataFolder } from "../data-folder.ts";
import { readFolder } from "../instance/read-folder.ts";
import { readLilim } from "../instance/read-lilim.ts";
import type { BenchOptions, BenchSet, BenchTable } from "../set.ts";
import { fixed, gapPercent, mean, sum } from "../static/figures.ts";
import { type Reference, referencesFor } from "../static/reference.ts";
import { medianOf, type Run, type Runs, runStatic, worstOf } from "../static/run-static.ts";

/** Pickup and delivery with time windows after Li and Lim: the fleet first, then the distance. */
export const bench: BenchSet = async (options: BenchOptions): Promise<BenchTable> => {
  const dir = options.dir ?? dataFolder("lilim/100");
  const instances = readFolder({ dir, ending: ".txt", pattern: options.instances, read: readLilim });
  const seconds = options.seconds ?? 10;
  const all = await runStatic({ instances, objective: "fleet", seconds, options });
  const table = lilimTable({ all, references: referencesFor(instances) });
  return { ...table, summary: [...table.summary, ...(GOALS[basename(dir)] ?? [])] };
};

/** By the name of the folder. */
const GOALS: Readonly<Record<string, readonly string[]>> = {
  "100": [
    "Goal for all 56 by median: the reference's fleet on 53 and a mean gap of 0.5 %; aim 56 and 0.1 %.",
  ],
  "200": ["Goal by median: 1.5 % vehicles in excess and a mean gap of 1 %; aim 0.5 % and 0.5 %."],
};

export function lilimTable({
  all,
  references,
}: {
  all: readonly Runs[];
  references: ReadonlyMap<string, Reference>;
}): BenchTable {
  return {
    set: "lilim",
    title: "Pickup and delivery with time windows (Li and Lim): vehicles first, then distance",
    columns: [
      "instance",
      "requests",
      "reference",
      "median",
      "worst",
      "reference distance",
      "median distance",
      "worst distance",
      "gap %",
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
  const gap =
    reference?.vehicles === middle.vehicles ? gapPercent(middle.distance, reference.distance) : undefined;
  return [
    instance.name,
    instance.requests.length,
    reference?.vehicles ?? "–",
    fleetOf(middle),
    fleetOf(worst),
    fixed(reference?.distance, 2),
    fixed(middle.distance, 2),
    fixed(worst.distance, 2),
    fixed(gap, 2),
    runs.flatMap(({ faults }) => faults).length,
  ];
}

const fleetOf = ({ vehicles, unserved }: Run): string | number =>
  unserved === 0 ? vehicles : `${vehicles} (${unserved} unserved)`;

function summaryOf(
  all: readonly Runs[],
  references: ReadonlyMap<string, Reference>,
  pick: (runs: readonly Run[]) => Run,
  name: string,
): string[] {
  const known = all.flatMap(({ instance, runs }) => {
    const { vehicles, distance } = references.get(instance.name) ?? {};
    return vehicles === undefined || distance === undefined ? [] : [{ run: pick(runs), vehicles, distance }];
  });
  if (known.length === 0) return [`${name}: no reference values beside the instances.`];
  const atFleet = known.filter(({ run, vehicles }) => run.unserved === 0 && run.vehicles <= vehicles);
  const gaps = known
    .filter(({ run, vehicles }) => run.unserved === 0 && run.vehicles === vehicles)
    .map(({ run, distance }) => gapPercent(run.distance, distance));
  const fleet = sum(known.map(({ run }) => run.vehicles));
  const excess = gapPercent(fleet, sum(known.map(({ vehicles }) => vehicles)));
  return [
    `${name}: the reference's fleet on ${atFleet.length} of ${known.length}; ${fleet} vehicles, ${fixed(excess, 2)} % in excess.`,
    `${name}: distance gap where fleets match ${fixed(mean(gaps), 3)} % on average, ${fixed(Math.max(...gaps), 2)} % at worst (${gaps.length} instances).`,
  ];
}
