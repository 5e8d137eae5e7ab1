import { basename, dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { looksLikeNumber } from "../print-table.ts";
import type { BenchOptions, BenchTable } from "../set.ts";
import type { Origin } from "./machine.ts";

/** One table in BENCHMARKS.md, between its markers. */
export interface Section {
  /** "lilim", or "lilim 200" for a folder of its own. */
  readonly name: string;
  readonly text: string;
}

/** The command that prints the table, as typed at the root; of another folder only the last two names: the rest is this machine's. */
export function commandOf(set: string, { dir, seconds, threads, seeds, instances }: BenchCommand): string {
  const isCount = seeds.every((seed, k) => seed === k + 1);
  return [
    `npm run bench -- ${set}`,
    ...(dir === undefined ? [] : [`--dir ${shortFolder(dir)}`]),
    ...(instances === undefined ? [] : [`--instances ${instances}`]),
    ...(seconds === undefined ? [] : [`--seconds ${seconds}`]),
    ...(threads === 1 ? [] : [`--threads ${threads}`]),
    isCount ? `--seeds ${seeds.length}` : `--seed ${seeds.join(",")}`,
  ].join(" ");
}

type BenchCommand = Omit<BenchOptions, "out" | "say">;

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

function shortFolder(dir: string): string {
  const within = relative(ROOT, dir);
  return within.startsWith("..") ? `…/${basename(dirname(dir))}/${basename(dir)}` : within;
}

/** Every figure names the command that prints it. */
export function sectionOf({
  table,
  command,
  dir,
  origin,
}: {
  table: BenchTable;
  command: string;
  dir?: string | undefined;
  origin: Origin;
}): Section {
  const { set, title, columns, rows, summary } = table;
  const name = dir === undefined ? set : `${set} ${basename(dir)}`;
  const aligned = columns.map((_, k) => (rows.every((row) => looksLikeNumber(row[k])) ? "--:" : "---"));
  const line = (cells: readonly unknown[]) =>
    `| ${cells.map((cell) => cellText(String(cell))).join(" | ")} |`;
  const text = [
    `## ${title}`,
    "",
    ...summary.map((sentence) => `- ${sentence} (\`${command}\`)`),
    "",
    `Commit ${origin.commit}, ${origin.machine}.`,
    "",
    line(columns),
    `|${aligned.join("|")}|`,
    ...rows.map(line),
  ].join("\n");
  return { name, text };
}

const cellText = (text: string): string => text.replaceAll("|", "\\|");

/** The page with this section in the place of its older self, or at the end. The same section again changes nothing. */
export function withSection(page: string, { name, text }: Section): string {
  const block = `${opening(name)}\n${text}\n${closing(name)}`;
  const from = page.indexOf(opening(name));
  if (from < 0) return `${page.trimEnd()}\n\n${block}\n`;
  const to = page.indexOf(closing(name), from);
  if (to < 0) throw new Error(`The section ${name} has no end.`);
  return page.slice(0, from) + block + page.slice(to + closing(name).length);
}

const opening = (name: string) => `<!-- bench: ${name} -->`;
const closing = (name: string) => `<!-- end: ${name} -->`;
