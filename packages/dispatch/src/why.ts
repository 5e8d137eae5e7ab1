import type { Cost } from "./cost.ts";
import type { DutyTimes } from "./duty-times.ts";
import type { Visit } from "./problem.ts";
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
  const delays = new Delays();
  let k = after.from;
  for (let to = 0; to < after.sequence.count; to++) {
    if (to === after.pickup || to === after.dropoff) continue;
    delays.note(before.sequence.visits[k]!, after.starts[to]! - before.starts[k]!);
    k++;
  }
  return delays.list();
}

/** Compares the times of two plans, visit by visit. */
export function delaysBetween(
  before: ReadonlyMap<string, VisitStart>,
  after: ReadonlyMap<string, VisitStart>,
): Delay[] {
  const delays = new Delays();
  for (const [key, visit] of after) delays.note(visit, visit.at - (before.get(key)?.at ?? visit.at));
  return delays.list();
}

export interface VisitStart extends Visit {
  readonly at: number;
}

class Delays {
  readonly later = new Map<string, { pickup: number; dropoff: number }>();

  note({ tripId, kind }: Visit, by: number): void {
    if (by <= 0) return;
    const of = this.later.get(tripId) ?? { pickup: 0, dropoff: 0 };
    this.later.set(tripId, { ...of, [kind]: by });
  }

  list(): Delay[] {
    return [...this.later].map(([tripId, { pickup, dropoff }]) => ({
      tripId,
      pickupLaterSeconds: pickup,
      dropoffLaterSeconds: dropoff,
    }));
  }
}
