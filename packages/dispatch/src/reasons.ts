import type { DutyTimes } from "./duty-times.ts";
import { type FarOff, farRejection } from "./far-off.ts";
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
export function reasonsOf(question: { fleet: Fleet; trip: Trip; farOff: FarOff }): DutyReason[] {
  const { fleet, trip, farOff } = question;
  const { legs, closures, room } = fleet;
  const { duties } = fleet.problem;
  const closed =
    stopClosed(trip.pickupPlace, trip.pickup, closures) ??
    stopClosed(trip.dropoffPlace, trip.dropoff, closures);
  const known = duties.map((duty) => otherDuty(trip, duty) ?? closed);
  const parts = openTrips(trip, closures);
  const near = lookOver({ fleet, farOff, open: farOff.ranked.filter((d) => known[d] === undefined), parts });
  const reasons: (Reasoned | undefined)[] = new Array(duties.length).fill(undefined);
  for (const [rank, { duty, ...straight }] of near.entries())
    reasons[duty.index] =
      rank < EXACT || straight.distance <= 0
        ? { rejection: lookClosely(duty, Math.max(straight.distance, CLOSE)), exact: true }
        : { rejection: rejectionAt({ duty, ...straight, legs })!, exact: false };
  return duties.map(({ id, vehicleId }, d) => {
    const rejection = known[d] ?? reasons[d]?.rejection ?? farRejection({ ...question, d });
    return {
      dutyId: id,
      vehicleId,
      rejection,
      exact: known[d] !== undefined || (reasons[d]?.exact ?? false),
    };
  });

  function lookClosely(duty: DutyTimes, reach: number): Rejection {
    return nearestOf(parts.map((part) => nearestRejection({ duty, trip: part, legs, room, reach })))!;
  }
}

type Reasoned = Pick<DutyReason, "rejection" | "exact">;
type Straight = StraightPlace & { readonly duty: DutyTimes; readonly trip: Trip };

/**
 * Drives the trip straight on in the duties that may be nearest to a yes: in the order of what each misses at least,
 * until the next misses more than the twelfth of those seen does in truth.
 *
 * @param open  the duties that come into question, the nearest first
 * @returns the duties that were driven, the nearest to a yes first
 */
function lookOver({
  fleet,
  farOff: { distance },
  open,
  parts,
}: {
  fleet: Fleet;
  farOff: FarOff;
  open: readonly number[];
  parts: readonly Trip[];
}): readonly Straight[] {
  const near: Straight[] = [];
  for (const [k, d] of open.entries()) {
    if (open.length > EXACT && distance[d]! > FAR) break;
    if (k >= EXACT && distance[d]! > Math.max(0, near[EXACT - 1]!.distance)) break;
    putInOrder(near, nearestStraight({ duty: fleet.duties[d]!, parts, legs: fleet.legs }));
  }
  return near;
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
