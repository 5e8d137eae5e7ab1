import * as dispatch from "@noriai/dispatch";
import {
  assert,
  type DutyId,
  type EpochSeconds,
  epochSeconds,
  fail,
  ok,
  type Result,
  seconds,
} from "@noriai/kernel";
import type { Offer, OfferReason, Promise as Promised } from "./booking.ts";
import type { Day } from "./day.ts";
import { searchEffort } from "./effort.ts";
import { engineTrip, promisedTrip, type TripWindows } from "./engine-trip.ts";
import { fareOf } from "./fare.ts";
import { knownDay, withLeftOut } from "./known-day.ts";
import { onceOpen } from "./once-open.ts";
import { problemOf } from "./problem.ts";
import type { Rejection } from "./rejection.ts";
import type { Ask } from "./rules/rule.ts";
import { searchWindows } from "./search-windows.ts";
import type { TripRequest } from "./trip-request.ts";
import { wholeMinute } from "./whole-minute.ts";
import type { World } from "./world.ts";

/** An offer and the plan that holds it, its promise in force. */
export interface PlannedOffer {
  readonly offer: Offer;
  readonly plan: dispatch.Plan;
  /** Riders who had a place were given another: the plan is to be taken over by `planMadeAnew`. */
  readonly isMadeAnew: boolean;
}

/** A day made ready for many questions: its problem, with vehicles that leave during a hold already on their way. */
export interface SearchSpace {
  /** As far as it is known, which is what the engine works on. */
  readonly day: Day;
  /** As it stands. */
  readonly whole: Day;
  readonly problem: dispatch.Problem;
}

/** @param holdUntil  the offer must still be drivable when it is confirmed as late as this */
export function searchSpace(world: World, day: Day, holdUntil: EpochSeconds): SearchSpace {
  const known = knownDay(world, day);
  return { day: known, whole: day, problem: problemOf(world, known, holdUntil) };
}

/**
 * Asks the engine for a place for a request that keeps the booking rules.
 *
 * What the rider will be told is put into the plan as it is told: the promise in whole minutes, never earlier than the
 * windows allow, never later. A schedule for the search windows is one for the promise too, because the promise holds
 * every instant of it.
 *
 * @param effort  how hard to try before refusing, other riders moved within their promises; without it they stay
 */
export function findOffer({
  world,
  space,
  request,
  tripId,
  effort,
}: {
  readonly world: World;
  readonly space: SearchSpace;
  readonly request: TripRequest;
  readonly tripId: string;
  readonly effort?: dispatch.Effort | undefined;
}): Result<PlannedOffer, Rejection> {
  const ask: Ask = { world, day: space.day, request };
  const windows = searchWindows(ask);
  const trip = engineTrip(world, { id: tripId, request, windows });
  const answer = dispatch.offer({ problem: space.problem, plan: space.day.plan, trip, effort });
  assert(answer.kind !== "invalid", `the engine can read the day: ${JSON.stringify(answer)}`);
  if (answer.kind === "refusal") return fail(noVehicle(answer));
  const promise = promiseOf({ windows, offer: answer.offer, mode: request.time.mode, ask });
  const times = timesAsPromised({ world, space, plan: answer.offer.plan, tripId, request, promise });
  const fare = fareOf({ service: world.service, party: request.party, rideDate: request.serviceDate });
  const dutyId = answer.offer.dutyId as DutyId;
  const plan = withLeftOut({ plan: answer.offer.plan, known: space.day, day: space.whole });
  const why = reasonOf(answer.offer);
  return ok({
    plan,
    isMadeAnew: why.moved.length > 0,
    offer: { dutyId, promise, ...times, fare, why },
  });
}

/** Other times for the same wish that the engine finds by one wide search, nearest first; instants like the wish's. */
export function nearestTimes({
  world,
  space,
  request,
  wanted,
}: {
  readonly world: World;
  readonly space: SearchSpace;
  readonly request: TripRequest;
  readonly wanted: dispatch.AlternativesWanted;
}): readonly number[] {
  const windows = searchWindows({ world, day: space.day, request });
  const trip = engineTrip(world, { id: "alternative", request, windows });
  const answer = dispatch.offer({ problem: space.problem, plan: space.day.plan, trip, alternatives: wanted });
  if (answer.kind !== "refusal") return [];
  return answer.alternatives
    .filter((other) => other.kind === "other-hour")
    .map((other) => request.time.at + other.trip.dropoff.earliest - trip.dropoff.earliest);
}

/**
 * Asks the engine again for a promise already told; for an offer whose hold has ended or that could not be held, and for
 * a rider who has lost her vehicle.
 *
 * @param departingBy  vehicles that set out by then are left to their next stop; the present when left out
 */
