import { bestInsertion, type Insertion, isBetter } from "./best-insertion.ts";
import type { Cost, CostWeights } from "./cost.ts";
import type { Fleet } from "./fleet.ts";
import { latestStarts } from "./latest-starts.ts";
import type { Plan, Trip } from "./problem.ts";
import { delaysOf, type Why } from "./why.ts";

/** A place in the plan for a trip that keeps every rule and every promise. */
export interface Offer {
  /** The trip with the windows it satisfies; those of an alternative are shifted. */
  readonly trip: Trip;
  readonly dutyId: string;
  readonly vehicleId: string;
  /** The plan with the trip in it. */
  readonly plan: Plan;
  readonly pickupAt: number;
  /** The latest pickup, within the trip's own window, for which this plan keeps every limit. */
  readonly pickupLatest: number;
  readonly dropoffAt: number;
  /** Seconds from the end of boarding to the beginning of alighting. */
  readonly rideSeconds: number;
  readonly cost: Cost;
  /** Other trips whose duty or order among the riders changed because we tried harder; none for a plain insertion. */
  readonly moved: readonly string[];
  readonly why: Why;
}

/** The cheapest place over all duties; equal ones: the earlier drop-off, then the duty that stands first. */
export function cheapestOffer({
  fleet,
  trip,
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  weights: CostWeights;
}): Offer | undefined {
  let best: Insertion | undefined;
  let second: Insertion | undefined;
  for (const before of fleet.duties) {
    const found = bestInsertion({ before, trip, legs: fleet.legs, weights });
    if (found === undefined) continue;
    if (best === undefined || isBetter(found, best)) [best, second] = [found, best];
    else if (second === undefined || isBetter(found, second)) second = found;
  }
  return best && offerFrom({ fleet, trip, insertion: best, runnerUp: second });
}

function offerFrom({
  fleet,
  trip,
  insertion,
  runnerUp,
}: {
  fleet: Fleet;
  trip: Trip;
  insertion: Insertion;
  runnerUp: Insertion | undefined;
}): Offer {
  const { timed, pickup, dropoff, cost } = insertion;
  const { duty, visits, count } = timed.sequence;
  const latest = new Float64Array(count);
  latestStarts(timed.sequence, fleet.legs, latest);
  const pickupAt = timed.starts[pickup]!;
  const dropoffAt = timed.starts[dropoff]!;
  return {
    trip,
    dutyId: duty.id,
    vehicleId: duty.vehicleId,
    plan: fleet.planWith({ dutyId: duty.id, open: visits }),
    pickupAt,
    pickupLatest: latest[pickup]!,
    dropoffAt,
    rideSeconds: dropoffAt - pickupAt - trip.boardSeconds,
    cost,
    moved: [],
    why: {
      runnerUp: runnerUp && {
        dutyId: runnerUp.timed.sequence.duty.id,
        vehicleId: runnerUp.timed.sequence.duty.vehicleId,
        cost: runnerUp.cost,
      },
      delays: delaysOf(fleet.duties.find(({ sequence }) => sequence.duty === duty)!, timed),
    },
  };
}
