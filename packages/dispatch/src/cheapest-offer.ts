import { bestInsertion, type Insertion, isBetter } from "./best-insertion.ts";
import type { Cost, CostWeights } from "./cost.ts";
import type { DutyTimes } from "./duty-times.ts";
import { type Fleet, planWith } from "./fleet.ts";
import { latestStarts } from "./latest-starts.ts";
import { leastWeightIn } from "./least-weight.ts";
import { near } from "./near.ts";
import { openTrips } from "./open-trips.ts";
import type { Plan, Trip } from "./problem.ts";
import { insertInto } from "./stretch.ts";
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

/**
 * The cheapest place over all duties; equal ones: the earlier drop-off, then the duty that stands first.
 *
 * Asks the duties in the order of what they would cost at least, and stops at the first that cannot beat the second
 * best found: most of a large fleet is never opened, and the answer is that of asking them all.
 */
export function cheapestOffer({
  fleet,
  trip,
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  weights: CostWeights;
}): Offer | undefined {
  let best: Placed | undefined;
  let second: Placed | undefined;
  for (const { least, duty, trip: open } of cheapestFirst({ fleet, trip, weights })) {
    const atMost = second?.weight ?? Number.POSITIVE_INFINITY;
    if (least > atMost) break;
    const found = bestInsertion({ duty, trip: open, legs: fleet.legs, room: fleet.room, weights, atMost });
    if (found === undefined) continue;
    const placed = { ...found, trip: open };
    const isSameDuty = best?.duty === duty;
    if (best === undefined || comesBefore(placed, best))
      [best, second] = [placed, isSameDuty ? second : best];
    else if (!isSameDuty && (second === undefined || comesBefore(placed, second))) second = placed;
  }
  return best && offerFrom({ fleet, placed: best, runnerUp: second });
}

/** A trip, its windows cut to when its stops are open, in one place. */
type Placed = Insertion & { readonly trip: Trip };

interface Candidate {
  /** No place in this duty weighs less. */
  readonly least: number;
  readonly duty: DutyTimes;
  readonly trip: Trip;
}

function cheapestFirst({
  fleet,
  trip,
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  weights: CostWeights;
}): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const open of openTrips(trip, fleet.closures))
    for (const d of near(fleet, trip, open).candidates) {
      const duty = fleet.duties[d]!;
      const least = leastWeightIn({ duty, trip: open, legs: fleet.legs, weights });
      if (least < Number.POSITIVE_INFINITY) candidates.push({ least, duty, trip: open });
    }
  return candidates.sort((a, b) => a.least - b.least);
}

function comesBefore(one: Placed, other: Placed): boolean {
  if (isBetter(one, other)) return true;
  return !isBetter(other, one) && one.duty.index < other.duty.index;
}

function offerFrom({
  fleet,
  placed: { duty, opening, trip, cost },
  runnerUp,
}: {
  fleet: Fleet;
  placed: Placed;
  runnerUp: Placed | undefined;
}): Offer {
  const { legs, room } = fleet;
  const after = insertInto({ duty, trip, opening, legs, room })!;
  const { sequence } = duty;
  const latest = new Float64Array(after.sequence.count);
  latestStarts(after.sequence, legs, latest);
  const pickupAt = after.starts[after.pickup]!;
  const dropoffAt = after.starts[after.dropoff]!;
  return {
    trip,
    dutyId: sequence.duty.id,
    vehicleId: sequence.duty.vehicleId,
    plan: planWith(fleet, { duty, trip, ...opening }),
    pickupAt,
    pickupLatest: latest[after.pickup]!,
    dropoffAt,
    rideSeconds: dropoffAt - pickupAt - trip.boardSeconds,
    cost,
    moved: [],
    why: { runnerUp: runnerUp && runnerUpOf(runnerUp), delays: delaysOf(duty, after) },
  };
}

function runnerUpOf({ duty, cost }: Placed): Why["runnerUp"] {
  return { dutyId: duty.sequence.duty.id, vehicleId: duty.sequence.duty.vehicleId, cost };
}
