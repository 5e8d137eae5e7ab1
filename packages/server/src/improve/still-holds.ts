import { type Day, knownDay, problemOf, type World } from "@noriai/booking";
import { type Plan, type Problem, promisesAtRisk, type Violation, verify } from "@noriai/dispatch";
import type { QuoteId } from "@noriai/kernel";

/** What may stand in a plan that was made because promises are at risk: they are late in the one before as well. */
const LATENESS: ReadonlySet<Violation["kind"]> = new Set<Violation["kind"]>([
  "pickup-too-late",
  "dropoff-too-late",
  "ride-too-long",
  "duty-ends-before",
]);

/**
 * Does a plan that was thought of a moment ago still hold now? Meanwhile a vehicle may have set out for another stop.
 * Asked of the engine's verifier, which shares no code with the search.
 *
 * @param day  as it stands, with the plan that would be replaced
 */
export function stillHolds({
  world,
  day,
  plan,
  mayBeLate,
}: {
  readonly world: World;
  readonly day: Day;
  readonly plan: Plan;
  readonly mayBeLate: boolean;
}): boolean {
  const after = knownDay(world, { ...day, plan });
  const before = knownDay(world, { ...day, plan: withoutEndedOffers({ world, day, plan }) });
  const problem = withTripsOf(problemOf(world, before), problemOf(world, after));
  const violations = verify({ problem, plan: after.plan, since: before.plan });
  if (!mayBeLate) return violations.length === 0;
  const risks = (one: Plan) => promisesAtRisk({ problem, plan: one }).length;
  return violations.every(({ kind }) => LATENESS.has(kind)) && risks(after.plan) <= risks(before.plan);
}

/** What has really happened is read by the old plan; the new one may carry riders whom the old one had lost. */
function withTripsOf(problem: Problem, other: Problem): Problem {
  const known = new Set(problem.trips.map(({ id }) => id));
  return { ...problem, trips: [...problem.trips, ...other.trips.filter(({ id }) => !known.has(id))] };
}

/** The day's plan; offers whose hold has ended leave it with every decision, and so may be missing in the new one. */
function withoutEndedOffers({
  world,
  day,
  plan,
}: {
  readonly world: World;
  readonly day: Day;
  readonly plan: Plan;
}): Plan {
  const kept = new Set(plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  const hasEnded = (tripId: string) => {
    const quote = day.quotes.get(tripId as QuoteId);
    return quote !== undefined && world.now > quote.expiresAt;
  };
  return {
    routes: day.plan.routes.map((route) => ({
      ...route,
      visits: route.visits.filter(({ tripId }) => kept.has(tripId) || !hasEnded(tripId)),
    })),
  };
}
