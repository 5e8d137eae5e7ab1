import type { Cost } from "./cost.ts";
import type { DutyTimes } from "./duty-times.ts";
import type { TimedStretch } from "./stretch.ts";

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

/** Compares the times of a stretch with those that its visits had without the new trip. */
export function delaysOf(before: DutyTimes, after: TimedStretch): Delay[] {
  const later = new Map<string, { pickup: number; dropoff: number }>();
  let k = after.from;
  for (let to = 0; to < after.sequence.count; to++) {
    if (to === after.pickup || to === after.dropoff) continue;
    const { tripId, kind } = before.sequence.visits[k]!;
    const by = after.starts[to]! - before.starts[k]!;
    k++;
    if (by > 0) later.set(tripId, { ...(later.get(tripId) ?? { pickup: 0, dropoff: 0 }), [kind]: by });
  }
  return [...later].map(([tripId, { pickup, dropoff }]) => ({
    tripId,
    pickupLaterSeconds: pickup,
    dropoffLaterSeconds: dropoff,
  }));
}
