import { type Plan, promisesAtRisk, type Visit } from "@noriai/dispatch";
import type { BookingId, DutyId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { knownDay } from "./known-day.ts";
import { openVisits } from "./open-visits.ts";
import { problemOf } from "./problem.ts";
import type { World } from "./world.ts";

/** The rider boards next, for the vehicle stands there; of all places for the drop-off the one with the least lateness. */
export function leastHarm(world: World, day: Day, dutyId: DutyId, bookingId: BookingId): Plan {
  const open = openVisits(day, { id: dutyId });
  const plans = [...open, undefined].map((_, k) => {
    const dropoff: Visit = { tripId: bookingId, kind: "dropoff" };
    const ahead: Visit[] = [
      { tripId: bookingId, kind: "pickup" },
      ...open.slice(0, k),
      dropoff,
      ...open.slice(k),
    ];
    return withAhead(day, dutyId, ahead);
  });
  const harm = plans.map((plan) => latenessOf(world, { ...day, plan }));
  return plans[harm.indexOf(Math.min(...harm))]!;
}

function withAhead({ plan }: Day, dutyId: DutyId, ahead: readonly Visit[]): Plan {
  const isAhead = (visit: Visit) => ahead.some((v) => v.tripId === visit.tripId && v.kind === visit.kind);
  return {
    routes: plan.routes.map((route) =>
      route.dutyId === dutyId
        ? { ...route, visits: [...route.visits.filter((visit) => !isAhead(visit)), ...ahead] }
        : route,
    ),
  };
}

function latenessOf(world: World, day: Day): number {
  const known = knownDay(world, day);
  const risks = promisesAtRisk({ problem: problemOf(world, known), plan: known.plan });
  return risks.reduce(
    (sum, risk) => sum + risk.pickupLateSeconds + risk.dropoffLateSeconds + risk.rideTooLongSeconds,
    0,
  );
}
