import type { DutyTimes } from "./duty-times.ts";
import type { Fleet } from "./fleet.ts";
import { openTrips } from "./open-trips.ts";
import type { Trip } from "./problem.ts";
import { nearestStraightPlace, rejectionAt, type StraightPlace } from "./quick-rejection.ts";
import { nearestRejection } from "./refusal.ts";
import { otherDuty } from "./rules/other-duty.ts";
import { nearestOf, type Rejection } from "./rules/rejection.ts";
import { stopClosed } from "./rules/stop-closed.ts";
import type { Sequence } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/** Why one duty cannot take the trip. */
export interface DutyReason {
  readonly dutyId: string;
  readonly vehicleId: string;
  readonly rejection: Rejection;
  /**
   * True: of all places in this duty the nearest to a yes fails by exactly this. False, in a large fleet only, for
   * duties far from a yes: one good place fails by this, and nobody looked whether another is nearer.
   */
  readonly exact: boolean;
}

/** So many duties, those nearest to a yes, are looked at place by place. */
const EXACT = 20;

/**
 * Names for every duty of a fleet that cannot take the trip what stands against it, in the fleet's order.
 *
 * Every duty is looked at quickly; those that come nearest to a yes, and those that only a ride limit can stand
 * against, place by place.
 */
export function reasonsOf({ fleet, trip }: { fleet: Fleet; trip: Trip }): DutyReason[] {
  const { duties, legs, closures, room } = fleet;
  const closed =
    stopClosed(trip.pickupPlace, trip.pickup, closures) ??
    stopClosed(trip.dropoffPlace, trip.dropoff, closures);
  const known = ({ duty }: Sequence) => otherDuty(trip, duty) ?? closed;
  const parts = openTrips(trip, closures);
  const quick = duties
    .filter(({ sequence }) => known(sequence) === undefined)
    .map((duty) => nearestStraight({ duty, parts, legs }))
    .sort((a, b) => a.distance - b.distance);
  const reasons = new Map<DutyTimes, Pick<DutyReason, "rejection" | "exact">>();
  for (const [k, { duty, ...straight }] of quick.entries()) {
    if (k < EXACT || straight.distance <= 0) {
      const all = parts.map((part) => nearestRejection({ duty, trip: part, legs, room }));
      reasons.set(duty, { rejection: nearestOf(all)!, exact: true });
    } else reasons.set(duty, { rejection: rejectionAt({ duty, ...straight, legs })!, exact: false });
  }
  return duties.map((duty) => {
    const { id: dutyId, vehicleId } = duty.sequence.duty;
    const reason = reasons.get(duty) ?? { rejection: known(duty.sequence)!, exact: true };
    return { dutyId, vehicleId, ...reason };
  });
}

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
