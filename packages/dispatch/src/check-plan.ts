import type { Finding } from "./finding.ts";
import type { Plan, Problem, Progress, Trip, Visit, VisitKind } from "./problem.ts";

/** Does the plan belong to the problem: known duties and trips, each trip whole, in order, and in one duty? */
export function planFindings(problem: Problem, plan: Plan): Finding[] {
  return [
    ...routeFindings(problem, plan),
    ...visitFindings(problem, plan),
    ...drivingFindings(problem, plan),
  ];
}

/** A trip that is asked for stands nowhere in the plan yet, nor in what was driven of it. */
export function* tripIsNew(
  { id }: Trip,
  { problem: { progress }, plan: { routes } }: { problem: Problem; plan: Plan },
): Generator<Finding> {
  const isOwn = ({ tripId }: Visit) => tripId === id;
  const kind = "trip-already-planned";
  if (routes.some(({ visits }) => visits.some(isOwn))) yield { kind, id, field: "plan.routes" };
  if (progress.some(({ done }) => done.some(isOwn))) yield { kind, id, field: "progress.done" };
  if (progress.some(({ drivingTo }) => drivingTo?.tripId === id))
    yield { kind, id, field: "progress.drivingTo" };
}

function* routeFindings({ duties, trips }: Problem, { routes }: Plan): Generator<Finding> {
  const field = "plan.routes";
  const dutyIds = new Set(duties.map(({ id }) => id));
  const tripIds = new Set(trips.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { dutyId, visits } of routes) {
    if (!dutyIds.has(dutyId)) yield { kind: "plan-of-unknown-duty", id: dutyId, field };
    if (seen.has(dutyId)) yield { kind: "two-routes-for-one-duty", id: dutyId, field };
    seen.add(dutyId);
    for (const { tripId } of visits)
      if (!tripIds.has(tripId)) yield { kind: "plan-of-unknown-trip", id: tripId, field };
  }
}

interface Served {
  readonly dutyId: string;
  pickups: number;
  dropoffs: number;
}

/** Follows every trip through what is done and what is planned, in this order. */
function* visitFindings({ progress }: Problem, { routes }: Plan): Generator<Finding> {
  const field = "plan.routes";
  const served = new Map<string, Served>();
  const done = new Set<string>();
  for (const { dutyId, done: past } of progress)
    for (const visit of past) {
      done.add(keyOf(visit));
      yield* serve(served, dutyId, visit);
    }
  for (const { dutyId, visits } of routes)
    for (const visit of visits) if (!done.has(keyOf(visit))) yield* serve(served, dutyId, visit);
  for (const [id, { pickups, dropoffs }] of served) {
    if (pickups === 0) yield { kind: "pickup-missing", id, field };
    if (dropoffs === 0) yield { kind: "dropoff-missing", id, field };
    if (pickups > 1 || dropoffs > 1) yield { kind: "visited-twice", id, field };
  }
}

function* serve(served: Map<string, Served>, dutyId: string, { tripId, kind }: Visit): Generator<Finding> {
  const before = served.get(tripId) ?? { dutyId, pickups: 0, dropoffs: 0 };
  if (before.dutyId !== dutyId) yield { kind: "two-duties-for-one-trip", id: tripId, field: "plan.routes" };
  if (kind === "dropoff" && before.pickups === 0)
    yield { kind: "dropoff-before-pickup", id: tripId, field: "plan.routes" };
  before[kind === "pickup" ? "pickups" : "dropoffs"]++;
  served.set(tripId, before);
}

function* drivingFindings({ progress }: Problem, { routes }: Plan): Generator<Finding> {
  for (const { drivingTo, dutyId, done } of progress) {
    if (drivingTo === undefined) continue;
    const next = firstOpen(routes.find((route) => route.dutyId === dutyId)?.visits ?? [], done);
    if (next?.tripId !== drivingTo.tripId || next.kind !== drivingTo.kind)
      yield { kind: "not-driving-to-the-next-visit", id: drivingTo.tripId, field: "progress.drivingTo" };
  }
}

function firstOpen(visits: readonly Visit[], done: Progress["done"]): Visit | undefined {
  const past = new Set(done.map(keyOf));
  return visits.find((visit) => !past.has(keyOf(visit)));
}

function keyOf({ kind, tripId }: { readonly kind: VisitKind; readonly tripId: string }): string {
  return `${kind} ${tripId}`;
}
