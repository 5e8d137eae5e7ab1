/**
 * Runs benchmark sets and prints their tables.
 * Run: `npm run bench -- SET … [options]`; `npm run bench -- --help` lists both.
 */
import { parseArguments } from "./arguments.ts";
import { InputFault } from "./input-fault.ts";
import { printed } from "./print-table.ts";
import type { BenchSet } from "./set.ts";

/** Every set, loaded when it is asked for. */
const SETS: Readonly<Record<string, () => Promise<{ readonly bench: BenchSet }>>> = {
  lilim: () => import("./lilim/lilim.ts"),
  darp: () => import("./darp/darp.ts"),
  dynamic: () => import("./dynamic/dynamic.ts"),
  quote: () => import("./quote/quote.ts"),
  growth: () => import("./growth/growth.ts"),
  proof: () => import("./proof/proof.ts"),
  agree: () => import("./proof/agree.ts"),
};

const HELP = `npm run bench -- SET … [options]
npm run bench -- judge SET --dir FOLDER --out FOLDER    checks FOLDER/*.sol

Sets     ${Object.keys(SETS).join(" ")}
Options  --dir FOLDER       instances in the published format (default: those in bench/data)
         --seconds N        for each instance and seed
         --threads N        (default 1)
         --seed 1,2,3       or --seeds 5 for 1 to 5 (default 1)
         --instances P,P    only these; * stands for any characters
         --out FOLDER       writes INSTANCE.sol
         --json             prints JSON
         --table            renews the set's section of BENCHMARKS.md`;

async function main(words: readonly string[]): Promise<number> {
  const { command, sets, options, json } = parseArguments(words, Object.keys(SETS));
  if (command === "help") {
    console.log(HELP);
    return words.length === 0 ? 2 : 0;
  }
  for (const set of sets) {
    const { bench } = await SETS[set]!();
    const table = await bench({ ...options, say: (line) => console.error(line) });
    console.log(json ? JSON.stringify(table) : printed(table));
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputFault)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
