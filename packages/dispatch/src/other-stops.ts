import type { NearbyStop, OtherStop } from "./alternatives.ts";
import { cheapestOffer } from "./cheapest-offer.ts";
import type { CostWeights } from "./cost.ts";
import type { Fleet } from "./fleet.ts";
import type { Trip } from "./problem.ts";

/** One way to walk: where the trip then begins and ends, and the metres. */
interface Walk {
  readonly trip: Trip;
  readonly pickupWalkMeters: number;
  readonly dropoffWalkMeters: number;
}

/**
 * Finds a place for the trip from or to a stop within a walk, the hours as wished: the one with the least metres
 * walked; equal ones: the one that stands first, pickups before drop-offs.
 */
export function otherStop({
  fleet,
  trip,
  stops: { pickup = [], dropoff = [] },
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  stops: {
    readonly pickup?: readonly NearbyStop[] | undefined;
    readonly dropoff?: readonly NearbyStop[] | undefined;
  };
  weights: CostWeights;
}): OtherStop | undefined {
  for (const { trip: walked, ...meters } of walksOf(trip, pickup, dropoff)) {
    const offer = cheapestOffer({ fleet, trip: walked, weights });
    if (offer !== undefined) return { ...offer, kind: "other-stop", ...meters };
  }
  return undefined;
}

/** Every walk to one or both ends, the shortest first. */
function walksOf(trip: Trip, pickup: readonly NearbyStop[], dropoff: readonly NearbyStop[]): Walk[] {
  const stay = { walkMeters: 0 };
  const walks = [{ ...stay, place: trip.pickupPlace }, ...pickup].flatMap((from) =>
    [{ ...stay, place: trip.dropoffPlace }, ...dropoff].map((to) => ({
      trip: { ...trip, pickupPlace: from.place, dropoffPlace: to.place },
      pickupWalkMeters: from.walkMeters,
      dropoffWalkMeters: to.walkMeters,
    })),
  );
  const meters = ({ pickupWalkMeters, dropoffWalkMeters }: Walk) => pickupWalkMeters + dropoffWalkMeters;
  return walks
    .slice(1) // without the one that walks nowhere
    .filter(({ trip: { pickupPlace, dropoffPlace } }) => pickupPlace !== dropoffPlace)
    .sort((a, b) => meters(a) - meters(b));
}
