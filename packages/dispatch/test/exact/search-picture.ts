import { expect } from "vitest";
import { offer, proveOrPlan, verify } from "../../src/index.ts";
import { Day, draw, trip } from "../picture.ts";

/** Does plain insertion refuse the request? */
export function isRefused({ problem, plan }: Day, text: string): boolean {
  return offer({ problem, plan, trip: trip("new", text) }).kind === "refusal";
}

/** What the exact search answers; a plan is looked at by `verify`. */
export function verdictOf(day: Day, text: string, { nodes }: { nodes: number } = { nodes: 10_000 }) {
  return search(day, text, nodes).kind;
}

/** The day with the plan that the exact search finds; the example is wrong if it finds none. */
export function afterSearch(day: Day, text: string): string {
  const { kind, after } = search(day, text, 10_000);
  if (after === undefined) throw new Error(`${kind} for ${text}`);
  return draw(after);
}

function search(day: Day, text: string, nodes: number) {
  const { problem, plan } = day;
  const asked = trip("new", text);
  const verdict = proveOrPlan({ problem, plan, trip: asked, nodes });
  if (verdict.kind !== "plan") return { kind: verdict.kind, after: undefined };
  const after = new Day({
    ...day,
    problem: { ...problem, trips: [...problem.trips, asked] },
    plan: verdict.plan,
  });
  expect(verify({ problem: after.problem, plan: after.plan, since: plan })).toEqual([]);
  return { kind: verdict.kind, after };
}
