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
  const { visits, service } = sequence;
  const at = new Map(visits.map(({ kind, tripId }, k) => [`${kind} ${tripId}`, starts[k]!]));
  const seated = new Map(boardedAt);
  for (const [k, { tripId, kind }] of visits.entries())
    if (kind === "pickup") seated.set(tripId, starts[k]! + service[k]!);
  return [...new Set(sequence.trips)]
    .map((trip) => {
      const pickup = at.get(`pickup ${trip.id}`);
      const dropoff = at.get(`dropoff ${trip.id}`);
      const boarded = seated.get(trip.id);
      return {
        tripId: trip.id,
        dutyId: sequence.duty.id,
        pickupLateSeconds: over(pickup, trip.pickup.latest),
        dropoffLateSeconds: over(dropoff, trip.dropoff.latest),
        rideTooLongSeconds: boarded === undefined ? 0 : over(dropoff, boarded + trip.rideSecondsMax),
      };
    })
    .filter((risk) => risk.pickupLateSeconds + risk.dropoffLateSeconds + risk.rideTooLongSeconds > 0);
}

function over(value: number | undefined, limit: number): number {
  return value === undefined ? 0 : Math.max(0, value - limit);
}
