import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./root.ts";

/** A clause of the source documents, or of what the best systems of the field offer, in our own short words. */
export interface Clause {
  readonly id: string;
  readonly kind: "function" | "screen" | "report" | "configuration" | "quality" | "organisation" | "field";
  /** 1 the source demands it, 2 software carries it, 3 context. */
  readonly weight: number;
  readonly meaning: string;
}

/** A test as the last run left it. */
export interface TestResult {
  readonly name: string;
  readonly file: string;
  readonly status: string;
}

/** Where `npm test` leaves its results. */
export const RESULTS_FILE = join(ROOT, ".cache", "test-results.json");

/** Every clause there is; a test that names another one fails. */
export const readClauses = (): readonly Clause[] =>
  JSON.parse(readFileSync(join(ROOT, "docs", "clauses.json"), "utf8"));

/** The clause ids that a test's name carries: `[SAP-5.1-1] [SAP-4.1] the nearest …`. */
export const clauseIdsIn = (name: string): readonly string[] =>
  [...name.matchAll(/\[((?:SAP|ORD|MLIT|POL|TEL|FIELD)-[^\]\s]+)\]/g)].map((match) => match[1]!);

/** The whole of `docs/clauses.md`: clause → tests → last result. */
export function clausesPage(clauses: readonly Clause[], tests: readonly TestResult[]): string {
  const proofs = Map.groupBy(
    tests.flatMap((test) => clauseIdsIn(test.name).map((id) => ({ id, test }))),
    ({ id }) => id,
  );
  const [field, demanded] = [clauses.filter(isField), clauses.filter((clause) => !isField(clause))];
  const proven = demanded.filter(({ id }) => proofs.has(id));
  const table = (some: readonly Clause[]): string => {
    const rows = some.map(({ id, kind, weight, meaning }) => {
      const cells = (proofs.get(id) ?? []).map(({ test }) => proofCell(test));
      return `| ${id} | ${meaning} | ${kind} ${weight} | ${cells.join("<br>") || "–"} |`;
    });
    return ["| clause | meaning | kind, weight | tests |", "|---|---|---|---|", ...rows].join("\n");
  };
  return [
    "# Clauses and their tests",
    "Written by `npm run clauses` from the names of the tests and the results of the last `npm test`. A test proves a clause when its name carries the id; a clause without a test is not claimed.",
    `${proven.length} of ${demanded.length} clauses have a test; of those of weight 1, ${countWeightOne(proven)} of ${countWeightOne(demanded)}.`,
    table(demanded),
    "## What the best systems of the field offer",
    "No document demands these; they are what people know from elsewhere and rightly expect.",
    table(field),
    "",
  ].join("\n\n");
}

const isField = ({ kind }: Clause): boolean => kind === "field";

const countWeightOne = (clauses: readonly Clause[]): number =>
  clauses.filter(({ weight }) => weight === 1).length;

function proofCell({ name, file, status }: TestResult): string {
  const title = name.replace(/\[[^\]]*\]\s*/g, "").replaceAll("|", "\\|");
  return `${status === "passed" ? "✓" : `✗ ${status}`} [${title}](../${file})`;
}

/** The tests of the last run, by their full names. */
export function readResults(report: string): readonly TestResult[] {
  const { testResults } = JSON.parse(report);
  return testResults.flatMap(
    (file: { name: string; assertionResults: { fullName: string; status: string }[] }) =>
      file.assertionResults.map(({ fullName, status }) => ({
        name: fullName,
        file: relative(ROOT, file.name),
        status,
      })),
  );
}

if (import.meta.main) {
  if (!existsSync(RESULTS_FILE)) {
    console.error("There are no test results yet: run npm test first.");
    process.exitCode = 1;
  } else {
    const page = clausesPage(readClauses(), readResults(readFileSync(RESULTS_FILE, "utf8")));
    writeFileSync(join(ROOT, "docs", "clauses.md"), page);
  }
}
