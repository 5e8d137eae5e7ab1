import type { CostWeights } from "./cost.ts";
import { type DutyTimes, placeBefore, placeBehind } from "./duty-times.ts";
import { fullness, pickupPlaces } from "./openings.ts";
import type { Trip } from "./problem.ts";
import type { Legs } from "./travel-times.ts";

/**
 * A weight that no place in the duty beats; infinite when there is none. One look at each place that meets the
 * windows: the least that fetching adds and the least that bringing adds, each wherever it is least.
 *
 * Where roads change their pace it says only whether there may be a place: a way round may then save time elsewhere.
 */
export function leastWeightIn({
  duty: { sequence, bounds },
  trip,
  legs,
  weights: { vehicleSecond, detourSecond, waitSecond },
}: {
  duty: DutyTimes;
  trip: Trip;
  legs: Legs;
  weights: CostWeights;
}): number {
  const { pickupPlace, dropoffPlace, pickup, dropoff } = trip;
  const { freeFrom, opensBefore } = bounds;
  const { first, last } = pickupPlaces({ sequence, bounds, trip, window: pickup });
  const leg = (from: number, to: number) => legs.freeSeconds(from, to);
  const direct = leg(pickupPlace, dropoffPlace);
  const riders = trip.seats + trip.wheelchairs;
  const rideWeight = riders * detourSecond;
  const waitWeight = trip.anchor === "dropoff" ? 0 : riders * waitSecond;
  let together = Number.POSITIVE_INFINITY;
  let fetching = Number.POSITIVE_INFINITY;
  let bringing = Number.POSITIVE_INFINITY;
  for (let k = first; k <= sequence.count && opensBefore[k]! <= dropoff.latest; k++) {
    if (k > last && fetching === Number.POSITIVE_INFINITY) break;
    const here = placeBefore(sequence, k);
    const next = placeBehind(sequence, k);
    if (fetching < Number.POSITIVE_INFINITY) {
      const toDropoff = leg(here, dropoffPlace);
      const added = toDropoff + leg(dropoffPlace, next) - leg(here, next);
      bringing = Math.min(bringing, added * vehicleSecond + toDropoff * rideWeight);
    }
    const arrival = k <= last ? legs.arrival(here, pickupPlace, freeFrom[k]!) : Number.POSITIVE_INFINITY;
    if (arrival > pickup.latest || fullness(sequence, k, trip) > 0) continue;
    if (!legs.steady) return Number.NEGATIVE_INFINITY;
    const toPickup = leg(here, pickupPlace) - leg(here, next);
    const toVisit = leg(pickupPlace, next);
    const wait = Math.max(0, arrival - pickup.earliest) * waitWeight;
    together = Math.min(together, (toPickup + direct + leg(dropoffPlace, next)) * vehicleSecond + wait);
    fetching = Math.min(fetching, (toPickup + toVisit) * vehicleSecond + toVisit * rideWeight + wait);
  }
  return Math.min(together, fetching + bringing - direct * rideWeight);
}
