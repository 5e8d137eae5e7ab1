import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../data-folder.ts";
import { InputFault } from "../input-fault.ts";
import { readDarp } from "../instance/read-darp.ts";
import { readDynamic } from "../instance/read-dynamic.ts";
import { type ReadInstance, readFolder } from "../instance/read-folder.ts";
import { readLilim } from "../instance/read-lilim.ts";
import type { BenchOptions, BenchTable, Cell } from "../set.ts";
import { fixed } from "../static/figures.ts";
import { judge } from "./judge.ts";
import { readSolution } from "./solution-file.ts";

interface Format {
  readonly read: ReadInstance;
  readonly ending: ".txt" | ".json";
  readonly dir: string;
  /** Requests may have been refused. */
  readonly partial: boolean;
}

/** What can be judged: the sets whose results are routes. */
const FORMATS: Readonly<Record<string, Format>> = {
  lilim: { read: readLilim, ending: ".txt", dir: "lilim/100", partial: false },
  darp: { read: readDarp, ending: ".txt", dir: "darp/ab", partial: false },
  dynamic: { read: readDynamic, ending: ".json", dir: "dynamic/berbeglia", partial: true },
};

/**
 * Judges `OUT/INSTANCE.sol` against the instances of a folder. Instances without a file are left out; a file without
 * its instance is a fault of the caller, for it would look judged.
 */
export function judgeFolder({
  sets,
  options,
}: {
  sets: readonly string[];
  options: Pick<BenchOptions, "dir" | "out" | "instances">;
}): BenchTable {
  const [set, ...more] = sets;
  const format = set === undefined ? undefined : FORMATS[set];
  const { out } = options;
  if (set === undefined || format === undefined || more.length > 0 || out === undefined)
    throw new InputFault({
      what: "judge needs one set and the folder of the solutions.",
      mend: `Write: judge ${Object.keys(FORMATS).join("|")} --dir INSTANCES --out SOLUTIONS.`,
    });
  const dir = options.dir ?? dataFolder(format.dir);
  const instances = readFolder({ ...format, dir, pattern: options.instances });
  const solutions = solutionsIn(out);
  const stray = solutions.find((name) => !instances.some((instance) => instance.name === name));
  if (stray !== undefined && options.instances === undefined)
    throw new InputFault({
      where: { file: join(out, `${stray}.sol`) },
      what: `There is no instance ${stray} in ${dir}.`,
      mend: "Give the folder of its instances with --dir.",
    });
  const verdicts = instances
    .filter(({ name }) => solutions.includes(name))
    .map((instance) => {
      const file = join(out, `${instance.name}.sol`);
      const routes = readSolution({ file, text: readFileSync(file, "utf8") });
      return { instance, ...judge({ instance, routes, partial: format.partial }) };
    });
  const wrong = verdicts.filter(({ faults }) => faults.length > 0);
  return {
    set: `judge ${set}`,
    title: "Solutions judged in floating point, without the engine",
    columns: ["instance", "vehicles", "distance", "faults", "the first fault"],
    rows: verdicts.map(({ instance, vehicles, distance, faults }): Cell[] => [
      instance.name,
      vehicles,
      fixed(distance, 2),
      faults.length,
      faults.length === 0 ? "" : JSON.stringify(faults[0]),
    ]),
    summary: [`${verdicts.length - wrong.length} of ${verdicts.length} solutions are valid.`],
    isUnsound: wrong.length > 0,
  };
}

function solutionsIn(out: string): string[] {
  if (!existsSync(out))
    throw new InputFault({ where: { file: out }, what: "There is no such folder.", mend: "Check --out." });
  const names = readdirSync(out).filter((file) => file.endsWith(".sol"));
  if (names.length > 0) return names.map((file) => file.slice(0, -".sol".length));
  throw new InputFault({
    where: { file: out },
    what: "The folder holds no file that ends with .sol.",
    mend: "Give the folder that a run with --out has written.",
  });
}
