import { readLilim } from "../instance/read-lilim.ts";
import type { BenchSet, Cell } from "../set.ts";
import { fixed, gapPercent, mean, sum } from "../static/figures.ts";
import type { Reference } from "../static/reference.ts";
import { medianOf, type Run, type Runs, worstOf } from "../static/run-static.ts";
import { benchOf, faultsOf, type Known } from "../static/static-set.ts";

/** Pickup and delivery with time windows after Li and Lim: the fleet first, then the distance. */
export const bench: BenchSet = benchOf({
  set: "lilim",
  title: "Pickup and delivery with time windows (Li and Lim): vehicles first, then distance",
  folder: "lilim/100",
  read: readLilim,
  objective: "fleet",
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
  rowOf,
  summaryOf,
  goals: {
    "100": [
      "Goal for all 56 by median: the reference's fleet on 53 and a mean gap of 0.5 %; aim 56 and 0.1 %.",
    ],
    "200": ["Goal by median: 1.5 % vehicles in excess and a mean gap of 1 %; aim 0.5 % and 0.5 %."],
  },
});

function rowOf({ instance, runs }: Runs, reference: Reference | undefined): Cell[] {
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
    faultsOf(runs),
  ];
}

function fleetOf({ vehicles, unserved }: Run): Cell {
  return unserved === 0 ? vehicles : `${vehicles} (${unserved} unserved)`;
}

function summaryOf(name: string, known: readonly Known[]): string[] {
  const served = known.filter(({ run }) => run.unserved === 0);
  const atFleet = served.filter(({ run, reference }) => run.vehicles <= reference.vehicles!);
  const gaps = served
    .filter(({ run, reference }) => run.vehicles === reference.vehicles)
    .map(({ run, reference }) => gapPercent(run.distance, reference.distance));
  const fleet = sum(served.map(({ run }) => run.vehicles));
  const excess = gapPercent(fleet, sum(served.map(({ reference }) => reference.vehicles!)));
  const left = known.length - served.length;
  return [
    `${name}: the reference's fleet on ${atFleet.length} of ${known.length}; ${fleet} vehicles, ${fixed(excess, 2)} % in excess${left > 0 ? `; requests left out on ${left}, not counted here` : ""}.`,
    `${name}: distance gap where fleets match ${fixed(mean(gaps), 3)} % on average, ${fixed(Math.max(...gaps), 2)} % at worst (${gaps.length} instances).`,
  ];
}
