import { type Alternative, type AlternativesWanted, nearestAlternatives } from "./alternatives.ts";
import { cheapestOffer, type Offer } from "./cheapest-offer.ts";
import { checkRequest, type Finding } from "./check-problem.ts";
import { type CostWeights, defaultWeights } from "./cost.ts";
import { fleetOf } from "./fleet.ts";
import type { Plan, Problem, Trip } from "./problem.ts";
import { type DutyReason, nearestRejection } from "./refusal.ts";

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
