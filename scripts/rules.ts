import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

/** One rule as its file tells it. */
export interface RuleText {
  /** The file's name without its ending; also the name in logs and answers. */
  readonly name: string;
  readonly path: string;
  readonly sentence: string;
  /** Kinds of refusal that it can answer. */
  readonly kinds: readonly string[];
  readonly source: string;
}

/** Where rules live, and what to say of each place. */
const PLACES = [
  {
    folder: "packages/booking/src/rules",
    title: "Rules of a request",
    about:
      "Checked before any vehicle is asked. They come from the service's own settings; a refusal names the rule and by how much it failed.",
  },
  {
    folder: "packages/dispatch/src/rules",
    title: "Rules of a plan",
    about:
      "Checked for every vehicle and every place in its route. Where none of them lets a trip in, the refusal names for each vehicle the rule that came nearest.",
  },
];

/** The whole of `docs/rules.md`. */
export function rulesPage(): string {
  const parts = PLACES.map(({ folder, title, about }) =>
    [`## ${title}`, about, tableOf(rulesIn(folder))].join("\n\n"),
  );
  return [
    "# The rules",
    "Written by `npm run rules` from the first sentence of each rule's file; a test fails when this page is older than the rules.",
    ...parts,
    "",
  ].join("\n\n");
}

/** The rules of a folder: the files that open with a sentence. Others there hold what rules share. */
export function rulesIn(folder: string): readonly RuleText[] {
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(".ts"))
    .toSorted()
    .flatMap((file) => ruleOf(`${folder}/${file}`, readFileSync(join(ROOT, folder, file), "utf8")) ?? []);
}

/** Reads a rule's file; nothing when it does not open with a sentence of its own. */
export function ruleOf(path: string, code: string): RuleText | undefined {
  const sentence = /^\/\*\*([\s\S]*?)\*\/\n\n/.exec(code)?.[1];
  if (sentence === undefined) return undefined;
  return {
    name: path.slice(path.lastIndexOf("/") + 1, -".ts".length),
    path,
    sentence: plain(sentence),
    kinds: [...new Set([...code.matchAll(/\bkind: "([a-z-]+)"/g)].map((match) => match[1]!))],
    source: [...code.matchAll(/@see ([^\n*]+)/g)].map((match) => match[1]!.trim()).join("; "),
  };
}

const plain = (comment: string): string =>
  comment
    .replace(/^\s*\*\s?/gm, "")
    .replace(/\s+/g, " ")
    .trim();

function tableOf(rules: readonly RuleText[]): string {
  const rows = rules.map(
    ({ name, path, sentence, kinds, source }) =>
      `| [${name}](../${path}) | ${sentence} | ${kinds.map((kind) => `\`${kind}\``).join(" ")} | ${source} |`,
  );
  return ["| rule | what it says | refusal | source |", "|---|---|---|---|", ...rows].join("\n");
}

if (import.meta.main) writeFileSync(join(ROOT, "docs", "rules.md"), rulesPage());