export function findPlaceForPromise({
  world,
  day,
  tripId,
  request,
  promise,
  departingBy = world.now,
}: {
  readonly world: World;
  readonly day: Day;
  readonly tripId: string;
  readonly request: TripRequest;
  readonly promise: Promised;
  readonly departingBy?: EpochSeconds;
}): Omit<PlannedOffer, "offer"> | undefined {
  const trip = promisedTrip(world, { id: tripId, request, promise });
  const known = knownDay(world, day);
  const effort = searchEffort(world, request);
  const problem = problemOf(world, known, departingBy);
  const answer = dispatch.offer({ problem, plan: known.plan, trip, effort });
  assert(answer.kind !== "invalid", `the engine can read the day: ${JSON.stringify(answer)}`);
  if (answer.kind === "refusal") return undefined;
  const { plan, moved } = answer.offer;
  return { plan: withLeftOut({ plan, known, day }), isMadeAnew: moved.length > 0 };
}

function noVehicle({ certainty, summary, reasons }: dispatch.Refusal): Rejection {
  return {
    kind: "no-vehicle",
    certainty,
    summary,
    duties: reasons.map(({ dutyId, rejection }) => ({ dutyId: dutyId as DutyId, reason: rejection })),
  };
}

function reasonOf({ cost, moved, why: { runnerUp, delays } }: dispatch.Offer): OfferReason {
  return {
    driving: seconds(cost.vehicleSeconds),
    ...(runnerUp && {
      runnerUp: { dutyId: runnerUp.dutyId as DutyId, driving: seconds(runnerUp.cost.vehicleSeconds) },
    }),
    delays: delays.map(({ tripId, pickupLaterSeconds, dropoffLaterSeconds }) => ({
      tripId,
      pickupLater: seconds(pickupLaterSeconds),
      dropoffLater: seconds(dropoffLaterSeconds),
    })),
    moved,
  };
}

/**
 * What the rider is told. Depart-at: the search windows as they are. Arrive-by: the latest pickup window of the length
 * that the service tells in which this plan still arrives in time; a rider who fixes the arrival does not want to be
 * fetched half an hour early.
 */
function promiseOf({
  windows,
  offer,
  mode,
  ask,
}: {
  readonly windows: TripWindows;
  readonly offer: dispatch.Offer;
  readonly mode: "depart" | "arrive";
  readonly ask: Ask;
}): Promised {
  const { pickup, dropoff, rideMax } = windows;
  const common = { arriveBy: epochSeconds(dropoff.latest), rideMax: seconds(rideMax) };
  if (mode === "depart")
    return { pickupFrom: epochSeconds(pickup.earliest), pickupTo: epochSeconds(pickup.latest), ...common };
  const { pickupWindow, pickupWindowLeast } = ask.world.service.standards;
  const first = wholeMinute(offer.pickupAt, "up");
  const last = wholeMinute(offer.pickupLatest, "down");
  const pickupTo = last < first ? Math.min(first, pickup.latest) : last; // less than a whole minute of choice
  const from = Math.min(Math.max(first, pickupTo - pickupWindow), pickupTo - pickupWindowLeast);
  // Told a little early where the plan is tight: the rider waits a moment, and no vehicle seems late.
  return {
    pickupFrom: epochSeconds(Math.max(from, pickup.earliest)),
    pickupTo: epochSeconds(pickupTo),
    ...common,
  };
}

/** When the plan carries the trip under its promise. A promise just made is kept; anything else is a bug. */
function timesAsPromised({
  world,
  space,
  plan,
  tripId,
  request,
  promise,
}: {
  readonly world: World;
  readonly space: SearchSpace;
  readonly plan: dispatch.Plan;
  readonly tripId: string;
  readonly request: TripRequest;
  readonly promise: Promised;
}): Pick<Offer, "pickupAt" | "dropoffAt"> {
  const promised = promisedTrip(world, { id: tripId, request, promise });
  const trip = onceOpen(promised, { day: space.day, request, dutyId: undefined });
  const problem = { ...space.problem, trips: [...space.problem.trips, trip] };
  const visits = dispatch
    .schedule({ problem, plan })
    .duties.flatMap((duty) => duty.visits)
    .filter((visit) => visit.tripId === tripId);
  const [pickup, dropoff] = visits;
  assert(
    pickup !== undefined && dropoff !== undefined && visits.every(({ lateSeconds }) => lateSeconds === 0),
    `a promise just made can be kept: ${JSON.stringify(visits)}`,
  );
  return { pickupAt: epochSeconds(pickup.start), dropoffAt: epochSeconds(dropoff.start) };
}
