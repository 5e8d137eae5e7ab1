import { type Day, knownDay, problemOf, type World } from "@noriai/booking";
import { type Plan, promisesAtRisk, type Violation, verify } from "@noriai/dispatch";

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
  const before = knownDay(world, { ...day, plan: onlyTripsOf(day.plan, plan) });
  const problem = problemOf(world, before);
  const violations = verify({ problem, plan: after.plan, since: before.plan });
  if (!mayBeLate) return violations.length === 0;
  const risks = (one: Plan) => promisesAtRisk({ problem, plan: one }).length;
  return violations.every(({ kind }) => LATENESS.has(kind)) && risks(after.plan) <= risks(before.plan);
}

/** Offers whose hold has ended leave the plan with every decision: they are no reason to keep to the old one. */
function onlyTripsOf(plan: Plan, kept: Plan): Plan {
  const trips = new Set(kept.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  return {
    routes: plan.routes.map((route) => ({
      ...route,
      visits: route.visits.filter(({ tripId }) => trips.has(tripId)),
    })),
  };
}
