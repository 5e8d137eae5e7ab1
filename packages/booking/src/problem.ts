import type * as dispatch from "@noriai/dispatch";
import type { EpochSeconds } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { dayTimes } from "./day-times.ts";
import { engineDuty } from "./engine-duty.ts";
import { promisedTrip } from "./engine-trip.ts";
import { progressOf } from "./progress.ts";
import type { World } from "./world.ts";

/**
 * A day as the engine's problem: its duties, the trips of its plan with what was promised, what has really happened.
 *
 * @param departingBy  see `progressOf`; the present when left out
 */
export function problemOf(world: World, day: Day, departingBy: EpochSeconds = world.now): dispatch.Problem {
  const trips = tripsOf(world, day);
  const byId = new Map(trips.map((trip) => [trip.id, trip]));
  const duties = day.duties.map((duty) => engineDuty(world, day, duty));
  return {
    travelTimes: dayTimes(world, day.serviceDate),
    duties,
    trips,
    progress: day.duties.map((duty, k) =>
      progressOf({ world, day, duty, engineDuty: duties[k]!, trips: byId, departingBy }),
    ),
    now: world.now,
  };
}

/** The trips that the plan holds, from confirmed bookings and held quotes. */
function tripsOf(world: World, day: Day): readonly dispatch.Trip[] {
  const planned = new Set<string>(
    day.plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)),
  );
  const held = [...day.quotes.values()].map(({ id, request, offer }) => ({
    id,
    request,
    promise: offer.promise,
  }));
  return [...day.bookings.values(), ...held]
    .filter(({ id }) => planned.has(id))
    .map(({ id, request, promise }) => promisedTrip(world, { id, request, promise }));
}
