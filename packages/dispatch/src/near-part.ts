import { howFarOff } from "./far-off.ts";
import { dutiesFor, type Fleet } from "./fleet.ts";
import type { Plan, Problem, Trip } from "./problem.ts";

/** More vehicles than one rider's way concerns. Beyond them the work of a re-planning would grow with the region. */
const DUTIES_MAX = 40;

/** What of a fleet is planned anew for one trip. */
export interface NearPart {
  readonly problem: Problem;
  readonly plan: Plan;
  /** The whole plan, with this part of it as it was made anew. */
  wholeWith(part: Plan): Plan;
}

/**
 * A fleet as far as re-planning for one trip looks at it: of a large one those of the nearest duties that meet the
 * trip's hours, each vehicle with all of its duties; of any other the whole.
 */
export function nearPart(fleet: Fleet, trip: Trip): NearPart {
  const { problem, plan } = fleet;
  if (problem.duties.length <= DUTIES_MAX) return { problem, plan, wholeWith: (part) => part };
  const vehicles = vehiclesNear(fleet, trip);
  const duties = problem.duties.filter(({ vehicleId }) => vehicles.has(vehicleId));
  const ids = new Set(duties.map(({ id }) => id));
  const isNear = ({ dutyId }: { readonly dutyId: string }) => ids.has(dutyId);
  return {
    problem: { ...problem, duties, progress: problem.progress.filter(isNear) },
    plan: { routes: plan.routes.filter(isNear) },
    wholeWith: (part) => withRoutesOf(plan, part),
  };
}

/** Those that may take the trip come first: a trip may be bound to a duty far away. */
function vehiclesNear(fleet: Fleet, trip: Trip): ReadonlySet<string> {
  const mayTake = new Set(dutiesFor(fleet, trip));
  const meeting = howFarOff(fleet, trip).ranked.filter((d) => meetsHours(fleet, trip, d));
  const nearest = [...meeting.filter((d) => mayTake.has(d)), ...meeting.filter((d) => !mayTake.has(d))];
  return new Set(nearest.slice(0, DUTIES_MAX).map((d) => fleet.problem.duties[d]!.vehicleId));
}

/** Is the vehicle on duty while the trip is under way, by the widest reading of its windows? */
export function meetsHours({ duties }: Fleet, trip: Trip, duty: number): boolean {
  const { origin, endsAt } = duties[duty]!.sequence;
  return origin.readyAt <= trip.dropoff.latest && endsAt >= trip.pickup.earliest;
}

function withRoutesOf(plan: Plan, part: Plan): Plan {
  const made = new Map(part.routes.map((route) => [route.dutyId, route]));
  const routes = plan.routes.map((route) => made.get(route.dutyId) ?? route);
  const known = new Set(plan.routes.map(({ dutyId }) => dutyId));
  return { routes: [...routes, ...part.routes.filter(({ dutyId }) => !known.has(dutyId))] };
}
