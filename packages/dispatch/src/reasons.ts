import type { DutyTimes } from "./duty-times.ts";
import { farRejection, howFarOff, type PickupPlace } from "./far-off.ts";
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
 * Every duty is asked how far off it is at least. Those that may be nearest are looked at quickly, until no other can
 * be nearer than the twelve found; these, and those that only a ride limit can stand against, place by place.
 */
export function reasonsOf({ fleet, trip }: { fleet: Fleet; trip: Trip }): DutyReason[] {
  const { duties, legs, closures, room } = fleet;
  const closed =
    stopClosed(trip.pickupPlace, trip.pickup, closures) ??
    stopClosed(trip.dropoffPlace, trip.dropoff, closures);
  const parts = openTrips(trip, closures);
  const reasons: (Reasoned | undefined)[] = duties.map(({ sequence }) => {
    const known = otherDuty(trip, sequence.duty) ?? closed;
    return known && { rejection: known, exact: true };
  });
  const open = duties.filter((_, d) => reasons[d] === undefined);
  const { near, far } = lookOver({ open, fleet, trip, parts });
  for (const [rank, { duty, ...straight }] of near.entries())
    reasons[duty.index] =
      rank < EXACT || straight.distance <= 0
        ? { rejection: lookClosely(duty, Math.max(straight.distance, CLOSE)), exact: true }
        : { rejection: rejectionAt({ duty, ...straight, legs })!, exact: false };
  for (const { duty, off } of far)
    reasons[duty.index] = { rejection: farRejection(duty, off, trip), exact: false };
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

/** A duty, and what it misses the pickup by at least. */
interface Bounded {
  readonly duty: DutyTimes;
  readonly off: PickupPlace;
}

/**
 * Drives the trip straight on in the duties that may be nearest to a yes: in the order of what each misses at least,
 * until the next misses more than the twelfth of those seen does in truth.
 *
 * @returns the duties that were driven, the nearest to a yes first, and the rest
 */
function lookOver({
  open,
  fleet,
  trip,
  parts,
}: {
  open: readonly DutyTimes[];
  fleet: Fleet;
  trip: Trip;
  parts: readonly Trip[];
}): { readonly near: readonly Straight[]; readonly far: readonly Bounded[] } {
  const farOff = howFarOff(fleet, trip);
  const bounded = open.map((duty) => ({ duty, off: farOff(duty.index) }));
  const isSmall = open.length <= EXACT;
  const far = bounded.filter(({ off }) => !isSmall && off.distance > FAR);
  const ranked = bounded
    .filter(({ off }) => isSmall || off.distance <= FAR)
    .sort((a, b) => a.off.distance - b.off.distance);
  const near: Straight[] = [];
  for (const [k, { duty, off }] of ranked.entries()) {
    if (k >= EXACT && off.distance > Math.max(0, near[EXACT - 1]!.distance))
      return { near, far: [...far, ...ranked.slice(k)] };
    putInOrder(near, nearestStraight({ duty, parts, legs: fleet.legs }));
  }
  return { near, far };
}

function putInOrder(ascending: Straight[], one: Straight): void {
  let k = ascending.length;
  while (k > 0 && ascending[k - 1]!.distance > one.distance) k--;
  ascending.splice(k, 0, one);
}

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
