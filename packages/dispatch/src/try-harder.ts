import type { Offer } from "./cheapest-offer.ts";
import type { CostWeights } from "./cost.ts";
import type { Certainty, Effort } from "./effort.ts";
import { proveOrPlan } from "./exact/prove-or-plan.ts";
import { dutiesFor, type Fleet } from "./fleet.ts";
import { meetsHours, nearPart } from "./near-part.ts";
import { offerFromPlan } from "./offer-from-plan.ts";
import { openTrips } from "./open-trips.ts";
import type { Trip } from "./problem.ts";
import { replan } from "./search/replan.ts";

/** What looking harder came to: an offer that moves other trips, or how sure it is that there is none. */
export type Outcome =
  | { readonly kind: "offer"; readonly offer: Offer }
  | { readonly kind: "none"; readonly certainty: Certainty };

/** Larger fleets are not searched exactly: it would only run out of its nodes. */
const DUTIES_MAX = 3;
const OPEN_TRIPS_MAX = 40;

/**
 * Looks for a place for a trip that no insertion has: other trips may change their vehicle and their order within what
 * they were promised. First by re-planning the nearest vehicles, which is quick where a plan exists; then, in a small
 * fleet, by the exact search, which ends in a plan or in the proof that there is none.
 */
export function tryHarder({
  fleet,
  trip,
  weights,
  effort,
}: {
  fleet: Fleet;
  trip: Trip;
  weights: CostWeights;
  effort: Effort;
}): Outcome {
  const certainties: Certainty[] = [];
  for (const open of openTrips(trip, fleet.closures)) {
    const outcome = tryOne({ fleet, trip: open, weights, effort });
    if (outcome.kind === "offer") return outcome;
    certainties.push(outcome.certainty);
  }
  // Stops that are closed all the while are proof enough: there is nothing to search.
  return { kind: "none", certainty: certainties.find((one) => one !== "proven") ?? "proven" };
}

function tryOne({
  fleet,
  trip,
  weights,
  effort,
}: {
  fleet: Fleet;
  trip: Trip;
  weights: CostWeights;
  effort: Effort;
}): Outcome {
  const { problem, plan } = fleet;
  const { iterations, nodes, seed } = effort;
  const near = nearPart(fleet, trip);
  const part = { problem: near.problem, plan: near.plan };
  const replanned =
    iterations > 0 ? replan({ ...part, trips: [trip], weights, iterations, seed }) : undefined;
  if (replanned !== undefined)
    return { kind: "offer", offer: offerFromPlan({ fleet, trip, plan: near.wholeWith(replanned.plan) }) };
  if (nodes === 0 || !isSmall(fleet, trip)) return { kind: "none", certainty: "searched" };
  const verdict = proveOrPlan({ problem, plan, trip, nodes });
  if (verdict.kind === "plan")
    return { kind: "offer", offer: offerFromPlan({ fleet, trip, plan: verdict.plan }) };
  return { kind: "none", certainty: verdict.kind === "impossible" ? "proven" : "unknown" };
}

function isSmall(fleet: Fleet, trip: Trip): boolean {
  const meets = dutiesFor(fleet, trip).filter((d) => meetsHours(fleet, trip, d));
  const visits = fleet.duties.reduce((sum, { sequence }) => sum + sequence.count, 0);
  return meets.length <= DUTIES_MAX && visits <= 2 * OPEN_TRIPS_MAX;
}
