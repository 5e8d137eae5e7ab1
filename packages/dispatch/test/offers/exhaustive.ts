import type { Cost, CostWeights } from "../../src/cost.ts";
import { weigh } from "../../src/cost.ts";
import { earliestStarts } from "../../src/earliest-starts.ts";
import type { Plan, Problem, Trip } from "../../src/index.ts";
import { loosenToProjection } from "../../src/projection.ts";
import { insertTrip, roomForOneMore, type Sequence } from "../../src/sequence.ts";
import { sequencesOf } from "../../src/sequences.ts";
import { drivingSeconds, fetchArriveByRidersLate } from "../../src/timing.ts";
import { type Legs, legsOf } from "../../src/travel-times.ts";

export interface Found {
  readonly dutyId: string;
  readonly cost: Cost;
  readonly weight: number;
  readonly pickupAt: number;
  readonly dropoffAt: number;
}

/** The best place of every duty that has one, cheapest duty first: each pair of places of each duty driven in full. */
export function everyDutysBest({
  problem,
  plan,
  trip,
  weights,
}: {
  problem: Problem;
  plan: Plan;
  trip: Trip;
  weights: CostWeights;
}): Found[] {
  const legs = legsOf(problem.travelTimes);
  const found = sequencesOf({ problem, plan, legs }).map((sequence) =>
    bestOf({ base: loosenToProjection(sequence, legs), trip, legs, weights }),
  );
  // A stable sort: equal ones stay in the order of the fleet.
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => a.weight - b.weight || a.dropoffAt - b.dropoffAt);
}

function bestOf({
  base,
  trip,
  legs,
  weights,
}: {
  base: Sequence;
  trip: Trip;
  legs: Legs;
  weights: CostWeights;
}): Found | undefined {
  const before = timed(base, legs)!;
  let best: Found | undefined;
  for (let i = base.firstOpen; i <= base.count; i++)
    for (let j = i; j <= base.count; j++) {
      const target = roomForOneMore(base);
      insertTrip({ base, target, trip, pickupBefore: i, dropoffBefore: j });
      if (isOverfull(target)) continue;
      const starts = timed(target, legs);
      if (starts === undefined) continue;
      const cost = costOf({ base, before, after: target, starts, pickup: i, dropoff: j + 1, legs });
      const weight = weigh(cost, weights);
      const [pickupAt, dropoffAt] = [starts[i]!, starts[j + 1]!];
      const isWorse =
        best && (best.weight < weight || (best.weight === weight && best.dropoffAt < dropoffAt));
      if (!isWorse) best = { dutyId: base.duty.id, cost, weight, pickupAt, dropoffAt };
    }
  return best;
}

function timed(sequence: Sequence, legs: Legs): Float64Array | undefined {
  const starts = new Float64Array(sequence.count);
  if (!earliestStarts(sequence, legs, starts)) return undefined;
  fetchArriveByRidersLate({ sequence, starts }, legs);
  return starts;
}

function isOverfull({ count, duty, seatsTaken, wheelchairsTaken }: Sequence): boolean {
  for (let leg = 0; leg <= count; leg++) {
    const chairs = wheelchairsTaken[leg]!;
    if (chairs > duty.wheelchairPlaces) return true;
    if (seatsTaken[leg]! + chairs * duty.seatsPerWheelchair > duty.seats) return true;
  }
  return false;
}

function costOf({
  base,
  before,
  after,
  starts,
  pickup,
  dropoff,
  legs,
}: {
  base: Sequence;
  before: Float64Array;
  after: Sequence;
  starts: Float64Array;
  pickup: number;
  dropoff: number;
  legs: Legs;
}): Cost {
  const trip = after.trips[pickup]!;
  const riders = trip.seats + trip.wheelchairs;
  const ride = starts[dropoff]! - starts[pickup]! - trip.boardSeconds;
  const delays = base.visits.map((visit, k) => {
    if (visit.kind === "pickup") return 0;
    const at = after.visits.findIndex((one) => one.tripId === visit.tripId && one.kind === "dropoff");
    const { seats, wheelchairs } = base.trips[k]!;
    return (seats + wheelchairs) * Math.max(0, starts[at]! - before[k]!);
  });
  return {
    vehicleSeconds:
      drivingSeconds({ sequence: after, starts }, legs) -
      drivingSeconds({ sequence: base, starts: before }, legs),
    delaySeconds: delays.reduce((sum, seconds) => sum + seconds, 0),
    detourSeconds: riders * (ride - legs.freeSeconds(trip.pickupPlace, trip.dropoffPlace)),
    waitSeconds:
      riders *
      (trip.anchor === "dropoff"
        ? trip.dropoff.latest - starts[dropoff]!
        : starts[pickup]! - trip.pickup.earliest),
  };
}
