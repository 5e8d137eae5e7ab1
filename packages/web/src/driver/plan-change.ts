import type { DutySheet } from "@noriai/api";

/** The stops ahead as the driver last saw them: who boards or alights, in driving order. Ids only. */
export type SeenPlan = readonly SeenVisit[];

export interface SeenVisit {
  readonly bookingId: string;
  readonly move: "boards" | "alights";
}

/** What is different ahead; `reordered` when the parties are the same but come in another order. */
export interface PlanChange {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly reordered: boolean;
}

/** Everything still to do, in driving order. */
export const planAhead = ({ tasks }: DutySheet): SeenPlan =>
  tasks
    .filter(({ state }) => state !== "done")
    .flatMap(({ boards, alights }) => [
      ...alights
        .filter(({ state }) => state !== "completed")
        .map(({ bookingId }) => visit(bookingId, "alights")),
      ...boards
        .filter(({ state }) => state === "confirmed" || state === "boarding")
        .map(({ bookingId }) => visit(bookingId, "boards")),
    ]);

/**
 * What a new plan brought, took away or turned round, compared with what the driver has seen. What the driver has done
 * meanwhile is no change.
 *
 * @returns nothing when everything ahead is as it was
 */
export function planChange(seen: SeenPlan, sheet: DutySheet): PlanChange | undefined {
  const ahead = planAhead(sheet);
  const onSheet = new Set(
    sheet.tasks.flatMap(({ boards, alights }) => [...boards, ...alights].map(({ bookingId }) => bookingId)),
  );
  const known = new Set(seen.map(({ bookingId }) => bookingId));
  const added = unique(ahead.filter(({ bookingId }) => !known.has(bookingId)));
  const gone = unique(seen.filter(({ bookingId }) => !onSheet.has(bookingId)));
  const reordered = !sameOrder(seen, ahead);
  return added.length + gone.length > 0 || reordered ? { added, gone, reordered } : undefined;
}

/** The plan without a party that the driver gave up waiting for: that it is gone is no news. */
export const withoutParty = (seen: SeenPlan, bookingId: string): SeenPlan =>
  seen.filter((one) => one.bookingId !== bookingId);

/** Do the visits that both know come in the same order? */
function sameOrder(seen: SeenPlan, ahead: SeenPlan): boolean {
  const both = (list: SeenPlan, other: SeenPlan) => {
    const keys = new Set(other.map(keyOf));
    return list.map(keyOf).filter((key) => keys.has(key));
  };
  return both(seen, ahead).join() === both(ahead, seen).join();
}

const visit = (bookingId: string, move: SeenVisit["move"]): SeenVisit => ({ bookingId, move });
const keyOf = ({ bookingId, move }: SeenVisit): string => `${move} ${bookingId}`;
const unique = (visits: SeenPlan): readonly string[] => [
  ...new Set(visits.map(({ bookingId }) => bookingId)),
];
