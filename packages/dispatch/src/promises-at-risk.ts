import { earliestStarts } from "./earliest-starts.ts";
import type { Plan, Problem } from "./problem.ts";
import { project } from "./projection.ts";
import type { Sequence } from "./sequence.ts";
import { sequencesOf } from "./sequences.ts";
import { legsOf } from "./travel-times.ts";

/** How far one rider's trip is projected to miss what was promised; every figure in seconds, 0 when kept. */
export interface PromiseAtRisk {
  readonly tripId: string;
  readonly dutyId: string;
  readonly pickupLateSeconds: number;
  readonly dropoffLateSeconds: number;
  readonly rideTooLongSeconds: number;
}

/**
 * Names the trips whose promise the plan can no longer keep, given what has really happened, in driving order: the
 * list of riders to call. Empty when every promise can be kept. Needs a problem and a plan in which `checkPlan` finds
 * nothing.
 */
export function promisesAtRisk({ problem, plan }: { problem: Problem; plan: Plan }): PromiseAtRisk[] {
  const legs = legsOf(problem.travelTimes);
  const boardedAt = boardedAtOf(problem);
  return sequencesOf({ problem, plan, legs }).flatMap((sequence) => {
    if (earliestStarts(sequence, legs, new Float64Array(sequence.count))) return [];
    return risksIn({ sequence, starts: project(sequence, legs).starts, boardedAt });
  });
}

/** When each rider who has boarded did so, by trip. */
export function boardedAtOf({ progress }: Problem): ReadonlyMap<string, number> {
  const pickups = progress.flatMap(({ done }) => done.filter(({ kind }) => kind === "pickup"));
  return new Map(pickups.map(({ tripId, at }) => [tripId, at]));
}

/** The promises that one duty breaks when its visits begin at `starts`, in driving order. */
export function risksIn({
  sequence,
  starts,
  boardedAt,
}: {
  sequence: Sequence;
  starts: Float64Array;
  boardedAt: ReadonlyMap<string, number>;
}): PromiseAtRisk[] {
  const { count, trips, partner, rideSpan, service } = sequence;
  const risks: PromiseAtRisk[] = [];
  for (let k = 0; k < count; k++) {
    const isPickup = rideSpan[k]! < 0;
    if (!isPickup && partner[k]! >= 0) continue; // told with its pickup
    const trip = trips[k]!;
    const dropoff = isPickup ? partner[k]! : k;
    const dropoffAt = dropoff < 0 ? undefined : starts[dropoff]!;
    const boarded = isPickup ? starts[k]! + service[k]! : boardedAt.get(trip.id);
    const risk = {
      tripId: trip.id,
      dutyId: sequence.duty.id,
      pickupLateSeconds: isPickup ? over(starts[k]!, trip.pickup.latest) : 0,
      dropoffLateSeconds: over(dropoffAt, trip.dropoff.latest),
      rideTooLongSeconds: boarded === undefined ? 0 : over(dropoffAt, boarded + trip.rideSecondsMax),
    };
    if (risk.pickupLateSeconds + risk.dropoffLateSeconds + risk.rideTooLongSeconds > 0) risks.push(risk);
  }
  return risks;
}

function over(value: number | undefined, limit: number): number {
  return value === undefined ? 0 : Math.max(0, value - limit);
}
