import {
  addDays,
  type BookingId,
  type EpochSeconds,
  instantOf,
  type MemberId,
  type RecurringId,
  type ServiceDate,
  type StopId,
  type TimeOfDay,
  weekdayOf,
} from "@noriai/kernel";
import { type NotOperating, whyNotOperating } from "./calendar.ts";
import type { Party } from "./fare-class.ts";
import { fareClassOf } from "./fare-class-of.ts";
import type { Member } from "./member.ts";
import type { Channel, Service } from "./service.ts";
import type { TripNeed } from "./trip-need.ts";
import type { TripRequest } from "./trip-request.ts";

/**
 * Recurring wish (定期予約): the same ride on the same weekdays, from a first to a last date. It books nothing by itself
 * and holds no seat: as each date comes within the booking window its rides are asked for like anybody's.
 */
export interface RecurringWish {
  readonly id: RecurringId;
  readonly memberId: MemberId;
  /** Where it was asked for; its rides keep that channel's hours and cut-off. */
  readonly channel: Channel;
  readonly terms: RecurringTerms;
  /** Grows by one with every change of the terms. */
  readonly version: number;
  /** Dates that the rider leaves out (利用しない日). */
  readonly leftOut: readonly ServiceDate[];
  /** Absent while it goes on. `keepsBooked`: rides booked before stay. */
  readonly ended?: { readonly at: EpochSeconds; readonly keepsBooked: boolean };
}

/** What is wished for on each date. */
export interface RecurringTerms {
  /** ISO weekdays: 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** First and last date, both included. */
  readonly first: ServiceDate;
  readonly last: ServiceDate;
  readonly from: StopId;
  readonly to: StopId;
  readonly time: RecurringTime;
  /** The ride back between the same stops; absent for one way. */
  readonly back?: RecurringTime;
  /** Everybody who rides besides the member. */
  readonly companions: Party;
  readonly wheelchairs: number;
  readonly needs?: readonly TripNeed[];
}

export interface RecurringTime {
  readonly mode: "depart" | "arrive";
  readonly at: TimeOfDay;
}

/** The way there and the way back. */
export type RecurringLeg = "out" | "back";

/** What came of a date's ride when it was asked for. */
export interface RecurringRecord {
  readonly serviceDate: ServiceDate;
  readonly leg: RecurringLeg;
  /** Of the terms by which it was asked for. */
  readonly version: number;
  readonly askedAt: EpochSeconds;
  /** The booking; kept through a change that could not be had. */
  readonly bookingId?: BookingId;
  /** The last asking came to nothing. */
  readonly isRefused: boolean;
}

/** Why a date of the wish is not ridden: the rider's own word, or the service's calendar. */
export type NotDue = "left-out" | NotOperating;

export const RECURRING_DAYS_MAX = 366;

export type RecurringFault =
  | { readonly field: "weekdays"; readonly because: "none" }
  | { readonly field: "last"; readonly because: "turned" | "too-long" | "over" }
  | { readonly field: "to"; readonly because: "same-stop" }
  | { readonly field: "back"; readonly because: "turned" };

/** What has to be mended before such a wish can be kept. @param today  a wish must reach into the future */
export function recurringFaults(
  { weekdays, first, last, from, to, time, back }: RecurringTerms,
  today: ServiceDate,
): readonly RecurringFault[] {
  const faults: RecurringFault[] = [];
  if (weekdays.length === 0) faults.push({ field: "weekdays", because: "none" });
  if (last < first) faults.push({ field: "last", because: "turned" });
  else if (last > addDays(first, RECURRING_DAYS_MAX - 1)) faults.push({ field: "last", because: "too-long" });
  else if (last < today) faults.push({ field: "last", because: "over" });
  if (from === to) faults.push({ field: "to", because: "same-stop" });
  if (back !== undefined && back.at <= time.at) faults.push({ field: "back", because: "turned" });
  return faults;
}

/** The dates of a wish in order, each with what stands against riding on it by calendar or by the rider's own word. */
export function recurringDates(
  service: Pick<Service, "servicePeriod" | "calendar">,
  { terms: { first, last, weekdays }, leftOut }: Pick<RecurringWish, "terms" | "leftOut">,
): readonly { readonly serviceDate: ServiceDate; readonly notDue?: NotDue }[] {
  const dates: { serviceDate: ServiceDate; notDue?: NotDue }[] = [];
  for (let serviceDate = first; serviceDate <= last; serviceDate = addDays(serviceDate, 1)) {
    if (!weekdays.includes(weekdayOf(serviceDate))) continue;
    const notDue = leftOut.includes(serviceDate) ? "left-out" : whyNotOperating(service, serviceDate);
    dates.push({ serviceDate, ...(notDue && { notDue }) });
  }
  return dates;
}

/** The rides of each date, in the order in which they are asked for. */
export const recurringLegs = ({ back }: RecurringTerms): readonly RecurringLeg[] =>
  back === undefined ? ["out"] : ["out", "back"];

/** The trip request of one date's ride. The member's fare class is that of the day of the ride. */
export function recurringRequest({
  service,
  wish: { memberId, channel, terms },
  member,
  serviceDate,
  leg,
  replaces,
}: {
  readonly service: Service;
  readonly wish: Pick<RecurringWish, "memberId" | "channel" | "terms">;
  readonly member: Member;
  readonly serviceDate: ServiceDate;
  readonly leg: RecurringLeg;
  readonly replaces?: BookingId | undefined;
}): TripRequest {
  const { fareClass } = fareClassOf({ service, member, rideDate: serviceDate });
  const { companions, wheelchairs, needs } = terms;
  return {
    memberId,
    channel,
    serviceDate,
    ...wayOf(terms, leg),
    time: timeOn({ service, terms, serviceDate, leg }),
    party: { ...companions, [fareClass]: companions[fareClass] + 1 },
    wheelchairs,
    ...(needs && { needs }),
    ...(replaces && { replaces }),
  };
}

export const wayOf = ({ from, to }: RecurringTerms, leg: RecurringLeg) =>
  leg === "out" ? { from, to } : { from: to, to: from };

/** When the ride is wished for on that date. */
export function timeOn({
  service,
  terms,
  serviceDate,
  leg,
}: {
  readonly service: Pick<Service, "timeZone">;
  readonly terms: RecurringTerms;
  readonly serviceDate: ServiceDate;
  readonly leg: RecurringLeg;
}): TripRequest["time"] {
  const { mode, at } = (leg === "back" ? terms.back : undefined) ?? terms.time;
  return { mode, at: instantOf(serviceDate, at, service.timeZone) };
}
