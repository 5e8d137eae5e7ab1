import type { AlternativesWanted, LaterArrival, LongerRide } from "./alternatives.ts";
import { cheapestOffer, type Offer } from "./cheapest-offer.ts";
import type { CostWeights } from "./cost.ts";
import type { Fleet } from "./fleet.ts";
import { near } from "./near.ts";
import type { Trip } from "./problem.ts";

interface Wish {
  readonly fleet: Fleet;
  readonly trip: Trip;
  readonly wanted: AlternativesWanted;
  readonly weights: CostWeights;
}

/** Finds the least number of whole steps by which the arrival must be later for the trip to have a place. */
export function laterArrival({ trip, wanted, ...wish }: Wish): LaterArrival | undefined {
  const { pickup, dropoff, anchor } = trip;
  const latest = Math.max(dropoff.latest, wanted.latest);
  const found = leastRelaxed({
    ...wish,
    wanted,
    most: wanted.relax?.arrivalSecondsMax,
    relaxedBy: (seconds) => ({
      ...trip,
      // Whoever fixed the arrival set out in time for it; the pickup moves with it.
      pickup: anchor === "dropoff" ? { ...pickup, latest: pickup.latest + seconds } : pickup,
      dropoff: { ...dropoff, latest: Math.min(dropoff.latest + seconds, latest) },
    }),
  });
  return found && { ...found.offer, kind: "later-arrival", relaxedSeconds: found.seconds };
}

/** Finds the least number of whole steps by which the ride must be longer for the trip to have a place. */
export function longerRide({ trip, wanted, ...wish }: Wish): LongerRide | undefined {
  const { pickup, dropoff, anchor } = trip;
  const earliest = Math.min(pickup.earliest, wanted.earliest);
  const latest = Math.max(dropoff.latest, wanted.latest);
  const found = leastRelaxed({
    ...wish,
    wanted,
    most: wanted.relax?.rideSecondsMax,
    relaxedBy: (seconds) => ({
      ...trip,
      rideSecondsMax: trip.rideSecondsMax + seconds,
      // The end that the rider did not fix was derived from the ride; it moves with it.
      ...(anchor === "dropoff"
        ? { pickup: { ...pickup, earliest: Math.max(pickup.earliest - seconds, earliest) } }
        : { dropoff: { ...dropoff, latest: Math.min(dropoff.latest + seconds, latest) } }),
    }),
  });
  return found && { ...found.offer, kind: "longer-ride", relaxedSeconds: found.seconds };
}

/** Whatever fits a limit fits every wider one, so the least is found by halving. */
function leastRelaxed({
  fleet,
  wanted: { stepSeconds = 60 },
  weights,
  most = 0,
  relaxedBy,
}: Pick<Wish, "fleet" | "wanted" | "weights"> & {
  most: number | undefined;
  relaxedBy: (seconds: number) => Trip;
}): { readonly seconds: number; readonly offer: Offer } | undefined {
  const widest = relaxedBy(most);
  const nearby = near(fleet, widest, widest);
  const offerAt = (steps: number) =>
    cheapestOffer({ fleet: nearby, trip: relaxedBy(steps * stepSeconds), weights });
  let tooFew = 0;
  let enough = Math.floor(most / stepSeconds);
  let offer = enough > 0 ? offerAt(enough) : undefined;
  if (offer === undefined) return undefined;
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    const found = offerAt(middle);
    if (found === undefined) tooFew = middle;
    else [enough, offer] = [middle, found];
  }
  return { seconds: enough * stepSeconds, offer };
}
