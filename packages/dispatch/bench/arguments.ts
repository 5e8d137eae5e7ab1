import { resolve } from "node:path";
import { InputFault } from "./input-fault.ts";
import type { BenchOptions } from "./set.ts";

/** A command line that was understood. */
export interface Arguments {
  readonly command: "bench" | "judge" | "help";
  readonly sets: readonly string[];
  readonly options: Omit<BenchOptions, "say">;
  /** Print the table as JSON instead of text. */
  readonly json: boolean;
  /** Renew the sets' sections of BENCHMARKS.md. */
  readonly table: boolean;
}

/** Reads what stands behind `npm run bench --`. Throws `InputFault` for anything that it does not know. */
export function parseArguments(words: readonly string[], known: readonly string[]): Arguments {
  const given = new Map<string, string>();
  const sets: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    if (!word.startsWith("-")) sets.push(word);
    else {
      const [name, inline] = splitOption(word);
      if (SWITCHES.has(name)) given.set(name, "");
      else if (VALUES.has(name)) given.set(name, inline ?? valueAfter(name, words[++k]));
      else throw new InputFault({ what: `There is no option ${name}.`, mend: optionsThatThereAre() });
    }
  }
  const json = given.has("--json");
  const table = given.has("--table");
  const options = optionsOf(given);
  if (given.has("--help")) return { command: "help", sets: [], options, json, table };
  if (sets[0] === "judge") return { command: "judge", sets: sets.slice(1), options, json, table };
  const unknown = sets.find((set) => !known.includes(set));
  if (unknown !== undefined)
    throw new InputFault({ what: `There is no set ${unknown}.`, mend: `Sets: ${known.join(", ")}.` });
  if (sets.length === 0) return { command: "help", sets, options, json, table };
  return { command: "bench", sets: [...new Set(sets)], options, json, table };
}

const VALUES = new Set(["--dir", "--seconds", "--threads", "--seed", "--seeds", "--instances", "--out"]);
const SWITCHES = new Set(["--json", "--table", "--help"]);

const optionsThatThereAre = () => `Options: ${[...VALUES, ...SWITCHES].join(" ")}.`;

function splitOption(word: string): [string, string | undefined] {
  if (word === "-h") return ["--help", undefined];
  const equals = word.indexOf("=");
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function valueAfter(name: string, value: string | undefined): string {
  if (value !== undefined && !value.startsWith("--")) return value;
  throw new InputFault({ what: `${name} needs a value.`, mend: `Write it behind: ${name} VALUE.` });
}

function optionsOf(given: ReadonlyMap<string, string>): Omit<BenchOptions, "say"> {
  const seconds = given.get("--seconds");
  const threads = given.get("--threads");
  return {
    dir: folder(given.get("--dir")),
    instances: given.get("--instances"),
    out: folder(given.get("--out")),
    seconds: seconds === undefined ? undefined : positive("--seconds", seconds),
    threads: threads === undefined ? 1 : whole("--threads", threads),
    seeds: seedsOf(given),
  };
}

/** As seen from where the command was typed: npm itself moves to the root first. */
const folder = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** `--seed 7`, `--seed 1,2,3`, or `--seeds 5` for 1 to 5. */
function seedsOf(given: ReadonlyMap<string, string>): readonly number[] {
  const count = given.get("--seeds");
  const list = given.get("--seed");
  if (count !== undefined && list !== undefined)
    throw new InputFault({ what: "--seed and --seeds say different things.", mend: "Give one of them." });
  if (count !== undefined) return Array.from({ length: whole("--seeds", count) }, (_, k) => k + 1);
  return list === undefined ? [1] : list.split(",").map((one) => whole("--seed", one));
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && text.trim() !== "") return value;
  throw new InputFault({ what: `${name} ${text} is not a whole number above zero.`, mend: `Try ${name} 2.` });
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InputFault({ what: `${name} ${text} is not a number above zero.`, mend: `Try ${name} 10.` });
}
