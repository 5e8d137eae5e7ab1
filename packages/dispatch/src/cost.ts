import type { DutyTimes } from "./duty-times.ts";
import type { Sequence } from "./sequence.ts";
import type { TimedStretch } from "./stretch.ts";
import { drivingSeconds } from "./timing.ts";
import type { Legs } from "./travel-times.ts";

/** What an offer costs whom. */
export interface Cost {
  /** Seconds of driving added to the duty, the way to its end place included; waiting and standing are not driving. */
  readonly vehicleSeconds: number;
  /** Later arrivals of riders already planned, in rider-seconds. */
  readonly delaySeconds: number;
  /** The new riders' time aboard beyond the direct way at free flow, in rider-seconds. */
  readonly detourSeconds: number;
  /** The new riders' distance from their wish: after the pickup window opens, or before the deadline; rider-seconds. */
  readonly waitSeconds: number;
}

/** What one second of each part weighs; whole numbers. */
export interface CostWeights {
  readonly vehicleSecond: number;
  readonly delaySecond: number;
  readonly detourSecond: number;
  readonly waitSecond: number;
}

/** Vehicle time first; among equals the riders' time aboard, then their waiting. */
export const defaultWeights: CostWeights = {
  vehicleSecond: 10,
  delaySecond: 3,
  detourSecond: 3,
  waitSecond: 1,
};

export function weigh(cost: Cost, weights: CostWeights): number {
  return (
    cost.vehicleSeconds * weights.vehicleSecond +
    cost.delaySeconds * weights.delaySecond +
    cost.detourSeconds * weights.detourSecond +
    cost.waitSeconds * weights.waitSecond
  );
}

/** One duty's sequence with the times it is to be driven at. */
export interface Timed {
  readonly sequence: Sequence;
  readonly starts: Float64Array;
}

/** The cost of inserting a trip: what changes within the stretch is all that changes. */
export function costOf({ duty, after, legs }: { duty: DutyTimes; after: TimedStretch; legs: Legs }): Cost {
  const { from, to, pickup, dropoff } = after;
  const trip = after.sequence.trips[pickup]!;
  const riders = trip.seats + trip.wheelchairs;
  const pickupAt = after.starts[pickup]!;
  const dropoffAt = after.starts[dropoff]!;
  const ride = dropoffAt - pickupAt - trip.boardSeconds;
  const wait = trip.anchor === "dropoff" ? trip.dropoff.latest - dropoffAt : pickupAt - trip.pickup.earliest;
  return {
    vehicleSeconds: drivingSeconds(after, legs) - (duty.drivenBefore[to + 1]! - duty.drivenBefore[from]!),
    delaySeconds: delaySeconds(duty, after),
    detourSeconds: riders * (ride - legs.freeSeconds(trip.pickupPlace, trip.dropoffPlace)),
    waitSeconds: riders * wait,
  };
}

function delaySeconds(duty: DutyTimes, { sequence, starts, from, pickup, dropoff }: TimedStretch): number {
  let sum = 0;
  let k = from;
  for (let to = 0; to < sequence.count; to++) {
    if (to === pickup || to === dropoff) continue;
    if (sequence.rideSpan[to]! >= 0) {
      const { seats, wheelchairs } = sequence.trips[to]!;
      sum += (seats + wheelchairs) * Math.max(0, starts[to]! - duty.starts[k]!);
    }
    k++;
  }
  return sum;
}
