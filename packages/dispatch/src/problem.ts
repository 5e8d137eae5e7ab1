import type { TravelTimes } from "./travel-times.ts";

/**
 * An interval of instants in seconds, both ends allowed. Of a planned trip it may open after it closes, where a closed
 * stop is open again only after what was promised: she is served as soon as it opens, and late.
 */
export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * What one vehicle can do in one stint of work (乗務). A vehicle may have several duties in a day, one after the other:
 * a later one begins no earlier than the vehicle is back from the one before, however late that is.
 */
export interface Duty {
  readonly id: string;
  readonly vehicleId: string;
  /** Ordinary seats when no wheelchair place is used. */
  readonly seats: number;
  readonly wheelchairPlaces: number;
  /** Ordinary seats that disappear for each wheelchair place in use. */
  readonly seatsPerWheelchair: number;
  readonly startPlace: number;
  readonly endPlace: number;
  /** The vehicle leaves `startPlace` no earlier. */
  readonly startsAt: number;
  /** The vehicle is at `endPlace` no later. */
  readonly endsAt: number;
  /**
   * The longest its driver may be at work (拘束時間): from leaving `startPlace`, as late as the visits allow, to being
   * at `endPlace`. Without it only the duty's hours limit the work.
   */
  readonly workSecondsMax?: number | undefined;
}

/**
 * One party from one stop to another. For a planned trip the windows are what was promised to the rider; they are
 * hard. Windows bound the instant at which boarding or alighting begins.
 */
export interface Trip {
  readonly id: string;
  readonly pickupPlace: number;
  readonly dropoffPlace: number;
  /** Ordinary seats the party needs; riders in wheelchairs are not counted here. */
  readonly seats: number;
  readonly wheelchairs: number;
  readonly pickup: Window;
  readonly dropoff: Window;
  /** From the end of boarding to the beginning of alighting. */
  readonly rideSecondsMax: number;
  /** How long boarding and alighting take at these two stops for this party: its needs and the stops' own included. */
  readonly boardSeconds: number;
  readonly alightSeconds: number;
  /**
   * The end the rider fixed: `pickup` (depart at; the default) or `dropoff` (arrive by). Arrive-by riders are fetched
   * as late as costs nobody anything, and their waiting is counted before the deadline instead of after the wish.
   */
  readonly anchor?: "pickup" | "dropoff" | undefined;
  /** The one duty that may serve the trip: a driver's break, a rider who may only ride with one driver. */
  readonly onlyDuty?: string | undefined;
}

export type VisitKind = "pickup" | "dropoff";

export interface Visit {
  readonly tripId: string;
  readonly kind: VisitKind;
}

/** A visit that has happened; `at` is the instant it was finished (boarded, alighted). */
export interface DoneVisit extends Visit {
  readonly at: number;
}

/**
 * What has really happened in one duty so far. Riders whose pickup is done and whose drop-off is not are aboard.
 * A duty without progress stands at its `startPlace`, free from `startsAt`, or from when its vehicle is back from the
 * duty before.
 */
export interface Progress {
  readonly dutyId: string;
  /** Where the vehicle is, or where it left from towards `drivingTo`. */
  readonly place: number;
  /** The instant from which it is (was) free to leave `place`. */
  readonly freeAt: number;
  readonly done: readonly DoneVisit[];
  /** The visit it is driving to since `freeAt`: it stays the next one. */
  readonly drivingTo?: Visit | undefined;
  /** Since when it stands at the place of `drivingTo`, whose boarding or alighting is not finished yet. */
  readonly arrivedAt?: number | undefined;
  /**
   * When the vehicle left `startPlace`; only `workSecondsMax` asks. Left out, a vehicle that has done nothing and
   * stands has not left yet, one driving to its first visit left at `freeAt`, any other at the beginning of its duty.
   */
  readonly beganAt?: number | undefined;
}

/** A place that no new trip may use for a while: no boarding or alighting begins there in [from, until). */
export interface Closure {
  readonly place: number;
  readonly from: number;
  readonly until: number;
}

/** Everything the engine is told. Instants are whole seconds from one origin of the caller's choice, below 2³¹. */
export interface Problem {
  readonly travelTimes: TravelTimes;
  readonly duties: readonly Duty[];
  /** Every trip of the plan; trips that the plan does not hold are ignored by the search and named by `verify`. */
  readonly trips: readonly Trip[];
  readonly progress: readonly Progress[];
  readonly now: number;
  /** Places closed to new trips. Trips planned there before keep their promise until `react` is told of the closure. */
  readonly closures?: readonly Closure[] | undefined;
}

/** One duty's visits in driving order. Visits already done may stay; they are known from the progress. */
export interface Route {
  readonly dutyId: string;
  readonly visits: readonly Visit[];
}

export interface Plan {
  readonly routes: readonly Route[];
}
