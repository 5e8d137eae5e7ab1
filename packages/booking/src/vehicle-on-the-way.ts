import type { BookingId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { knownDay } from "./known-day.ts";
import { openVisits } from "./open-visits.ts";
import { problemOf } from "./problem.ts";
import type { World } from "./world.ts";

/**
 * Has a vehicle set out for the stop at which this booking boards, or is it there? From then on the rider can no longer
 * change or cancel. Boardings at the same stop in one go are reached together.
 * @see D-07
 */
export function isVehicleOnTheWay(world: World, whole: Day, bookingId: BookingId): boolean {
  if (!whole.bookings.has(bookingId)) return false;
  const day = knownDay(world, whole);
  const problem = problemOf(world, day);
  return problem.progress.some(({ dutyId, drivingTo, freeAt }) => {
    if (drivingTo === undefined || freeAt > world.now) return false;
    const ahead = openVisits(day, { id: dutyId as (typeof day.duties)[number]["id"] });
    const place = placeOf(ahead[0]);
    for (const visit of ahead) {
      if (placeOf(visit) !== place) return false;
      if (visit.tripId === bookingId && visit.kind === "pickup") return true;
    }
    return false;
  });

  function placeOf(visit: (typeof problem)["progress"][number]["drivingTo"]): number | undefined {
    const trip = problem.trips.find(({ id }) => id === visit?.tripId);
    return visit?.kind === "pickup" ? trip?.pickupPlace : trip?.dropoffPlace;
  }
}
