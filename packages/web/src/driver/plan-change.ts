import type { DutySheet, TaskRider, TripTask } from "@noriai/api";

/** The stops ahead as the driver last saw them: who boards or alights, in driving order. No names. */
export type SeenPlan = readonly SeenVisit[];

export interface SeenVisit {
  readonly bookingId: string;
  readonly move: "boards" | "alights";
  readonly stopId: string;
  /** What the driver was shown; that it moves by minutes is no news. */
  readonly plannedAt: string;
  /** What was promised and for whom: the time, persons, wheelchairs, needs. */
  readonly asked: string;
}

/** What is different ahead; `reordered` when the parties are the same but come in another order. */
export interface PlanChange {
  readonly added: readonly string[];
  /** Still to come, but at another stop or time, or with other persons or needs. */
  readonly changed: readonly string[];
  /** Of each party the visit that came first. */
  readonly gone: readonly SeenVisit[];
  readonly reordered: boolean;
}

/** Everything still to do, in driving order. */
export const planAhead = ({ tasks }: DutySheet): SeenPlan =>
  tasks
    .filter(({ state }) => state !== "done")
    .flatMap((task) => [
      ...task.alights
        .filter(({ state }) => state !== "completed")
        .map((rider) => visit(task, rider, "alights")),
      ...task.boards
        .filter(({ state }) => state === "confirmed" || state === "boarding")
        .map((rider) => visit(task, rider, "boards")),
    ]);

/**
 * What a new plan brought, changed, took away or turned round, compared with what the driver has seen. What the driver
 * has done meanwhile is no change.
 *
 * @returns nothing when everything ahead is as it was
 */
export function planChange(seen: SeenPlan, sheet: DutySheet): PlanChange | undefined {
  const ahead = planAhead(sheet);
  const onSheet = new Set(
    sheet.tasks.flatMap(({ boards, alights }) => [...boards, ...alights].map(({ bookingId }) => bookingId)),
  );
  const known = new Set(seen.map(({ bookingId }) => bookingId));
  const before = new Map(seen.map((one) => [keyOf(one), one]));
  const added = unique(ahead.filter(({ bookingId }) => !known.has(bookingId)));
  const changed = unique(ahead.filter((one) => isOther(one, before.get(keyOf(one)))));
  const left = seen.filter(({ bookingId }) => !onSheet.has(bookingId));
  const gone = left.filter(({ bookingId }, k) => left.findIndex((one) => one.bookingId === bookingId) === k);
  const reordered = !sameOrder(seen, ahead);
  const isNews = added.length + changed.length + gone.length > 0 || reordered;
  return isNews ? { added, changed, gone, reordered } : undefined;
}

/** The plan without a party that the driver gave up waiting for: that it is gone is no news. */
export const withoutParty = (seen: SeenPlan, bookingId: string): SeenPlan =>
  seen.filter((one) => one.bookingId !== bookingId);

/** A plan that was kept; nothing where an older version kept less, or what stands there is none. */
export function parseSeenPlan(text: string | null): SeenPlan | undefined {
  if (text === null) return undefined;
  try {
    const plan: unknown = JSON.parse(text);
    return Array.isArray(plan) && plan.every(isVisit) ? plan : undefined;
  } catch {
    return undefined;
  }
}

const FIELDS = ["bookingId", "move", "stopId", "plannedAt", "asked"] satisfies (keyof SeenVisit)[];
const isVisit = (value: unknown): value is SeenVisit =>
  typeof value === "object" && value !== null && FIELDS.every((field) => field in value);

/** Do the visits that both know come in the same order? */
function sameOrder(seen: SeenPlan, ahead: SeenPlan): boolean {
  const both = (list: SeenPlan, other: SeenPlan) => {
    const keys = new Set(other.map(keyOf));
    return list.map(keyOf).filter((key) => keys.has(key));
  };
  return both(seen, ahead).join() === both(ahead, seen).join();
}

const isOther = (one: SeenVisit, before: SeenVisit | undefined): boolean =>
  before !== undefined && (one.stopId !== before.stopId || one.asked !== before.asked);

const visit = (
  { stopId, plannedAt }: TripTask,
  { bookingId, ...rider }: Omit<TaskRider, "calledName">,
  move: SeenVisit["move"],
): SeenVisit => ({ bookingId, move, stopId, plannedAt, asked: askedBy(rider) });

/** Of who boards the promise too: a no-show counts from it, and it changes only when the ride does. */
const askedBy = ({
  party,
  wheelchairs,
  needs = [],
  noShowFrom = "",
}: Pick<TaskRider, "party" | "wheelchairs" | "needs" | "noShowFrom">): string =>
  [...Object.values(party), wheelchairs, ...needs.toSorted(), noShowFrom].join(" ");

const keyOf = ({ bookingId, move }: SeenVisit): string => `${move} ${bookingId}`;
const unique = (visits: SeenPlan): readonly string[] => [
  ...new Set(visits.map(({ bookingId }) => bookingId)),
];
