/**
 * Asks the exact search and an independent solver (HiGHS, on `linearModel`) the same small questions and counts how
 * often they agree.
 */
import highs from "highs";
import { proveOrPlan, verify } from "../../src/index.ts";
import type { BenchSet } from "../set.ts";
import { linearModel } from "./linear-model.ts";
import { type SmallCase, smallCase } from "./small-case.ts";

const CASES = 1000;
const NODES = 1_000_000;
const SOLVER_SECONDS = 60;

type Answer = "plan" | "impossible" | "undecided";

/** A yes-or-no oracle for small problems, from a solver that knows nothing of ours. */
export async function loadOracle(): Promise<(small: SmallCase) => Answer> {
  // The package's types describe its other module format, where the loader is a property.
  const load = highs as unknown as typeof highs.default;
  const solver = await load();
  return ({ problem, trip }) => {
    const model = linearModel({ ...problem, trips: [...problem.trips, trip] });
    const { Status } = solver.solve(model, {
      time_limit: SOLVER_SECONDS,
      mip_feasibility_tolerance: 1e-8,
      primal_feasibility_tolerance: 1e-8,
    });
    if (Status === "Optimal") return "plan";
    return Status === "Infeasible" ? "impossible" : "undecided";
  };
}

/** What the exact search says; a plan that breaks a rule counts as no answer. */
export function searched({ problem, plan, trip }: SmallCase): Answer {
  const verdict = proveOrPlan({ problem, plan, trip, nodes: NODES });
  if (verdict.kind === "out-of-budget") return "undecided";
  if (verdict.kind === "impossible") return "impossible";
  const trips = [...problem.trips, trip];
  const found = verify({ problem: { ...problem, trips }, plan: verdict.plan, since: plan });
  return found.length === 0 ? "plan" : "undecided";
}

/** Set `agree`: 1,000 small cases for each seed. */
export const bench: BenchSet = async ({ seeds, say }) => {
  const ask = await loadOracle();
  const rows = seeds.map((seed) => {
    const counts = { agree: 0, plan: 0, impossible: 0, undecided: 0, aboard: 0 };
    for (let n = 0; n < CASES; n++) {
      const small = smallCase(seed * 100_000 + n);
      const [ours, theirs] = [searched(small), ask(small)];
      counts[theirs]++;
      if (ours === theirs && ours !== "undecided") counts.agree++;
      else say(`seed ${seed} case ${n}: ours ${ours}, theirs ${theirs}`);
      if (small.problem.progress.some(({ done }) => done.length > 0)) counts.aboard++;
      if (n % 100 === 99) say(`seed ${seed}: ${n + 1} cases, ${counts.agree} agree`);
    }
    return [seed, CASES, counts.agree, counts.plan, counts.impossible, counts.undecided, counts.aboard];
  });
  const [asked, agree] = [1, 2].map((column) => rows.reduce((sum, row) => sum + row[column]!, 0));
  return {
    set: "agree",
    title: "The exact search against an independent mixed-integer model (HiGHS)",
    columns: ["seed", "cases", "agree", "with a plan", "impossible", "solver undecided", "under way"],
    rows,
    summary: [`${agree} of ${asked} agree (goal: all)`],
    isUnsound: agree !== asked,
  };
};
