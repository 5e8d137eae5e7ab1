import { type Alternative, type AlternativesWanted, alternativesOf } from "./alternatives.ts";
import { cheapestOffer, type Offer } from "./cheapest-offer.ts";
import { checkRequest, type Finding } from "./check-problem.ts";
import { type CostWeights, defaultWeights } from "./cost.ts";
import type { Certainty, Effort } from "./effort.ts";
import { type Reason, summaryOf } from "./explain.ts";
import { fleetOf } from "./fleet.ts";
import type { Plan, Problem, Trip } from "./problem.ts";
import { type DutyReason, nearestRejection } from "./refusal.ts";

export interface Refusal {
  readonly kind: "refusal";
  readonly certainty: Certainty;
  /** One for each duty of the problem, in its order. */
  readonly reasons: readonly DutyReason[];
  /** The same for the whole fleet: a line per rule, the one that most duties fail by first. */
  readonly summary: readonly Reason[];
  /** Other ways to make the trip that can really be booked now; see `Alternative`. */
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
 * @param alternatives  asks a refusal for other ways; without it `alternatives` is empty
 * @param effort  how hard to try before refusing; without it planned visits keep their order and their duty
 */
export function offer({
  problem,
  plan,
  trip,
  alternatives,
  weights = defaultWeights,
  effort: _effort,
}: {
  problem: Problem;
  plan: Plan;
  trip: Trip;
  alternatives?: AlternativesWanted | undefined;
  weights?: CostWeights | undefined;
  effort?: Effort | undefined;
}): Answer {
  const findings = checkRequest({ problem, plan, trip });
  if (findings.length > 0) return { kind: "invalid", findings };
  const fleet = fleetOf({ problem, plan });
  const found = cheapestOffer({ fleet, trip, weights });
  if (found !== undefined) return { kind: "offer", offer: found };
  const reasons = fleet.duties.map(({ sequence }) => nearestRejection({ sequence, trip, legs: fleet.legs }));
  return {
    kind: "refusal",
    certainty: "searched",
    reasons,
    summary: summaryOf(reasons),
    alternatives:
      alternatives === undefined ? [] : alternativesOf({ fleet, trip, wanted: alternatives, weights }),
  };
}
