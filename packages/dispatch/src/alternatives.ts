import type { CostWeights } from "./cost.ts";
import type { Fleet } from "./fleet.ts";
import { nearestShift } from "./nearest-shift.ts";
import { cheapestOffer, type Offer } from "./offer.ts";
import type { Trip, Window } from "./problem.ts";

/** Which other hours a rider may be offered. */
export interface AlternativesWanted {
  /** No boarding begins earlier (opening hour, earliest bookable instant). */
  readonly earliest: number;
  /** No alighting begins later. */
  readonly latest: number;
  readonly count: number;
  /** Offered pickups lie at least this far from each other. Default: ten minutes. */
  readonly apartSeconds?: number | undefined;
  /** Both windows are shifted by whole multiples of this. Default: one minute. */
  readonly stepSeconds?: number | undefined;
}

/**
 * Finds the nearest other hours at which the trip can be taken: both of its windows shifted by one amount, earlier
 * and later in turn, nearest first, until `count` are found or neither side has more.
 *
 * Each is an offer like any other: really feasible now, and the cheapest at its hour. "Nearest" is exact: no smaller
 * shift of whole steps has a place anywhere in the fleet (that keeps its pickup apart from those already chosen).
 * The windows of an offered trip are the shifted ones, cut to the allowed range and to what keeps pickups apart.
 *
 * @param chosen  pickups already offered, from which the new ones must keep apart
 */
export function nearestAlternatives({
  fleet,
  trip,
  wanted,
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  wanted: AlternativesWanted;
  weights: CostWeights;
}): Offer[] {
  const step = wanted.stepSeconds ?? 60;
  const apart = wanted.apartSeconds ?? 600;
  const found: Shifted[] = [];
  let turn: Side | undefined;
  while (found.length < wanted.count) {
    const pickups = found.map(({ offer }) => offer.pickupAt);
    const earlier = shifted({
      side: -1,
      pickup: {
        earliest: wanted.earliest,
        latest: Math.min(...pickups.map((at) => at - apart), wanted.latest),
      },
    });
    const later = shifted({
      side: 1,
      pickup: {
        earliest: Math.max(...pickups.map((at) => at + apart), wanted.earliest),
        latest: wanted.latest,
      },
    });
    const next = turn === -1 ? (earlier ?? later) : turn === 1 ? (later ?? earlier) : nearer(earlier, later);
    if (next === undefined) break;
    found.push(next);
    turn = turn === undefined ? (next.shift < 0 ? 1 : -1) : turn === 1 ? -1 : 1;
  }
  return found.sort((a, b) => Math.abs(a.shift) - Math.abs(b.shift)).map(({ offer }) => offer);

  function shifted({ side, pickup }: { side: Side; pickup: Window }): Shifted | undefined {
    const shift = nearestShift({ fleet, trip, side, step, pickup, dropoffLatest: wanted.latest });
    if (shift === undefined) return undefined;
    const offer = cheapestOffer({
      fleet,
      trip: shiftTrip({ trip, shift, pickup, latest: wanted.latest }),
      weights,
    });
    return offer && { shift, offer };
  }
}

export type Side = -1 | 1;

interface Shifted {
  readonly shift: number;
  readonly offer: Offer;
}

/** The nearer of the two; equal: the later one, which a rider can always still reach. */
function nearer(earlier: Shifted | undefined, later: Shifted | undefined): Shifted | undefined {
  if (earlier === undefined || later === undefined) return earlier ?? later;
  return -earlier.shift < later.shift ? earlier : later;
}

function shiftTrip({
  trip,
  shift,
  pickup,
  latest,
}: {
  trip: Trip;
  shift: number;
  pickup: Window;
  latest: number;
}): Trip {
  return {
    ...trip,
    pickup: {
      earliest: Math.max(trip.pickup.earliest + shift, pickup.earliest),
      latest: Math.min(trip.pickup.latest + shift, pickup.latest),
    },
    dropoff: {
      earliest: trip.dropoff.earliest + shift,
      latest: Math.min(trip.dropoff.latest + shift, latest),
    },
  };
}
