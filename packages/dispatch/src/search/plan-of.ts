import type { Plan, Problem, Visit } from "../problem.ts";
import { visitKey } from "../sequence.ts";
import type { Instance } from "./instance.ts";

/** The plan that routes of nodes stand for: what is done stays in front; duties that stay as they are stay the same. */
export function planOf({
  problem,
  plan,
  instance,
  routes,
}: {
  problem: Problem;
  plan: Plan;
  instance: Instance;
  routes: readonly ArrayLike<number>[];
}): Plan {
  const open = new Map(
    problem.duties.map(({ id }, d) => [id, Array.from(routes[d]!, (n) => visitOf(instance, n))]),
  );
  const known = new Set(plan.routes.map(({ dutyId }) => dutyId));
  const kept = plan.routes.map(({ dutyId, visits }) => ({
    dutyId,
    visits: [...pastOf(problem, dutyId, visits), ...(open.get(dutyId) ?? [])],
  }));
  const fresh = problem.duties
    .filter(({ id }) => !known.has(id) && open.get(id)!.length > 0)
    .map(({ id }) => ({ dutyId: id, visits: open.get(id)! }));
  return { routes: [...kept, ...fresh] };
}

function visitOf({ trips }: Instance, node: number): Visit {
  return { tripId: trips[node >> 1]!.id, kind: (node & 1) === 0 ? "pickup" : "dropoff" };
}

function pastOf({ progress }: Problem, dutyId: string, visits: readonly Visit[]): Visit[] {
  const done = new Set(progress.find((one) => one.dutyId === dutyId)?.done.map(visitKey));
  return visits.filter((visit) => done.has(visitKey(visit)));
}
