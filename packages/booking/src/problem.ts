import type * as dispatch from "@noriai/dispatch";
import type { EpochSeconds } from "@noriai/kernel";
import type { Day, Duty } from "./day.ts";
import { dayTimes } from "./day-times.ts";
import { drivenDuties } from "./driven-duties.ts";
import { promisedTrip } from "./engine-trip.ts";
import { onceOpen } from "./once-open.ts";
import type { World } from "./world.ts";

/**
 * A day as the engine's problem: its duties, the trips of its plan with what was promised, what has really happened.
 *
 * @param day  whose stops and vehicles the world knows, see `knownDay`; the plan that goes with the problem is that day's
 * @param departingBy  see `progressOf`; the present when left out
 */
export function problemOf(world: World, day: Day, departingBy: EpochSeconds = world.now): dispatch.Problem {
  const travelTimes = dayTimes(world, day.serviceDate);
  const trips = tripsOf(world, day);
  const byId = new Map(trips.map((trip) => [trip.id, trip]));
  const driven = drivenDuties({ world, day, travelTimes, trips: byId, departingBy });
  return {
    travelTimes,
    duties: driven.map(({ duty }) => duty),
    trips,
    progress: driven.map(({ progress }) => progress),
    now: world.now,
    ...closedPlaces(world, day),
  };
}

/** Places that no new trip may use; those that are open again by now are no matter any more. */
function closedPlaces({ travel, now }: World, { closures = [] }: Day): Pick<dispatch.Problem, "closures"> {
  const closed = closures.flatMap(({ stopId, from, until }) => {
    const place = travel.stops.get(stopId);
    return place === undefined || until <= now ? [] : [{ place, from, until }];
  });
  return closed.length === 0 ? {} : { closures: closed };
}

/**
 * The trips that the plan holds, from confirmed bookings and held quotes. Who is boarding or aboard, or was given to a
 * vehicle by hand, stays in it.
 */
function tripsOf(world: World, day: Day): readonly dispatch.Trip[] {
  const planned = new Set<string>(
    day.plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)),
  );
  const held = [...day.quotes.values()].map(({ id, request, offer }) => ({
    id,
    request,
    promise: offer.promise,
    state: undefined,
  }));
  return [...day.bookings.values(), ...held]
    .filter(({ id }) => planned.has(id))
    .map(({ id, request, promise, state }) => {
      const duty = dutyWith(day, id);
      const promised = promisedTrip(world, { id, request, promise });
      const trip = waitedFor(onceOpen(promised, { day, request, dutyId: duty?.id }), duty);
      const stays =
        state === "boarding" || state === "riding" || duty?.byHand?.some((handed) => handed === id);
      return stays ? { ...trip, onlyDuty: duty?.id } : trip;
    });
}

/** A vehicle that a dispatcher lets wait takes the rider aboard no earlier. */
function waitedFor(trip: dispatch.Trip, duty: Duty | undefined): dispatch.Trip {
  const until = duty?.waits?.find(({ bookingId }) => bookingId === trip.id)?.until;
  if (until === undefined || until <= trip.pickup.earliest) return trip;
  return { ...trip, pickup: { ...trip.pickup, earliest: Math.min(until, trip.pickup.latest) } };
}

function dutyWith({ plan, duties }: Day, tripId: string): Duty | undefined {
  const route = plan.routes.find(({ visits }) => visits.some((visit) => visit.tripId === tripId));
  return duties.find(({ id }) => id === route?.dutyId);
}
