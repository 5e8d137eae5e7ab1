import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../data-folder.ts";
import { InputFault } from "../input-fault.ts";
import { readDynamic } from "../instance/read-dynamic.ts";
import { fits, readFolder } from "../instance/read-folder.ts";
import { writtenSolution } from "../judge/solution-file.ts";
import type { BenchOptions, BenchSet, BenchTable } from "../set.ts";
import { fixed, median, sum } from "../static/figures.ts";
import { routesOf } from "../static/run-static.ts";
import { type Day, live } from "./live.ts";
import { greedy, noriai } from "./policies.ts";
import { type Stream, streamOf } from "./stream.ts";
import { BUSY_DAYS, ubeDay } from "./ube-day.ts";

/**
 * Requests that come over the day: how many are refused by plain cheapest insertion, and how many by the engine with
 * all it has, on the same streams with the same vehicles.
 */
export const bench: BenchSet = async (options: BenchOptions): Promise<BenchTable> => {
  const compared = streams(options).map((stream) => {
    const one = compare(stream, options);
    const { greedyDay, days } = one;
    options.say(
      `${stream.name}: ${one.vehicles} vehicles, ${stream.requests.length} requests, refused ${greedyDay.refused.length} → ${days.map(({ refused }) => refused.length).join(" ")}`,
    );
    for (const { faults } of [greedyDay, ...days])
      if (faults.length > 0) options.say(`${stream.name} is wrong: ${faults.slice(0, 3).join(" ")}`);
    return one;
  });
  return dynamicTable(compared);
};

/** One stream lived through by both. */
export interface Compared {
  readonly stream: Stream;
  readonly vehicles: number;
  readonly greedyDay: Day;
  /** One for each seed, the fewest refusals first. */
  readonly days: readonly Day[];
}

/** Every stream that the pattern lets through; without a folder of one's own, all that come with the package. */
function streams({ dir, instances }: BenchOptions): Stream[] {
  if (dir !== undefined) return publishedStreams({ source: "", dir, pattern: instances });
  const all = [
    ...publishedStreams({ source: "berbeglia", dir: dataFolder("dynamic/berbeglia") }),
    ...publishedStreams({ source: "gendreau", dir: dataFolder("dynamic/gendreau") }),
    ...BUSY_DAYS.map(ubeDay),
  ];
  const fitting = all.filter(({ name }) => fits(instances)(name));
  if (fitting.length > 0) return fitting;
  throw new InputFault({
    what: `No stream fits --instances ${instances}.`,
    mend: `They are called ${all[0]!.name}, ${all.at(-1)!.name} and the like.`,
  });
}

function publishedStreams({
  source,
  dir,
  pattern,
}: {
  source: string;
  dir: string;
  pattern?: string | undefined;
}): Stream[] {
  const instances = readFolder({ dir, ending: ".json", pattern, read: readDynamic });
  return instances.map((instance) => streamOf(source === "" ? "published" : source, instance));
}

function compare(stream: Stream, { seeds, out }: BenchOptions): Compared {
  const { vehicles, greedyDay } = busyFleet(stream);
  const days = seeds
    .map((seed) => live({ stream, vehicles, policy: noriai({ seed }) }))
    .toSorted((a, b) => a.refused.length - b.refused.length);
  const { instance } = stream;
  if (out !== undefined && instance !== undefined) {
    mkdirSync(out, { recursive: true });
    const middle = days[Math.floor(days.length / 2)]!;
    writeFileSync(join(out, `${instance.name}.sol`), writtenSolution(routesOf(middle.plan, instance)));
  }
  return { stream, vehicles, greedyDay, days };
}

/**
 * The published fleet. Where that one carries everybody, there is nothing to compare: then the largest fleet with which
 * plain insertion refuses at least a tenth.
 */
function busyFleet(stream: Stream): { vehicles: number; greedyDay: Day } {
  let vehicles = stream.duties.length;
  let greedyDay = live({ stream, vehicles, policy: greedy });
  if (greedyDay.refused.length > 0) return { vehicles, greedyDay };
  while (vehicles > 1 && greedyDay.refused.length < stream.requests.length / 10) {
    vehicles--;
    greedyDay = live({ stream, vehicles, policy: greedy });
  }
  return { vehicles, greedyDay };
}

export function dynamicTable(all: readonly Compared[]): BenchTable {
  const sources = [...new Set(all.map(({ stream }) => stream.source))];
  return {
    set: "dynamic",
    title: "Requests over the day: refusals against plain cheapest insertion, same streams, same vehicles",
    columns: [
      "stream",
      "vehicles",
      "requests",
      "greedy refuses",
      "noriai median",
      "worst",
      "ratio",
      "greedy s/ride",
      "noriai s/ride",
      "faults",
    ],
    rows: all.map(({ stream, vehicles, greedyDay, days }) => [
      stream.name,
      vehicles,
      stream.requests.length,
      greedyDay.refused.length,
      medianRefused(days),
      worstRefused(days),
      ratio(medianRefused(days), greedyDay.refused.length),
      fixed(secondsPerRide(greedyDay), 0),
      fixed(median(days.map(secondsPerRide)), 0),
      [greedyDay, ...days].flatMap(({ faults }) => faults).length,
    ]),
    summary: [...sources.map((source) => summaryOf(source, all)), summaryOf("all", all)],
    isUnsound: all.some(({ greedyDay, days }) =>
      [greedyDay, ...days].some(({ faults }) => faults.length > 0),
    ),
  };
}

function summaryOf(source: string, all: readonly Compared[]): string {
  const some = all.filter(({ stream }) => source === "all" || stream.source === source);
  const asked = sum(some.map(({ stream }) => stream.requests.length));
  const before = sum(some.map(({ greedyDay }) => greedyDay.refused.length));
  const middle = sum(some.map(({ days }) => medianRefused(days)));
  const worst = sum(some.map(({ days }) => worstRefused(days)));
  const greedyRides = sum(some.map(({ greedyDay }) => greedyDay.accepted));
  const greedyDriven = sum(some.map(({ greedyDay }) => greedyDay.drivenSeconds));
  const rides = sum(some.flatMap(({ days }) => days.map(({ accepted }) => accepted)));
  const driven = sum(some.flatMap(({ days }) => days.map(({ drivenSeconds }) => drivenSeconds)));
  const name = source === "all" ? "All" : `${source[0]!.toUpperCase()}${source.slice(1)}`;
  return (
    `${name}: ${some.length} streams, ${asked} requests; greedy refuses ${before} (${fixed((100 * before) / asked, 1)} %), ` +
    `noriai ${middle} by median and ${worst} by the worst seed: × ${ratio(middle, before)} and × ${ratio(worst, before)}; ` +
    `driving per ride ${fixed(greedyDriven / greedyRides, 0)} s → ${fixed(driven / rides, 0)} s.${source === "all" ? " Goal: × 0.9, aim × 0.75." : ""}`
  );
}

const medianRefused = (days: readonly Day[]): number => median(days.map(({ refused }) => refused.length));
const worstRefused = (days: readonly Day[]): number => Math.max(...days.map(({ refused }) => refused.length));
const ratio = (value: number, base: number): string => fixed(base === 0 ? undefined : value / base, 2);
const secondsPerRide = ({ drivenSeconds, accepted }: Day): number => drivenSeconds / accepted;
