import type { Offer } from "./cheapest-offer.ts";
import type { CostWeights } from "./cost.ts";
import type { FarOff } from "./far-off.ts";
import type { Fleet } from "./fleet.ts";
import { otherHours } from "./other-hours.ts";
import { otherStop } from "./other-stops.ts";
import type { Trip } from "./problem.ts";
import { laterArrival, longerRide } from "./relaxed.ts";
import { splitParty } from "./split-party.ts";

/** Which alternatives a refused rider may be offered: other hours always, the other kinds where they are asked for. */
export interface AlternativesWanted {
  /** No boarding begins earlier (opening hour, earliest bookable instant). */
  readonly earliest: number;
  /** No alighting begins later. */
  readonly latest: number;
  /** How many other hours at most. */
  readonly count: number;
  /** Offered pickups (arrive-by: drop-offs) lie at least this far from each other. Default: ten minutes. */
  readonly apartSeconds?: number | undefined;
  /** Both windows are shifted, limits relaxed, by whole multiples of this. Default: one minute. */
  readonly stepSeconds?: number | undefined;
  /** Stops to which the rider could walk instead. */
  readonly stops?:
    | {
        readonly pickup?: readonly NearbyStop[] | undefined;
        readonly dropoff?: readonly NearbyStop[] | undefined;
      }
    | undefined;
  /** May the party ride in two parts? Default: no. */
  readonly splitParty?: boolean | undefined;
  /** By how much the rider may be asked to arrive later or to ride longer, in seconds. Default: not at all. */
  readonly relax?:
    | { readonly arrivalSecondsMax?: number | undefined; readonly rideSecondsMax?: number | undefined }
    | undefined;
}

/** A stop within a walk of the one that was asked for. */
export interface NearbyStop {
  readonly place: number;
  readonly walkMeters: number;
}

/** An offer at another hour: both windows of the request shifted by one amount. */
export interface OtherHour extends Offer {
  readonly kind: "other-hour";
  /** How much later (earlier: below zero) the request's windows were shifted. */
  readonly shiftSeconds: number;
}

/** An offer from or to another stop (`trip.pickupPlace`, `trip.dropoffPlace`), the hours as wished. */
export interface OtherStop extends Offer {
  readonly kind: "other-stop";
  readonly pickupWalkMeters: number;
  readonly dropoffWalkMeters: number;
}

/** Two offers that together carry the party; the second holds in the plan of the first. */
export interface SplitParty {
  readonly kind: "split-party";
  /** The trip as it was asked for; the parts' ids are its id with "/1" and "/2", or the next that are free. */
  readonly trip: Trip;
  readonly parts: readonly [Offer, Offer];
  /** The plan with both parts in it. */
  readonly plan: Offer["plan"];
  /** The first boarding and the last alighting of the two. */
  readonly pickupAt: number;
  readonly dropoffAt: number;
}

/** An offer whose rider arrives later than asked for; no smaller number of whole steps would do. */
export interface LaterArrival extends Offer {
  readonly kind: "later-arrival";
  readonly relaxedSeconds: number;
}

/** An offer whose rider rides longer than the limit; no smaller number of whole steps would do. */
export interface LongerRide extends Offer {
  readonly kind: "longer-ride";
  readonly relaxedSeconds: number;
}

/** Another way to make the trip that can really be booked now. */
export type Alternative = OtherHour | OtherStop | SplitParty | LaterArrival | LongerRide;

/**
 * Finds what can be offered instead: other hours, nearest first; then the stop that asks the least walk, the least
 * later arrival, the least longer ride and the party in two parts, where the caller allows them.
 *
 * Each is an offer like any other, feasible in the plan as it is. Taking one may use up another.
 */
export function alternativesOf(wish: {
  fleet: Fleet;
  trip: Trip;
  farOff: FarOff;
  wanted: AlternativesWanted;
  weights: CostWeights;
}): Alternative[] {
  const { stops, splitParty: maySplit = false, relax } = wish.wanted;
  const others = [
    stops && otherStop({ ...wish, stops }),
    relax && laterArrival(wish),
    relax && longerRide(wish),
    maySplit ? splitParty(wish) : undefined,
  ];
  return [...otherHours(wish), ...others.filter((other) => other !== undefined)];
}
