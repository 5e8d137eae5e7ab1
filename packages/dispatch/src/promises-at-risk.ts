import { earliestStarts } from "./earliest-starts.ts";
import type { Plan, Problem } from "./problem.ts";
import { project } from "./projection.ts";
import type { Sequence } from "./sequence.ts";
import { sequencesOf } from "./sequences.ts";
import { type Legs, legsOf } from "./travel-times.ts";

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
  return sequencesOf({ problem, plan, legs }).flatMap((sequence) => lateTrips(sequence, problem, legs));
}

function lateTrips(sequence: Sequence, problem: Problem, legs: Legs): PromiseAtRisk[] {
  if (earliestStarts(sequence, legs, new Float64Array(sequence.count))) return [];
  const { starts } = project(sequence, legs);
  const boardedAt = new Map(
    problem.progress.flatMap(({ done }) =>
      done.filter(({ kind }) => kind === "pickup").map(({ tripId, at }) => [tripId, at] as const),
    ),
  );
  const at = new Map(sequence.visits.map(({ kind, tripId }, k) => [`${kind} ${tripId}`, starts[k]!]));
  for (const [k, { tripId, kind }] of sequence.visits.entries())
    if (kind === "pickup") boardedAt.set(tripId, starts[k]! + sequence.service[k]!);
  return [...new Set(sequence.trips)]
    .map((trip) => {
      const pickup = at.get(`pickup ${trip.id}`);
      const dropoff = at.get(`dropoff ${trip.id}`);
      const boarded = boardedAt.get(trip.id);
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
