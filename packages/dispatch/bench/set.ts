/** What `npm run bench` is asked for; the same for every set. A set takes what means something to it. */
export interface BenchOptions {
  /** Folder of instances in the published format, instead of the set's own. */
  readonly dir?: string | undefined;
  /** Wall-clock seconds for each instance and seed; without it each set has its own. */
  readonly seconds?: number | undefined;
  readonly threads: number;
  /** One run each; tables give the median and the worst of them. Never empty. */
  readonly seeds: readonly number[];
  /** Only instances whose name fits: `*` stands for any characters, commas separate patterns. */
  readonly instances?: string | undefined;
  /** Folder for `INSTANCE.sol`. */
  readonly out?: string | undefined;
  /** Tells the person who waits how far it is. Not part of the result. */
  readonly say: (line: string) => void;
}

export type Cell = string | number;

/** One table, as printed, written as JSON and kept in BENCHMARKS.md. */
export interface BenchTable {
  /** The name on the command line. */
  readonly set: string;
  readonly title: string;
  /** Heads of the columns with their unit: "p99 ms". */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The figures that matter, one sentence each; where there is a goal, the goal stands in it. */
  readonly summary: readonly string[];
  /** Some result broke a rule that every result must keep (an invalid plan): the command then ends with 1. */
  readonly isUnsound?: boolean | undefined;
}

/** A module `bench/SET/….ts` exports `bench: BenchSet`; it may throw `InputFault` for what the caller can mend. */
export type BenchSet = (options: BenchOptions) => Promise<BenchTable>;
