import type { Plan, Problem, Trip, Visit } from "../../src/index.ts";

/**
 * Every plan that serves all open trips of `plan` and one more, by the book: each trip in each duty, each order of the
 * visits. Riders aboard stay in their duty, the visit being driven to stays the next. Knows nothing of time or load.
 */
export function* everyPlan({
  problem,
  plan,
  trip,
}: {
  problem: Problem;
  plan: Plan;
  trip: Trip;
}): Generator<Plan> {
  const duties = problem.duties.map(({ id }) => dutyAhead(problem, plan, id));
  const bound = new Set(duties.flatMap(({ first, aboard }) => [...(first ? [first.tripId] : []), ...aboard]));
  const planned = duties.flatMap(({ open }) => open.map(({ tripId }) => tripId));
  const free = [...new Set([...planned, trip.id])].filter((id) => !bound.has(id));
  for (const chosen of product(free.map((id) => allowedDuties(problem, id)))) {
    const orders = duties.map(({ id, first, aboard }) => {
      const mine = free.filter((_, k) => chosen[k] === id);
      return [...orderings({ first, aboard, trips: mine })];
    });
    for (const routes of product(orders))
      yield {
        routes: duties.map(({ id, past }, k) => ({ dutyId: id, visits: [...past, ...routes[k]!] })),
      };
  }
}

/** How many visits are still ahead in all, with one more trip: what decides whether trying all is bearable. */
export function visitsAhead({ problem, plan }: { problem: Problem; plan: Plan }): number {
  return problem.duties.reduce((sum, { id }) => sum + dutyAhead(problem, plan, id).open.length, 2);
}

function dutyAhead(problem: Problem, plan: Plan, id: string) {
  const progress = problem.progress.find(({ dutyId }) => dutyId === id);
  const done = progress?.done ?? [];
  const isDone = (visit: Visit) =>
    done.some(({ tripId, kind }) => tripId === visit.tripId && kind === visit.kind);
  const visits = plan.routes.find(({ dutyId }) => dutyId === id)?.visits ?? [];
  const aboard = done
    .filter(({ tripId, kind }) => kind === "pickup" && !isDone({ tripId, kind: "dropoff" }))
    .map(({ tripId }) => tripId);
  return {
    id,
    first: progress?.drivingTo,
    aboard,
    past: visits.filter(isDone),
    open: visits.filter((visit) => !isDone(visit)),
  };
}

function allowedDuties({ duties, trips }: Problem, tripId: string): string[] {
  const only = trips.find(({ id }) => id === tripId)?.onlyDuty;
  return duties.map(({ id }) => id).filter((id) => only === undefined || only === id);
}

function* orderings({
  first,
  aboard,
  trips,
}: {
  first: Visit | undefined;
  aboard: readonly string[];
  trips: readonly string[];
}): Generator<Visit[]> {
  const waiting = new Set([...trips, ...(first?.kind === "pickup" ? [first.tripId] : [])]);
  yield* continued({ visits: [], waiting, riding: new Set(aboard), first });
}

function* continued({
  visits,
  waiting,
  riding,
  first,
}: {
  visits: Visit[];
  waiting: ReadonlySet<string>;
  riding: ReadonlySet<string>;
  first?: Visit | undefined;
}): Generator<Visit[]> {
  if (waiting.size + riding.size === 0) yield visits;
  for (const tripId of waiting) {
    if (first !== undefined && (first.tripId !== tripId || first.kind !== "pickup")) continue;
    const left = new Set(waiting);
    left.delete(tripId);
    yield* continued({
      visits: [...visits, { tripId, kind: "pickup" }],
      waiting: left,
      riding: new Set([...riding, tripId]),
    });
  }
  for (const tripId of riding) {
    if (first !== undefined && (first.tripId !== tripId || first.kind !== "dropoff")) continue;
    const left = new Set(riding);
    left.delete(tripId);
    yield* continued({ visits: [...visits, { tripId, kind: "dropoff" }], waiting, riding: left });
  }
}

function* product<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [head, ...tail] = lists;
  if (head === undefined) yield [];
  else for (const one of head) for (const rest of product(tail)) yield [one, ...rest];
}
