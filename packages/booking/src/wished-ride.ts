import { type EpochSeconds, epochSeconds, type Seconds, seconds } from "@noriai/kernel";
import { dayTimes } from "./day-times.ts";
import { arrivalOf, departureOf } from "./drive.ts";
import type { TripRequest } from "./trip-request.ts";
import { wholeMinute } from "./whole-minute.ts";
import type { World } from "./world.ts";

/** The ride as it would be if one vehicle were there for this party alone. Told in whole minutes, as riders are. */
export interface WishedRide {
  /** Boarding begins. For arrive-by the latest moment that still arrives in time. This is the time of use (利用予定時間). */
  readonly leavesAt: EpochSeconds;
  /** Alighting begins. */
  readonly arrivesAt: EpochSeconds;
  /** Driving from stop to stop at the pace of that hour. */
  readonly direct: Seconds;
}

/** The wished ride of a request; as long as no road is known between its stops it takes no time. */
export function wishedRide(world: World, request: TripRequest): WishedRide {
  const from = world.travel.stops.get(request.from);
  const to = world.travel.stops.get(request.to);
  const { mode } = request.time;
  const at = wholeMinute(request.time.at, mode === "depart" ? "up" : "down");
  if (from === undefined || to === undefined) return { leavesAt: at, arrivesAt: at, direct: seconds(0) };
  const times = dayTimes(world, request.serviceDate);
  const board = boardingSeconds(world, request);
  if (mode === "depart") {
    const arrivesAt = epochSeconds(arrivalOf(times, { from, to, departAt: at + board }));
    return { leavesAt: at, arrivesAt, direct: seconds(arrivesAt - at - board) };
  }
  const left = departureOf(times, { from, to, arriveBy: at });
  const leavesAt = wholeMinute(epochSeconds(left - board), "down");
  return { leavesAt, arrivesAt: at, direct: seconds(at - left) };
}

/** How long a party takes to board, wheelchairs included; other needs have no time of their own. */
export function boardingSeconds({ service: { standards } }: World, request: TripRequest): Seconds {
  return seconds(standards.boardingTime + request.wheelchairs * standards.wheelchairTime);
}

/** How long a party takes to alight, wheelchairs included. */
export function alightingSeconds({ service: { standards } }: World, request: TripRequest): Seconds {
  return seconds(standards.alightingTime + request.wheelchairs * standards.wheelchairTime);
}

/** The longest ride that may be promised: max(direct × factor, direct + offset). D-25 */
export function rideMaxOf({ service: { standards } }: World, direct: Seconds): Seconds {
  const byFactor = Math.floor((direct * standards.rideFactorPermille) / 1000);
  return seconds(Math.max(byFactor, direct + standards.rideOffset, direct));
}
