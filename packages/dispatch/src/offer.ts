import { type Alternative, type AlternativesWanted, alternativesOf } from "./alternatives.ts";
import { cheapestOffer, type Offer } from "./cheapest-offer.ts";
import { checkRequest, type Finding } from "./check-problem.ts";
import { questionFindings } from "./check-question.ts";
import { type CostWeights, defaultWeights } from "./cost.ts";
import type { Certainty, Effort } from "./effort.ts";
import { type Reason, summaryOf } from "./explain.ts";
import { howFarOff } from "./far-off.ts";
import { type Fleet, fleetOf } from "./fleet.ts";
import type { Plan, Problem, Trip } from "./problem.ts";
import { type DutyReason, reasonsOf } from "./reasons.ts";
import { type Outcome, tryHarder } from "./try-harder.ts";

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

/** What is asked of a fleet. */
export interface Question {
  /** Not yet in the plan; a problem's trip of the same id (a request being changed) is replaced by it. */
  readonly trip: Trip;
  /** Asks a refusal for other ways; without it `alternatives` is empty. */
  readonly alternatives?: AlternativesWanted | undefined;
  readonly weights?: CostWeights | undefined;
  /** How hard to try before refusing; without it planned visits keep their order and their duty. */
  readonly effort?: Effort | undefined;
}

/**
 * Answers a request for a trip: the cheapest place over all duties, or why there is none.
 *
 * Promises are hard. Where reality is already later than a promise, the new trip may not make it later still. The
 * same input gives the same answer. Whoever asks often of one plan prepares it once (`prepare`).
 */
export function offer({ problem, plan, ...question }: Question & { problem: Problem; plan: Plan }): Answer {
  const findings = [
    ...checkRequest({ problem, plan, trip: question.trip }),
    ...questionFindings(question, problem.travelTimes),
  ];
  return findings.length > 0 ? { kind: "invalid", findings } : answer(fleetOf({ problem, plan }), question);
}

/** The answer to a question that makes sense. */
export function answer(
  fleet: Fleet,
  { trip, alternatives, weights = defaultWeights, effort }: Question,
): Answer {
  const found = cheapestOffer({ fleet, trip, weights });
  if (found !== undefined) return { kind: "offer", offer: found };
  const harder: Outcome =
    effort === undefined
      ? { kind: "none", certainty: "searched" }
      : tryHarder({ fleet, trip, weights, effort });
  if (harder.kind === "offer") return harder;
  const farOff = howFarOff(fleet, trip);
  const reasons = reasonsOf({ fleet, trip, farOff });
  return {
    kind: "refusal",
    certainty: harder.certainty,
    reasons,
    summary: summaryOf(reasons),
    alternatives:
      alternatives === undefined
        ? []
        : alternativesOf({ fleet, trip, farOff, wanted: alternatives, weights }),
  };
}
