import { basename } from "node:path";
import { dataFolder } from "../data-folder.ts";
import { type ReadInstance, readFolder } from "../instance/read-folder.ts";
import type { BenchSet, BenchTable, Cell } from "../set.ts";
import { type Reference, referencesFor } from "./reference.ts";
import { medianOf, type Run, type Runs, runStatic, worstOf } from "./run-static.ts";

/** A family of published days: what it has of its own. */
export interface StaticSet {
  readonly set: string;
  readonly title: string;
  /** Its instances, unless another folder is asked for. */
  readonly folder: string;
  readonly read: ReadInstance;
  readonly objective: "fleet" | "cost";
  readonly columns: readonly string[];
  readonly rowOf: (runs: Runs, reference: Reference | undefined) => Cell[];
  /** What one run of each instance reaches, in sentences; never asked with none. */
  readonly summaryOf: (name: string, known: readonly Known[]) => string[];
  /** By the name of the folder. */
  readonly goals: Readonly<Record<string, readonly string[]>>;
}

/** A run of an instance with a reference; where the fleet counts first, its vehicles are known. */
export interface Known {
  readonly run: Run;
  readonly reference: Reference;
}

/** Plans every day of the folder and sets the results beside the best published ones. */
export function benchOf(own: StaticSet): BenchSet {
  return async (options) => {
    const dir = options.dir ?? dataFolder(own.folder);
    const instances = readFolder({ dir, ending: ".txt", pattern: options.instances, read: own.read });
    const seconds = options.seconds ?? 10;
    const all = await runStatic({ instances, objective: own.objective, seconds, options });
    const table = tableOf(own, all, referencesFor(instances));
    return { ...table, summary: [...table.summary, ...(own.goals[basename(dir)] ?? [])] };
  };
}

function tableOf(
  own: StaticSet,
  all: readonly Runs[],
  references: ReadonlyMap<string, Reference>,
): BenchTable {
  const summary = (name: string, pick: (runs: readonly Run[]) => Run): string[] => {
    const known = all.flatMap(({ instance, runs }) => {
      const reference = references.get(instance.name);
      if (reference === undefined || (own.objective === "fleet" && reference.vehicles === undefined))
        return [];
      return [{ run: pick(runs), reference }];
    });
    return known.length > 0
      ? own.summaryOf(name, known)
      : [`${name}: no reference values beside the instances.`];
  };
  return {
    set: own.set,
    title: own.title,
    columns: own.columns,
    rows: all.map((one) => own.rowOf(one, references.get(one.instance.name))),
    summary: [...summary("Median", medianOf), ...summary("Worst", worstOf)],
    isUnsound: all.some(({ runs }) => faultsOf(runs) > 0),
  };
}

export const faultsOf = (runs: readonly Run[]): number => runs.flatMap(({ faults }) => faults).length;
