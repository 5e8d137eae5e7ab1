import type { TravelTimes } from "./travel-times.ts";

/** An interval of instants in seconds, both ends allowed. */
export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

/** What one vehicle can do in one stint of work (乗務). A vehicle may have several duties in a day. */
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
  readonly boardSeconds: number;
  readonly alightSeconds: number;
  /**
   * The end the rider fixed: `pickup` (depart at; the default) or `dropoff` (arrive by). Arrive-by riders are fetched
   * as late as costs nobody anything, and their waiting is counted before the deadline instead of after the wish.
   */
  readonly anchor?: "pickup" | "dropoff" | undefined;
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
 * A duty without progress stands at its `startPlace`, free from `startsAt`.
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
}

/** Everything the engine is told. Instants are whole seconds from one origin of the caller's choice, below 2³¹. */
export interface Problem {
  readonly travelTimes: TravelTimes;
  readonly duties: readonly Duty[];
  /** Every trip of the plan; trips that the plan does not hold are ignored by the search and named by `verify`. */
  readonly trips: readonly Trip[];
  readonly progress: readonly Progress[];
  readonly now: number;
}

/** One duty's visits in driving order. Visits already done may stay; they are known from the progress. */
export interface Route {
  readonly dutyId: string;
  readonly visits: readonly Visit[];
}

export interface Plan {
  readonly routes: readonly Route[];
}
