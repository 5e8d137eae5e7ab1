/**
 * Runs benchmark sets and prints their tables.
 * Run: `npm run bench -- SET … [options]`; `npm run bench -- --help` lists both.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArguments } from "./arguments.ts";
import { InputFault } from "./input-fault.ts";
import { judgeFolder } from "./judge/judge-folder.ts";
import { printed } from "./print-table.ts";
import { originHere } from "./record/machine.ts";
import { commandOf, sectionOf, withSection } from "./record/section.ts";
import type { BenchSet, BenchTable } from "./set.ts";

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
         --seconds N        for each instance and seed (lilim, darp)
         --threads N        for each instance (lilim, darp; default 1)
         --seed 1,2,3       or --seeds 5 for 1 to 5 (default 1)
         --instances P,P    only these; * stands for any characters
         --out FOLDER       writes INSTANCE.sol
         --json             prints JSON
         --table            renews the set's section of BENCHMARKS.md`;

async function main(words: readonly string[]): Promise<number> {
  const { command, sets, options, json, table: renews } = parseArguments(words, Object.keys(SETS));
  const show = (table: BenchTable) => console.log(json ? JSON.stringify(table) : printed(table));
  if (command === "help") {
    console.log(HELP);
    return words.includes("--help") || words.includes("-h") ? 0 : 2;
  }
  if (command === "judge") {
    const table = judgeFolder({ sets, options });
    show(table);
    return table.isUnsound ? 1 : 0;
  }
  let unsound = 0;
  for (const set of sets) {
    const { bench } = await SETS[set]!();
    const table = await bench({ ...options, say: (line) => console.error(line) });
    show(table);
    if (table.isUnsound) unsound++;
    if (renews) renew(table, commandOf(set, options), options.dir);
  }
  return unsound === 0 ? 0 : 1;
}

const PAGE = new URL("../BENCHMARKS.md", import.meta.url);

function renew(table: BenchTable, command: string, dir: string | undefined): void {
  const section = sectionOf({ table, command, dir, origin: originHere() });
  writeFileSync(PAGE, withSection(readFileSync(PAGE, "utf8"), section));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputFault)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
