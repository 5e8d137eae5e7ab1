import type { DutyTimes } from "./duty-times.ts";
import { farRejection, howFarOff } from "./far-off.ts";
import type { Fleet } from "./fleet.ts";
import { openTrips } from "./open-trips.ts";
import type { Trip } from "./problem.ts";
import { nearestStraightPlace, rejectionAt, type StraightPlace } from "./quick-rejection.ts";
import { nearestRejection } from "./refusal.ts";
import { otherDuty } from "./rules/other-duty.ts";
import { nearestOf, type Rejection } from "./rules/rejection.ts";
import { stopClosed } from "./rules/stop-closed.ts";
import type { Legs } from "./travel-times.ts";

/** Why one duty cannot take the trip. */
export interface DutyReason {
  readonly dutyId: string;
  readonly vehicleId: string;
  readonly rejection: Rejection;
  /**
   * True: of all places in this duty the nearest to a yes fails by exactly this. False, in a large fleet only, for
   * duties far from a yes: one good place fails by this at least, and nobody looked whether another is nearer.
   */
  readonly exact: boolean;
}

/** So many duties, those nearest to a yes, are looked at place by place. */
const EXACT = 12;

/** At least so many seconds from a yes we look at once. */
const CLOSE = 60;

/** Duties that miss the pickup by more seconds than this are far off. */
const FAR = 1800;

/**
 * Names for every duty of a fleet that cannot take the trip what stands against it, in the fleet's order.
 *
 * Every duty is asked how far off it is; those that are not far are looked at quickly; those that come nearest to a
 * yes, and those that only a ride limit can stand against, place by place.
 */
export function reasonsOf({ fleet, trip }: { fleet: Fleet; trip: Trip }): DutyReason[] {
  const { duties, legs, closures, room } = fleet;
  const closed =
    stopClosed(trip.pickupPlace, trip.pickup, closures) ??
    stopClosed(trip.dropoffPlace, trip.dropoff, closures);
  const parts = openTrips(trip, closures);
  const isFew = duties.length <= EXACT;
  const farOff = howFarOff(fleet, trip);
  const reasons: (Reasoned | undefined)[] = duties.map((duty, d) => {
    const known = otherDuty(trip, duty.sequence.duty) ?? closed;
    if (known !== undefined) return { rejection: known, exact: true };
    if (isFew) return undefined;
    const off = farOff(d);
    return off.distance > FAR ? { rejection: farRejection(duty, off, trip), exact: false } : undefined;
  });
  const nearer = duties
    .filter((_, d) => reasons[d] === undefined)
    .map((duty) => nearestStraight({ duty, parts, legs }))
    .sort((a, b) => a.distance - b.distance);
  for (const [rank, { duty, ...straight }] of nearer.entries())
    reasons[duty.index] =
      rank < EXACT || straight.distance <= 0
        ? { rejection: lookClosely(duty, Math.max(straight.distance, CLOSE)), exact: true }
        : { rejection: rejectionAt({ duty, ...straight, legs })!, exact: false };
  return duties.map(({ sequence: { duty } }, d) => ({
    dutyId: duty.id,
    vehicleId: duty.vehicleId,
    ...reasons[d]!,
  }));

  function lookClosely(duty: DutyTimes, reach: number): Rejection {
    return nearestOf(parts.map((part) => nearestRejection({ duty, trip: part, legs, room, reach })))!;
  }
}

type Reasoned = Pick<DutyReason, "rejection" | "exact">;
type Straight = StraightPlace & { readonly duty: DutyTimes; readonly trip: Trip };

function nearestStraight({
  duty,
  parts,
  legs,
}: {
  duty: DutyTimes;
  parts: readonly Trip[];
  legs: Legs;
}): Straight {
  const all = parts.map((trip) => ({ duty, trip, ...nearestStraightPlace({ duty, trip, legs }) }));
  return all.reduce((a, b) => (b.distance < a.distance ? b : a));
}
