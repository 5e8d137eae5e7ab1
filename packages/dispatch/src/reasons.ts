import type { Fleet } from "./fleet.ts";
import { openTrips } from "./open-trips.ts";
import type { Trip } from "./problem.ts";
import { nearestRejection } from "./refusal.ts";
import { distance, type Rejection } from "./rules/rejection.ts";
import { stopClosed } from "./rules/stop-closed.ts";

/** Why one duty cannot take the trip. */
export interface DutyReason {
  readonly dutyId: string;
  readonly vehicleId: string;
  readonly rejection: Rejection;
  /**
   * True: the place nearest to a yes was driven, and fails by exactly this. False (only far from a yes, in a large
   * fleet): every place in this duty fails by at least this much.
   */
  readonly exact: boolean;
}

/** Names for every duty of a fleet that cannot take the trip what stands against it, in the fleet's order. */
export function reasonsOf({ fleet, trip }: { fleet: Fleet; trip: Trip }): DutyReason[] {
  const { duties, legs, closures } = fleet;
  const closed =
    stopClosed(trip.pickupPlace, trip.pickup, closures) ??
    stopClosed(trip.dropoffPlace, trip.dropoff, closures);
  const parts = openTrips(trip, closures);
  return duties.map((duty) => {
    const { id: dutyId, vehicleId } = duty.sequence.duty;
    const rejection = closed ?? nearest(parts.map((part) => nearestRejection({ duty, trip: part, legs })));
    return { dutyId, vehicleId, rejection, exact: true };
  });
}

function nearest(rejections: readonly Rejection[]): Rejection {
  return rejections.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}
