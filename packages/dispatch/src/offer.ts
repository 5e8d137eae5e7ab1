import { type AlternativesWanted, nearestAlternatives } from "./alternatives.ts";
import { bestInsertion, type Insertion, isBetter } from "./best-insertion.ts";
import { checkRequest, type Finding } from "./check-problem.ts";
import { type Cost, type CostWeights, defaultWeights } from "./cost.ts";
import { type Fleet, fleetOf } from "./fleet.ts";
import { latestStarts } from "./latest-starts.ts";
import type { Plan, Problem, Trip } from "./problem.ts";
import { type DutyReason, nearestRejection } from "./refusal.ts";

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
}

/** An offer at another hour. */
export interface Alternative extends Offer {
  /** How much later (earlier: below zero) the request's windows were shifted. */
  readonly shiftSeconds: number;
}

export interface Refusal {
  readonly kind: "refusal";
  /** One for each duty of the problem, in its order. */
  readonly reasons: readonly DutyReason[];
  /** Other hours at which the same trip can really be booked now, nearest first. */
  readonly alternatives: readonly Alternative[];
}

export type Answer =
  | { readonly kind: "offer"; readonly offer: Offer }
  | Refusal
  /** The problem or the trip makes no sense; nothing was searched. */
  | { readonly kind: "invalid"; readonly findings: readonly Finding[] };

/**
 * Answers a request for a trip: the cheapest place over all duties, or why there is none.
 *
 * The planned visits keep their order and their duty; promises are hard. Where reality is already later than a
 * promise, the new trip may not make it later still. The same input gives the same answer.
 *
 * @param trip  not yet in the plan; a problem's trip of the same id (a request being changed) is replaced by it
 * @param alternatives  asks a refusal for other hours; without it `alternatives` is empty
 */
export function offer({
  problem,
  plan,
  trip,
  alternatives,
  weights = defaultWeights,
}: {
  problem: Problem;
  plan: Plan;
  trip: Trip;
  alternatives?: AlternativesWanted | undefined;
  weights?: CostWeights | undefined;
}): Answer {
  const findings = checkRequest({ problem, plan, trip });
  if (findings.length > 0) return { kind: "invalid", findings };
  const fleet = fleetOf({ problem, plan });
  const found = cheapestOffer({ fleet, trip, weights });
  if (found !== undefined) return { kind: "offer", offer: found };
  return {
    kind: "refusal",
    reasons: fleet.duties.map(({ sequence }) => nearestRejection({ sequence, trip, legs: fleet.legs })),
    alternatives:
      alternatives === undefined ? [] : nearestAlternatives({ fleet, trip, wanted: alternatives, weights }),
  };
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
  for (const before of fleet.duties) {
    const found = bestInsertion({ before, trip, legs: fleet.legs, weights });
    if (found === undefined) continue;
    if (best === undefined || isBetter(found, best)) best = found;
  }
  return best && offerFrom({ fleet, trip, insertion: best });
}

function offerFrom({ fleet, trip, insertion }: { fleet: Fleet; trip: Trip; insertion: Insertion }): Offer {
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
  };
}
