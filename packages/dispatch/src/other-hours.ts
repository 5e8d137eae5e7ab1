import type { AlternativesWanted, OtherHour } from "./alternatives.ts";
import { cheapestOffer } from "./cheapest-offer.ts";
import type { CostWeights } from "./cost.ts";
import type { Fleet } from "./fleet.ts";
import { nearestShift, type Side } from "./nearest-shift.ts";
import type { Trip, Window } from "./problem.ts";

/**
 * Finds the nearest other hours at which the trip can be taken: both of its windows shifted by one amount, earlier
 * and later in turn, nearest first, until `count` are found or neither side has more.
 *
 * Each is an offer like any other: really feasible now, and the cheapest at its hour. "Nearest" is exact: no smaller
 * shift of whole steps has a place anywhere in the fleet (that keeps apart from those already chosen).
 * The windows of an offered trip are the shifted ones, cut to the allowed range and to what keeps them apart.
 */
export function otherHours({
  fleet,
  trip,
  wanted,
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  wanted: AlternativesWanted;
  weights: CostWeights;
}): OtherHour[] {
  const step = wanted.stepSeconds ?? 60;
  const apart = wanted.apartSeconds ?? 600;
  const range: Window = { earliest: wanted.earliest, latest: wanted.latest };
  const found: OtherHour[] = [];
  while (found.length < wanted.count) {
    const chosen = found.map((offer) => (trip.anchor === "dropoff" ? offer.dropoffAt : offer.pickupAt));
    const earlier = shifted(-1, {
      ...range,
      latest: Math.min(...chosen.map((at) => at - apart), range.latest),
    });
    const later = shifted(1, {
      ...range,
      earliest: Math.max(...chosen.map((at) => at + apart), range.earliest),
    });
    const next = inTurn(found.at(-1), { earlier, later });
    if (next === undefined) break;
    found.push(next);
  }
  return found.sort((a, b) => Math.abs(a.shiftSeconds) - Math.abs(b.shiftSeconds));

  /** @param fixed  where the end that the rider fixed may lie */
  function shifted(side: Side, fixed: Window): OtherHour | undefined {
    const within =
      trip.anchor === "dropoff" ? { pickup: range, dropoff: fixed } : { pickup: fixed, dropoff: range };
    const shift = nearestShift({ fleet, trip, side, step, ...within });
    if (shift === undefined) return undefined;
    const offer = cheapestOffer({ fleet, trip: shiftTrip({ trip, shift, within }), weights });
    return offer && { ...offer, kind: "other-hour", shiftSeconds: shift };
  }
}

/** First the nearer side, then the sides in turn; a side that has no more leaves its turn to the other. */
function inTurn(
  last: OtherHour | undefined,
  { earlier, later }: { earlier: OtherHour | undefined; later: OtherHour | undefined },
): OtherHour | undefined {
  if (last === undefined) return nearer(earlier, later);
  return last.shiftSeconds < 0 ? (later ?? earlier) : (earlier ?? later);
}

/** The nearer of the two; equal: the later one, which a rider can always still reach. */
function nearer(earlier: OtherHour | undefined, later: OtherHour | undefined): OtherHour | undefined {
  if (earlier === undefined || later === undefined) return earlier ?? later;
  return -earlier.shiftSeconds < later.shiftSeconds ? earlier : later;
}

function shiftTrip({
  trip,
  shift,
  within,
}: {
  trip: Trip;
  shift: number;
  within: { pickup: Window; dropoff: Window };
}): Trip {
  const cut = (window: Window, range: Window): Window => ({
    earliest: Math.max(window.earliest + shift, range.earliest),
    latest: Math.min(window.latest + shift, range.latest),
  });
  return { ...trip, pickup: cut(trip.pickup, within.pickup), dropoff: cut(trip.dropoff, within.dropoff) };
}
