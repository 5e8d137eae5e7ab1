import {
  type BookingId,
  type DutyId,
  type EpochSeconds,
  type ServiceDate,
  type StopId,
  timeOfDayOf,
  type VehicleId,
  type Yen,
  yen,
} from "@noriai/kernel";
import type { Booking, BookingState, Refusal } from "./booking.ts";
import { isOperatingDay } from "./calendar.ts";
import type { Day } from "./day.ts";
import { collectedFor, effectiveEvents } from "./effective-events.ts";
import { FARE_CLASSES, type Party, personsOf } from "./fare-class.ts";
import { type Punctuality, punctuality } from "./punctuality.ts";
import type { Channel, Service } from "./service.ts";

/** One booking as it went (乗降データ): promised, done, paid. 仕様書 5-(4)-④ */
export interface BoardingRecord {
  readonly serviceDate: ServiceDate;
  readonly bookingId: BookingId;
  /** The run (便) and vehicle that carried or was to carry it; unknown once it left the plan unridden. */
  readonly dutyId: DutyId | undefined;
  readonly vehicleId: VehicleId | undefined;
  readonly from: StopId;
  readonly to: StopId;
  readonly promisedPickupFrom: EpochSeconds;
  readonly promisedPickupTo: EpochSeconds;
  readonly promisedArriveBy: EpochSeconds;
  readonly boardedAt: EpochSeconds | undefined;
  readonly alightedAt: EpochSeconds | undefined;
  readonly party: Party;
  readonly wheelchairs: number;
  /** What those who boarded owe; nothing is owed for a ride that was not made. */
  readonly fareDue: Yen;
  readonly fareCollected: Yen;
  readonly channel: Channel;
  readonly bookedAt: EpochSeconds;
  readonly state: BookingState;
  /** Another booking was aboard at the same time (乗合). D-08 */
  readonly shared: boolean;
}

/** Usage results (利用実績). A ride is a booking that boarded; persons are counted by ride. 仕様書 5-(4)-⑥ */
export interface UsageTotals {
  readonly operatingDays: number;
  readonly bookings: number;
  readonly rides: number;
  readonly persons: number;
  readonly personsByClass: Party;
  readonly cancelled: number;
  readonly noShows: number;
  readonly refusals: number;
  readonly sharedRides: number;
  /** Thousandths of all rides that shared the vehicle (乗合率); nothing when there was no ride. D-08 */
  readonly poolingPermille: number | undefined;
  readonly fareDue: Yen;
  readonly fareCollected: Yen;
  readonly ridesByChannel: Readonly<Record<Channel, number>>;
}

export interface ServiceReport {
  readonly records: readonly BoardingRecord[];
  readonly totals: UsageTotals;
  readonly punctuality: Punctuality;
  readonly byDay: readonly {
    readonly serviceDate: ServiceDate;
    readonly rides: number;
    readonly persons: number;
  }[];
  /** Hours of the service's clock in which anybody boarded or was refused (by the wished time). */
  readonly byHour: readonly { readonly hour: number; readonly rides: number; readonly refusals: number }[];
  /** Persons by stop. */
  readonly byStop: readonly {
    readonly stopId: StopId;
    readonly boarded: number;
    readonly alighted: number;
  }[];
}

/**
 * The service report (報告) of some days: computed from what was recorded, never typed.
 *
 * @param days  in any order; the records come in order of date and promised pickup
 * @param refusals  of the same days, for unmet demand
 */
export function serviceReport({
  service,
  days,
  refusals = [],
}: {
  readonly service: Service;
  readonly days: readonly Day[];
  readonly refusals?: readonly Refusal[];
}): ServiceReport {
  const records = days
    .flatMap(boardingRecords)
    .sort((a, b) => a.promisedPickupFrom - b.promisedPickupFrom || (a.bookingId < b.bookingId ? -1 : 1));
  const hourOf = (at: EpochSeconds) => Number(timeOfDayOf(at, service.timeZone).slice(0, 2));
  return {
    records,
    totals: totalsOf({ service, days, records, refusals }),
    punctuality: punctuality(records),
    byDay: byDayOf(days, records),
    byHour: byHourOf(
      records.flatMap(({ boardedAt }) => (boardedAt === undefined ? [] : [hourOf(boardedAt)])),
      refusals.map(({ request }) => hourOf(request.time.at)),
    ),
    byStop: byStopOf(service, records),
  };
}

/** The boarding records of one day, one for each booking. */
function boardingRecords(day: Day): readonly BoardingRecord[] {
  const rides = [...day.bookings.values()].map((booking) => ({ booking, ride: rideOf(day, booking) }));
  return rides.map(({ booking, ride }) => {
    const { id, request, promise, fare, state, bookedAt } = booking;
    return {
      serviceDate: day.serviceDate,
      bookingId: id,
      dutyId: ride.dutyId,
      vehicleId: day.duties.find((duty) => duty.id === ride.dutyId)?.vehicleId,
      from: request.from,
      to: request.to,
      promisedPickupFrom: promise.pickupFrom,
      promisedPickupTo: promise.pickupTo,
      promisedArriveBy: promise.arriveBy,
      boardedAt: ride.boardedAt,
      alightedAt: ride.alightedAt,
      party: request.party,
      wheelchairs: request.wheelchairs,
      fareDue: ride.boardedAt === undefined ? yen(0) : fare.total,
      fareCollected: collectedFor(day, id)?.amount ?? yen(0),
      channel: request.channel,
      bookedAt,
      state,
      shared: rides.some((other) => other.booking.id !== id && wereTogether(ride, other.ride)),
    };
  });
}

