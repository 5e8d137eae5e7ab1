import type { Plan, Visit } from "@noriai/dispatch";
import type { Day, Duty } from "./day.ts";
import type { TaskEvent } from "./task-event.ts";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/**
 * The day as far as it can be computed: a service may lose a stop or a vehicle after rides were booked with it. Trips
 * from or to a stop that is gone, duties of a vehicle that is gone or out of service and what happened there are left
 * out, so that everybody else is still answered. The day itself keeps them: the operator has to call those riders.
 */
export function knownDay(world: World, day: Day): Day {
  const lost = lostTrips(world, day);
  const duties = day.duties.filter((duty) => isDriven(world, duty));
  const isKnown = (event: TaskEvent) =>
    "stopId" in event
      ? world.travel.stops.has(event.stopId)
      : !("bookingId" in event) || !lost.has(event.bookingId);
  const taskEvents = day.taskEvents.filter(isKnown);
  const isWhole = duties.length === day.duties.length && taskEvents.length === day.taskEvents.length;
  if (isWhole && lost.size === 0) return day;
  const routes = day.plan.routes
    .filter(({ dutyId }) => duties.some(({ id }) => id === dutyId))
    .map((route) => ({ ...route, visits: route.visits.filter(({ tripId }) => !lost.has(tripId)) }));
  return { ...day, duties, taskEvents, plan: { routes } };
}

/** Do both stops of a trip still have a place on the roads? */
export function hasPlaces({ travel }: World, { from, to }: TripRequest): boolean {
  return travel.stops.has(from) && travel.stops.has(to);
}

/**
 * A plan made on the known day, with what the whole day has besides: each visit left out stands again behind the one
 * that came before it, so that nothing is lost should its stop come back.
 */
export function withLeftOut({
  plan,
  known,
  day,
}: {
  readonly plan: Plan;
  readonly known: Day;
  readonly day: Day;
}): Plan {
  if (known === day) return plan;
  const kept = new Set(known.plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  return {
    routes: day.plan.routes.map((before) => {
      const route = plan.routes.find(({ dutyId }) => dutyId === before.dutyId);
      if (route === undefined) return before;
      const visits = [...route.visits];
      for (const [k, visit] of before.visits.entries())
        if (!kept.has(visit.tripId)) visits.splice(placeAfter(visits, before.visits.slice(0, k)), 0, visit);
      return { ...route, visits };
    }),
  };
}

/** Behind the last of these that is still in the route; those after it may ride in another vehicle now. */
function placeAfter(visits: readonly Visit[], before: readonly Visit[]): number {
  const indexOf = (wanted: Visit) =>
    visits.findIndex(({ tripId, kind }) => tripId === wanted.tripId && kind === wanted.kind);
  return (before.map(indexOf).findLast((index) => index >= 0) ?? -1) + 1;
}

function lostTrips(world: World, { bookings, quotes }: Day): ReadonlySet<string> {
  const trips = [...bookings.values(), ...quotes.values()];
  return new Set(trips.filter(({ request }) => !hasPlaces(world, request)).map(({ id }) => id as string));
}

/** Does the service have the vehicle, and is it not out of service? One that is to be so later still drives. */
export function isDriven({ service, travel, now }: World, duty: Duty): boolean {
  const { vehicleId, outOfService } = duty;
  if (outOfService !== undefined && outOfService.from <= Math.max(now, duty.startsAt)) return false;
  return service.vehicles.some(({ id }) => id === vehicleId) && travel.depots.has(vehicleId);
}
