import type { DutyReason } from "./reasons.ts";
import { distance, type Rejection } from "./rules/rejection.ts";

/** One line of a refusal's summary: a rule, the duties that it stands against, and the least it fails by among them. */
export interface Reason {
  readonly kind: Rejection["kind"];
  /** The rejection of the duty that comes nearest to a yes. */
  readonly nearest: Rejection;
  /** The duties that this rule stands against, in the order of the fleet. */
  readonly dutyIds: readonly string[];
}

/**
 * Gathers the reasons of all duties into a short list: one line per rule, the rule that most duties fail by first;
 * equal ones: the nearer to a yes.
 */
export function summaryOf(reasons: readonly DutyReason[]): Reason[] {
  const lines = new Map<Rejection["kind"], { nearest: Rejection; distance: number; dutyIds: string[] }>();
  for (const { dutyId, rejection } of reasons) {
    const far = distance(rejection);
    const line = lines.get(rejection.kind);
    if (line === undefined)
      lines.set(rejection.kind, { nearest: rejection, distance: far, dutyIds: [dutyId] });
    else {
      line.dutyIds.push(dutyId);
      if (far < line.distance) Object.assign(line, { nearest: rejection, distance: far });
    }
  }
  return [...lines]
    .sort(([, a], [, b]) => b.dutyIds.length - a.dutyIds.length || (a.distance < b.distance ? -1 : 1))
    .map(([kind, { nearest, dutyIds }]) => ({ kind, nearest, dutyIds }));
}
