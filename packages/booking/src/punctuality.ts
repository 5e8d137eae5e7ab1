import { type EpochSeconds, type Seconds, seconds } from "@noriai/kernel";
import type { Booking, BookingState } from "./booking.ts";
import type { Day } from "./day.ts";
import { effectiveEvents } from "./effective-events.ts";

/**
 * How promises were kept (約束の達成), each ride held to what its rider was promised.
 *
 * - The promise is the one that the booking carries: that of the yes, or, where its rider changed the ride, that of the
 *   change. It stands. A delay that was told by notice or by phone does not move it and does not make it kept.
 * - A pickup is counted for each ride that boarded, and kept when the boarding was recorded by the end of the promised
 *   pickup window. Who boards before the window begins is in time.
 * - An arrival is counted for each ride that boarded and alighted, and kept when the alighting was recorded by the
 *   promised latest arrival.
 * - Rides that riders called off, and those that nobody came for, are not counted.
 */
export interface Punctuality {
  readonly pickups: KeptPromises;
  readonly arrivals: KeptPromises;
  /**
   * Confirmed rides that the operator called off: promises that were not kept, besides those above. A ride that the desk
   * called off for its rider when the rider could no longer do so is among them; the record does not tell them apart.
   */
  readonly calledOff: number;
}

/** kept + late = all. */
export interface KeptPromises {
  readonly all: number;
  readonly kept: number;
  readonly late: number;
  /** Thousandths of all that were kept, rounded down so that 1000 means every one; nothing when there was none. */
  readonly keptPermille: number | undefined;
  /** By how much the late ones were late; nothing when none was. */
  readonly lateness: Lateness | undefined;
}

export interface Lateness {
  /** Of an even number of late ones the greater of the two in the middle. */
  readonly median: Seconds;
  readonly largest: Seconds;
}

/** What is asked of a ride: what was promised and what was done. */
export interface PromisedRide {
  readonly promisedPickupTo: EpochSeconds;
  readonly promisedArriveBy: EpochSeconds;
  readonly boardedAt: EpochSeconds | undefined;
  readonly alightedAt: EpochSeconds | undefined;
  readonly state: BookingState;
}

/** @see D-25, FIELD §4: terms that give no guarantee */
export function punctuality(rides: readonly PromisedRide[]): Punctuality {
  const boarded = rides.flatMap(({ boardedAt, ...ride }) =>
    boardedAt === undefined ? [] : [{ ...ride, boardedAt }],
  );
  return {
    pickups: keptOf(boarded.map(({ boardedAt, promisedPickupTo }) => boardedAt - promisedPickupTo)),
    arrivals: keptOf(
      boarded.flatMap(({ alightedAt, promisedArriveBy }) =>
        alightedAt === undefined ? [] : [alightedAt - promisedArriveBy],
      ),
    ),
    calledOff: rides.filter(({ state }) => state === "cancelled_by_operator" || state === "suspended").length,
  };
}

/** @param overdue  seconds after the promised instant, of each ride; zero and less is in time */
function keptOf(overdue: readonly number[]): KeptPromises {
  const late = overdue.filter((by) => by > 0).sort((a, b) => a - b);
  const [all, kept] = [overdue.length, overdue.length - late.length];
  return {
    all,
    kept,
    late: late.length,
    keptPermille: all === 0 ? undefined : Math.floor((kept * 1000) / all),
    lateness:
      late.length === 0
        ? undefined
        : { median: seconds(late[Math.floor(late.length / 2)]!), largest: seconds(late.at(-1)!) },
  };
}

/** What punctuality needs to know of one day or several: nothing of who rode, nor from where to where. */
export interface PromisedAndDone extends Pick<Day, "taskEvents"> {
  readonly bookings: readonly Pick<Booking, "id" | "promise" | "state">[];
}

/** Each ride with what was really recorded of it. */
export function promisedRides({ bookings, taskEvents }: PromisedAndDone): readonly PromisedRide[] {
  const events = effectiveEvents({ taskEvents });
  const timesOf = (kind: "boarded" | "alighted"): ReadonlyMap<string, EpochSeconds> =>
    new Map(events.flatMap((event) => (event.kind === kind ? [[event.bookingId, event.at]] : [])));
  const [boarded, alighted] = [timesOf("boarded"), timesOf("alighted")];
  return bookings.map(({ id, promise, state }) => ({
    promisedPickupTo: promise.pickupTo,
    promisedArriveBy: promise.arriveBy,
    boardedAt: boarded.get(id),
    alightedAt: alighted.get(id),
    state,
  }));
}
