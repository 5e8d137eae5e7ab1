import type { Trip } from "@noriai/dispatch";
import { assert, type StopId } from "@noriai/kernel";
import type { Promise as Promised } from "./booking.ts";
import { personsOf } from "./fare-class.ts";
import type { TripRequest } from "./trip-request.ts";
import { alightingSeconds, boardingSeconds } from "./wished-ride.ts";
import type { World } from "./world.ts";

/** The windows in which the engine may place a trip. Instants. */
export interface TripWindows {
  readonly pickup: { readonly earliest: number; readonly latest: number };
  readonly dropoff: { readonly earliest: number; readonly latest: number };
  readonly rideMax: number;
}

/** A promised trip as the engine sees it. Arriving early harms nobody: the promise bounds how late, not how early. */
export function promisedTrip(
  world: World,
  {
    id,
    request,
    promise,
  }: { readonly id: string; readonly request: TripRequest; readonly promise: Promised },
): Trip {
  return engineTrip(world, { id, request, windows: promisedWindows(promise) });
}

function promisedWindows({ pickupFrom, pickupTo, arriveBy, rideMax }: Promised): TripWindows {
  return {
    pickup: { earliest: pickupFrom, latest: pickupTo },
    dropoff: { earliest: pickupFrom, latest: arriveBy },
    rideMax,
  };
}

/** A party from stop to stop within windows, as the engine sees it. Every person takes a seat, infants too (D-16). */
export function engineTrip(
  world: World,
  {
    id,
    request,
    windows,
  }: { readonly id: string; readonly request: TripRequest; readonly windows: TripWindows },
): Trip {
  return {
    id,
    pickupPlace: placeOfStop(world, request.from),
    dropoffPlace: placeOfStop(world, request.to),
    seats: personsOf(request.party) - request.wheelchairs,
    wheelchairs: request.wheelchairs,
    pickup: windows.pickup,
    dropoff: windows.dropoff,
    rideSecondsMax: windows.rideMax,
    boardSeconds: boardingSeconds(world, request),
    alightSeconds: alightingSeconds(world, request),
    anchor: request.time.mode === "arrive" ? "dropoff" : "pickup",
  };
}

/** The row of a stop in the travel times; a stop without one is never booked, so its absence is a bug. */
export function placeOfStop({ travel }: World, stop: StopId): number {
  const place = travel.stops.get(stop);
  assert(place !== undefined, `travel times know stop ${stop}`);
  return place;
}
