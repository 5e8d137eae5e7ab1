import type * as dispatch from "@noriai/dispatch";
import { assert, seconds } from "@noriai/kernel";
import type { Day, Duty } from "./day.ts";
import type { Vehicle } from "./service.ts";
import { rideMaxOf } from "./wished-ride.ts";
import type { World } from "./world.ts";

/**
 * A duty as the engine sees it: long enough to drive from the depot before the first rider and back after the last,
 * so that a ride at the opening minute is possible. Two duties of a vehicle share the time between them by halves.
 */
export function engineDuty(world: World, day: Day, duty: Duty): dispatch.Duty {
  const vehicle = vehicleOf(world, duty);
  const depot = world.travel.depots.get(vehicle.id);
  assert(depot !== undefined, `travel times know the depot of vehicle ${vehicle.id}`);
  const margin = marginOf(world, depot);
  return {
    id: duty.id,
    vehicleId: vehicle.id,
    seats: vehicle.seats,
    wheelchairPlaces: vehicle.wheelchairPlaces,
    seatsPerWheelchair: vehicle.seatsPerWheelchair,
    startPlace: depot,
    endPlace: depot,
    startsAt: duty.startsAt - Math.min(margin.before, ...gapsOf(day, duty, "before")),
    endsAt: Math.min(
      duty.endsAt + Math.min(margin.after, ...gapsOf(day, duty, "after")),
      duty.outOfService?.from ?? Number.POSITIVE_INFINITY,
    ),
  };
}

/** The vehicle that drives a duty. */
export function vehicleOf({ service }: World, { vehicleId }: Pick<Duty, "vehicleId">): Vehicle {
  const vehicle = service.vehicles.find(({ id }) => id === vehicleId);
  assert(vehicle !== undefined, `service ${service.id} has vehicle ${vehicleId}`);
  return vehicle;
}

/** Seconds to the farthest stop before the first ride, and from it after the last one has ended. */
function marginOf(world: World, depot: number): { readonly before: number; readonly after: number } {
  const { travel, service } = world;
  const { placeCount, seconds: drive } = travel.times;
  const stops = [...travel.stops.values()];
  const slowest = Math.max(1000, ...service.pace.hours.map(({ permille }) => permille));
  const slow = (free: number) => Math.ceil((free * slowest) / 1000);
  const out = Math.max(0, ...stops.map((stop) => drive[depot * placeCount + stop]!));
  const back = Math.max(0, ...stops.map((stop) => drive[stop * placeCount + depot]!));
  const { alightingTime, wheelchairTime, boardingTime, lastDropoffWithinHours } = service.standards;
  const alighting = alightingTime + wheelchairTime * 9;
  if (lastDropoffWithinHours) return { before: slow(out), after: slow(back) + alighting };
  const longest = drive.reduce((a, b) => Math.max(a, b), 0);
  const lastRide = boardingTime + wheelchairTime * 9 + rideMaxOf(world, seconds(slow(longest)));
  return { before: slow(out), after: slow(back) + alighting + lastRide };
}

/** Half the time to the neighbouring duties of the same vehicle. */
function gapsOf(day: Day, duty: Duty, side: "before" | "after"): readonly number[] {
  return day.duties
    .filter(({ id, vehicleId }) => vehicleId === duty.vehicleId && id !== duty.id)
    .map((other) => (side === "before" ? duty.startsAt - other.endsAt : other.startsAt - duty.endsAt))
    .filter((gap) => gap >= 0)
    .map((gap) => Math.floor(gap / 2));
}
