import type { Sequence } from "./sequence.ts";
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

/** The cost of inserting the trip whose visits stand at `pickup` and `dropoff` of `after`. */
export function costOf({
  before,
  after,
  pickup,
  dropoff,
  legs,
}: {
  before: Timed;
  after: Timed;
  pickup: number;
  dropoff: number;
  legs: Legs;
}): Cost {
  const trip = after.sequence.trips[pickup]!;
  const riders = trip.seats + trip.wheelchairs;
  const pickupAt = after.starts[pickup]!;
  const dropoffAt = after.starts[dropoff]!;
  const ride = dropoffAt - pickupAt - trip.boardSeconds;
  const wait = trip.anchor === "dropoff" ? trip.dropoff.latest - dropoffAt : pickupAt - trip.pickup.earliest;
  return {
    vehicleSeconds: drivingSeconds(after, legs) - drivingSeconds(before, legs),
    delaySeconds: delaySeconds({ before, after, pickup, dropoff }),
    detourSeconds: riders * (ride - legs.freeSeconds(trip.pickupPlace, trip.dropoffPlace)),
    waitSeconds: riders * wait,
  };
}

function delaySeconds({
  before,
  after,
  pickup,
  dropoff,
}: {
  before: Timed;
  after: Timed;
  pickup: number;
  dropoff: number;
}): number {
  let sum = 0;
  let k = 0;
  for (let to = 0; to < after.sequence.count; to++) {
    if (to === pickup || to === dropoff) continue;
    if (after.sequence.rideSpan[to]! >= 0) {
      const { seats, wheelchairs } = after.sequence.trips[to]!;
      sum += (seats + wheelchairs) * Math.max(0, after.starts[to]! - before.starts[k]!);
    }
    k++;
  }
  return sum;
}
