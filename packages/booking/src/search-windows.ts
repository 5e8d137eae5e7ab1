import { assert } from "@noriai/kernel";
import { hoursOf } from "./calendar.ts";
import { dayTimes } from "./day-times.ts";
import { departureOf } from "./drive.ts";
import { placeOfStop, type TripWindows } from "./engine-trip.ts";
import { cutoffOf } from "./rules/booking-window.ts";
import { otherBookingsOf } from "./rules/own-overlap.ts";
import type { Ask } from "./rules/rule.ts";
import { wholeMinute } from "./whole-minute.ts";
import { boardingSeconds, rideMaxOf, wishedRide } from "./wished-ride.ts";

/**
 * The windows in which the engine may look for a place, in whole minutes, so that they can be told as they are.
 *
 * Depart-at p: boarding within [p, p + pickup window]. Arrive-by q: alighting within [q − early arrival, q], boarding
 * when the longest ride allows. Both within the operating hours and between the member's other bookings.
 * A request that breaks a booking rule has no windows; asking for them then is a bug.
 *
 * @see 仕様書 5-(1)-① 出発時刻指定・到着時刻指定, D-03, D-25
 */
export function searchWindows(ask: Ask): TripWindows {
  const { world, request } = ask;
  const { standards } = world.service;
  const { leavesAt, arrivesAt, direct } = wishedRide(world, request);
  const board = boardingSeconds(world, request);
  const rideMax = rideMaxOf(world, direct);
  const { opensAt, closesAt, dropoffBy } = boundsOf(ask);
  if (request.time.mode === "depart") {
    const earliest = leavesAt;
    const inTime = departureBy(ask, dropoffBy) - board;
    const told = Math.min(earliest + standards.pickupWindow, closesAt, inTime);
    const latest = Math.max(earliest, wholeMinute(told, "down"));
    const ridden = wholeMinute(latest + board + rideMax, "up");
    return {
      pickup: { earliest, latest },
      dropoff: { earliest, latest: Math.min(ridden, dropoffBy) },
      rideMax,
    };
  }
  const ridden = arrivesAt - standards.earlyArrival - rideMax - board;
  const bookable = world.now + cutoffOf(world.service, request.channel);
  const latest = Math.min(leavesAt, closesAt);
  const earliest = Math.min(latest, wholeMinute(Math.max(opensAt, bookable, ridden), "up"));
  return {
    pickup: { earliest, latest },
    dropoff: { earliest: arrivesAt - standards.earlyArrival, latest: arrivesAt },
    rideMax,
  };
}

/** Between what the ride has to fit: the time band it lies in and the member's bookings before and after it. */
function boundsOf({ world, day, request }: Ask) {
  const { service } = world;
  const { leavesAt, arrivesAt } = wishedRide(world, request);
  const withDropoff = service.standards.lastDropoffWithinHours;
  const band = hoursOf(service, request.serviceDate).find(
    ({ opensAt, closesAt }) => opensAt <= leavesAt && (withDropoff ? arrivesAt : leavesAt) <= closesAt,
  );
  assert(band !== undefined, "a request that keeps the rules lies in a time band");
  const others = otherBookingsOf({ world, day, request }).map(({ promise }) => promise);
  const before = others.filter(({ arriveBy }) => arriveBy <= leavesAt).map(({ arriveBy }) => arriveBy);
  const after = others
    .filter(({ pickupFrom }) => pickupFrom >= arrivesAt)
    .map(({ pickupFrom }) => pickupFrom);
  const aDayLater = band.closesAt + 86_400;
  return {
    opensAt: Math.max(band.opensAt, ...before),
    closesAt: band.closesAt,
    dropoffBy: Math.min(withDropoff ? band.closesAt : aDayLater, ...after),
  };
}

function departureBy({ world, request }: Ask, arriveBy: number): number {
  return departureOf(dayTimes(world, request.serviceDate), {
    from: placeOfStop(world, request.from),
    to: placeOfStop(world, request.to),
    arriveBy,
  });
}
