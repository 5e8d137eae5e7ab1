import type { Cost, Timed } from "./cost.ts";
import { visitKey } from "./sequence.ts";

/** Why this vehicle, and what the trip costs the riders who were there before. */
export interface Why {
  /** The next best duty with what the trip would cost there; undefined when no other duty can take it. */
  readonly runnerUp: { readonly dutyId: string; readonly vehicleId: string; readonly cost: Cost } | undefined;
  /** The planned trips that come later than before, all within their promise, in driving order. */
  readonly delays: readonly Delay[];
}

/** How much later one planned trip comes; seconds, 0 where it does not. */
export interface Delay {
  readonly tripId: string;
  readonly pickupLaterSeconds: number;
  readonly dropoffLaterSeconds: number;
}

/** Compares one duty's times without and with a new trip. */
export function delaysOf(before: Timed, after: Timed): Delay[] {
  const was = new Map(before.sequence.visits.map((visit, k) => [visitKey(visit), before.starts[k]!]));
  const later = new Map<string, { pickup: number; dropoff: number }>();
  for (const [k, visit] of after.sequence.visits.entries()) {
    const by = after.starts[k]! - (was.get(visitKey(visit)) ?? Number.POSITIVE_INFINITY);
    if (by <= 0) continue;
    const of = later.get(visit.tripId) ?? { pickup: 0, dropoff: 0 };
    later.set(visit.tripId, { ...of, [visit.kind]: by });
  }
  return [...later].map(([tripId, { pickup, dropoff }]) => ({
    tripId,
    pickupLaterSeconds: pickup,
    dropoffLaterSeconds: dropoff,
  }));
}
