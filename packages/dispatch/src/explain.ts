import type { DutyReason } from "./reasons.ts";
import { distance, type Rejection } from "./rules/rejection.ts";

/** One line of a refusal's summary: a rule, the duties that it stands against, and the least it fails by among them. */
export interface Reason {
  readonly kind: Rejection["kind"];
  /** The rejection of the duty that comes nearest to a yes. */
  readonly nearest: Rejection;
  /** The duties that this rule stands against, nearest to a yes first. */
  readonly dutyIds: readonly string[];
}

/**
 * Gathers the reasons of all duties into a short list: one line per rule, the rule that most duties fail by first;
 * equal ones: the nearer to a yes.
 */
export function summaryOf(reasons: readonly DutyReason[]): Reason[] {
  const nearestFirst = [...reasons].sort((a, b) => compare(distance(a.rejection), distance(b.rejection)));
  const byRule = Map.groupBy(nearestFirst, ({ rejection }) => rejection.kind);
  return [...byRule]
    .map(([kind, of]) => ({ kind, nearest: of[0]!.rejection, dutyIds: of.map(({ dutyId }) => dutyId) }))
    .sort((a, b) => b.dutyIds.length - a.dutyIds.length || compare(distance(a.nearest), distance(b.nearest)));
}

/** Distances may be infinite, so they cannot be subtracted. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
