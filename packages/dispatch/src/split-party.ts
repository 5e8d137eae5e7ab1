import type { SplitParty } from "./alternatives.ts";
import { cheapestOffer } from "./cheapest-offer.ts";
import type { CostWeights } from "./cost.ts";
import { type Fleet, withTrip } from "./fleet.ts";
import type { Trip } from "./problem.ts";

/**
 * Finds places for the party in two parts, each within the hours of the whole: as many as possible together, and
 * riders in wheelchairs with the larger part, so that they do not travel alone.
 */
export function splitParty({
  fleet,
  trip,
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  weights: CostWeights;
}): SplitParty | undefined {
  const [largerId, smallerId] = freeIds(fleet, trip);
  for (let seats = trip.seats - 1; seats >= trip.seats / 2; seats--) {
    const [larger, smaller] = [
      { ...trip, id: largerId, seats },
      { ...trip, id: smallerId, seats: trip.seats - seats, wheelchairs: 0 },
    ];
    const first = cheapestOffer({ fleet, trip: larger, weights });
    if (first === undefined) continue;
    const second = cheapestOffer({ fleet: withTrip(fleet, first), trip: smaller, weights });
    if (second === undefined) continue;
    return {
      kind: "split-party",
      trip,
      parts: [first, second],
      plan: second.plan,
      pickupAt: Math.min(first.pickupAt, second.pickupAt),
      dropoffAt: Math.max(first.dropoffAt, second.dropoffAt),
    };
  }
  return undefined;
}

/** The request's id with "/1" and "/2", or with the next numbers that no trip of the day has yet. */
function freeIds({ problem }: Fleet, { id }: Trip): [string, string] {
  const taken = new Set(problem.trips.map((trip) => trip.id));
  const free: string[] = [];
  for (let part = 1; free.length < 2; part++) if (!taken.has(`${id}/${part}`)) free.push(`${id}/${part}`);
  return [free[0]!, free[1]!];
}