interface Ride {
  readonly dutyId: DutyId | undefined;
  readonly boardedAt: EpochSeconds | undefined;
  readonly alightedAt: EpochSeconds | undefined;
}

function rideOf(day: Day, { id }: Booking): Ride {
  const events = effectiveEvents(day);
  const boarded = events.find((event) => event.kind === "boarded" && event.bookingId === id);
  const alighted = events.find((event) => event.kind === "alighted" && event.bookingId === id);
  const missed = events.find((event) => event.kind === "no-show" && event.bookingId === id);
  const planned = day.plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === id))?.dutyId;
  return {
    dutyId: boarded?.dutyId ?? missed?.dutyId ?? (planned as DutyId | undefined),
    boardedAt: boarded?.at,
    alightedAt: alighted?.at,
  };
}

/** Were two parties aboard the same vehicle for more than an instant? */
function wereTogether(a: Ride, b: Ride): boolean {
  if (a.dutyId !== b.dutyId || a.boardedAt === undefined || b.boardedAt === undefined) return false;
  const [aEnd, bEnd] = [a.alightedAt ?? Number.POSITIVE_INFINITY, b.alightedAt ?? Number.POSITIVE_INFINITY];
  return a.boardedAt < bEnd && b.boardedAt < aEnd;
}

function totalsOf({
  service,
  days,
  records,
  refusals,
}: {
  readonly service: Service;
  readonly days: readonly Day[];
  readonly records: readonly BoardingRecord[];
  readonly refusals: readonly Refusal[];
}): UsageTotals {
  const rides = records.filter(({ boardedAt }) => boardedAt !== undefined);
  const count = (matches: (record: BoardingRecord) => boolean) => records.filter(matches).length;
  const sharedRides = rides.filter(({ shared }) => shared).length;
  const through = (channel: Channel) => rides.filter((ride) => ride.channel === channel).length;
  return {
    operatingDays: days.filter(({ serviceDate }) => isOperatingDay(service, serviceDate)).length,
    bookings: records.length,
    rides: rides.length,
    persons: rides.reduce((sum, { party }) => sum + personsOf(party), 0),
    personsByClass: personsByClass(rides),
    cancelled: count(({ state }) => state === "cancelled_by_rider" || state === "cancelled_by_operator"),
    noShows: count(({ state }) => state === "no_show"),
    refusals: refusals.length,
    sharedRides,
    poolingPermille: rides.length === 0 ? undefined : Math.floor((sharedRides * 1000) / rides.length),
    fareDue: yen(records.reduce((sum, { fareDue }) => sum + fareDue, 0)),
    fareCollected: yen(records.reduce((sum, { fareCollected }) => sum + fareCollected, 0)),
    ridesByChannel: { web: through("web"), phone: through("phone") },
  };
}

function personsByClass(rides: readonly BoardingRecord[]): Party {
  const counted = FARE_CLASSES.map((fareClass) => [
    fareClass,
    rides.reduce((sum, { party }) => sum + party[fareClass], 0),
  ]);
  return Object.fromEntries(counted) as Party;
}

function byDayOf(days: readonly Day[], records: readonly BoardingRecord[]): ServiceReport["byDay"] {
  const dates = days.map(({ serviceDate }) => serviceDate).sort();
  return dates.map((serviceDate) => {
    const rides = records.filter((r) => r.serviceDate === serviceDate && r.boardedAt !== undefined);
    return {
      serviceDate,
      rides: rides.length,
      persons: rides.reduce((sum, { party }) => sum + personsOf(party), 0),
    };
  });
}

function byHourOf(rides: readonly number[], refusals: readonly number[]): ServiceReport["byHour"] {
  const hours = [...new Set([...rides, ...refusals])].sort((a, b) => a - b);
  const countOf = (list: readonly number[], hour: number) => list.filter((one) => one === hour).length;
  return hours.map((hour) => ({ hour, rides: countOf(rides, hour), refusals: countOf(refusals, hour) }));
}

function byStopOf({ stops }: Service, records: readonly BoardingRecord[]): ServiceReport["byStop"] {
  const persons = (matches: (record: BoardingRecord) => boolean) =>
    records.filter(matches).reduce((sum, { party }) => sum + personsOf(party), 0);
  return stops
    .map(({ id: stopId }) => ({
      stopId,
      boarded: persons(({ from, boardedAt }) => from === stopId && boardedAt !== undefined),
      alighted: persons(({ to, alightedAt }) => to === stopId && alightedAt !== undefined),
    }))
    .filter(({ boarded, alighted }) => boarded + alighted > 0);
}
