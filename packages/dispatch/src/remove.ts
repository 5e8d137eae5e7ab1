import type { Plan } from "./problem.ts";

/** The plan without one trip; all other visits keep their order. A trip that is not planned leaves it as it is. */
export function remove({ plan, tripId }: { plan: Plan; tripId: string }): Plan {
  return {
    routes: plan.routes.map((route) =>
      route.visits.some((visit) => visit.tripId === tripId)
        ? { ...route, visits: route.visits.filter((visit) => visit.tripId !== tripId) }
        : route,
    ),
  };
}
