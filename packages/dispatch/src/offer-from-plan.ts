import { assert } from "./assert.ts";
import type { Offer } from "./cheapest-offer.ts";
import type { Cost } from "./cost.ts";
import type { DutyTimes } from "./duty-times.ts";
import { type Fleet, fleetOf } from "./fleet.ts";
import { movedTrips } from "./moved-trips.ts";
import type { Plan, Trip } from "./problem.ts";
import { visitKey } from "./sequence.ts";
import { type Delay, delaysBetween, type VisitStart } from "./why.ts";

/** Reads the offer for a trip off a plan that has it: when, where, and what changed for whom. */
export function offerFromPlan({ fleet, trip, plan }: { fleet: Fleet; trip: Trip; plan: Plan }): Offer {
  const others = fleet.problem.trips.filter(({ id }) => id !== trip.id);
  const after = fleetOf({ problem: { ...fleet.problem, trips: [...others, trip] }, plan });
  const duty = after.duties.find(({ sequence }) => sequence.trips.includes(trip));
  assert(duty !== undefined, `the plan made for trip ${trip.id} does not hold it`);
  const of = (kind: string) =>
    duty.sequence.visits.findIndex((visit) => visit.tripId === trip.id && visit.kind === kind);
  const pickupAt = duty.starts[of("pickup")]!;
  const dropoffAt = duty.starts[of("dropoff")]!;
  const delays = delaysBetween(startsOf(fleet.duties), startsOf(after.duties));
  return {
    trip,
    dutyId: duty.sequence.duty.id,
    vehicleId: duty.sequence.duty.vehicleId,
    plan,
    pickupAt,
    pickupLatest: duty.latestStarts[of("pickup")]!,
    dropoffAt,
    rideSeconds: dropoffAt - pickupAt - trip.boardSeconds,
    cost: costBetween({ fleet, after, trip, delays, pickupAt, dropoffAt }),
    moved: movedTrips(fleet.plan, plan, trip.id),
    why: { runnerUp: undefined, delays },
  };
}

function startsOf(duties: readonly DutyTimes[]): Map<string, VisitStart> {
  return new Map(
    duties.flatMap(({ sequence, starts }) =>
      sequence.visits.map((visit, k) => [visitKey(visit), { ...visit, at: starts[k]! }]),
    ),
  );
}

/** The cost as of an insertion, over the whole fleet. */
function costBetween({
  fleet,
  after,
  trip,
  delays,
  pickupAt,
  dropoffAt,
}: {
  fleet: Fleet;
  after: Fleet;
  trip: Trip;
  delays: readonly Delay[];
  pickupAt: number;
  dropoffAt: number;
}): Cost {
  const riders = trip.seats + trip.wheelchairs;
  const ride = dropoffAt - pickupAt - trip.boardSeconds;
  const wait = trip.anchor === "dropoff" ? trip.dropoff.latest - dropoffAt : pickupAt - trip.pickup.earliest;
  const ridersOf = new Map(
    fleet.problem.trips.map(({ id, seats, wheelchairs }) => [id, seats + wheelchairs]),
  );
  return {
    vehicleSeconds: drivenBy(after) - drivenBy(fleet),
    delaySeconds: delays.reduce(
      (sum, { tripId, dropoffLaterSeconds }) => sum + ridersOf.get(tripId)! * dropoffLaterSeconds,
      0,
    ),
    detourSeconds: riders * (ride - fleet.legs.freeSeconds(trip.pickupPlace, trip.dropoffPlace)),
    waitSeconds: riders * wait,
  };
}

function drivenBy({ duties }: Fleet): number {
  return duties.reduce((sum, { drivenBefore }) => sum + drivenBefore.at(-1)!, 0);
}
