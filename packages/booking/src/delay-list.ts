import {
  assert,
  type BookingId,
  type DutyId,
  type EpochSeconds,
  type MemberId,
  type Seconds,
  seconds,
} from "@noriai/kernel";
import type { Booking } from "./booking.ts";
import type { Day } from "./day.ts";
import { eventsOfDuty } from "./effective-events.ts";
import { type AtRisk, type DaySchedule, type RideTimes, scheduleOf } from "./schedule-of.ts";
import type { DelayCause } from "./task-event.ts";
import { wholeMinute } from "./whole-minute.ts";
import type { World } from "./world.ts";

/** The times that a rider is told in place of the promised ones. */
export interface ToldTimes {
  readonly pickupFrom: EpochSeconds;
  readonly pickupTo: EpochSeconds;
  readonly arriveBy: EpochSeconds;
}

/** 通話済, 不在, 再架電. A rider who is told by text is `reached` once the text is sent. */
export type DelayCallOutcome = "reached" | "absent" | "call-again";

/** One call to a rider because of lateness, as it was made. */
export interface DelayCall {
  readonly bookingId: BookingId;
  readonly outcome: DelayCallOutcome;
  readonly at: EpochSeconds;
  /** What the rider heard; only when reached. */
  readonly told: ToldTimes | undefined;
}

/** A rider who still has to hear of the lateness. */
export interface DelayEntry {
  readonly bookingId: BookingId;
  readonly memberId: MemberId;
  readonly dutyId: DutyId;
  /** The first promised instant that will be missed: the latest pickup, else the latest arrival. */
  readonly deadline: EpochSeconds;
  readonly lateBy: Seconds;
  readonly tell: ToldTimes;
  /** As the driver reported it; nothing when it was found from the clock. */
  readonly cause: DelayCause | undefined;
}

/** Who has to be called because of lateness, in order of urgency, and who has been (遅延連絡). */
export interface DelayList {
  readonly open: readonly DelayEntry[];
  /** Called and told, since the list was last closed. */
  readonly workedOff: readonly { readonly bookingId: BookingId; readonly memberId: MemberId }[];
  /** Riders aboard who will be late; the driver is with them and tells them. */
  readonly aboard: readonly BookingId[];
}

/** How wide the told pickup is: a few minutes more of delay need no second call. */
const TOLD_WINDOW = 10 * 60;

/**
 * The call list of a day. A rider who waits for a vehicle and whose promise will fail stands on it until told times that
 * will still be kept, or until the promise holds again. When it gets worse than what was told, the rider comes back.
 *
 * @param calls  all calls of the day, in the order in which they were made
 * @param closedAt  when the list was last closed
 * @see 仕様書 5-(5)-②
 */
export function delayList(
  world: World,
  day: Day,
  { calls, closedAt }: { readonly calls: readonly DelayCall[]; readonly closedAt: EpochSeconds | undefined },
): DelayList {
  const schedule = scheduleOf(world, day);
  const bookings = schedule.atRisk.map((risk) => ({ risk, booking: bookingOf(day, risk.bookingId) }));
  const open = bookings
    .filter(({ booking: { id, state } }) => state === "confirmed" && !knows(calls, rideOf(schedule, id)))
    .map(({ risk, booking }) => entryOf({ risk, booking, day, ride: rideOf(schedule, booking.id) }))
    .sort(byUrgency);
  const isOpen = new Set(open.map(({ bookingId }) => bookingId));
  const told = calls.filter(({ outcome, at }) => outcome === "reached" && at > (closedAt ?? -1));
  const workedOff = [...new Set(told.map(({ bookingId }) => bookingId))]
    .filter((id) => !isOpen.has(id))
    .map((id) => ({ bookingId: id, memberId: bookingOf(day, id).memberId }));
  const aboard = bookings.filter(({ booking: { state } }) => state === "riding" || state === "boarding");
  return { open, workedOff, aboard: aboard.map(({ booking: { id } }) => id) };
}

type Ride = RideTimes & { readonly bookingId: BookingId };

function rideOf({ rides }: DaySchedule, bookingId: BookingId): Ride {
  const ride = rides.get(bookingId);
  assert(ride !== undefined, `booking ${bookingId} is at risk, so it is in the plan`);
  return { ...ride, bookingId };
}

/** Was the rider last told times that are still good? */
function knows(calls: readonly DelayCall[], { bookingId, pickupAt, dropoffAt }: Ride): boolean {
  const told = calls.findLast((call) => call.bookingId === bookingId && call.told !== undefined)?.told;
  return told !== undefined && pickupAt <= told.pickupTo && dropoffAt <= told.arriveBy;
}

function entryOf({
  risk,
  booking: { id, memberId, promise },
  day,
  ride,
}: {
  readonly risk: AtRisk;
  readonly booking: Booking;
  readonly day: Day;
  readonly ride: RideTimes;
}): DelayEntry {
  const { dutyId, pickupLate, dropoffLate, rideTooLong } = risk;
  return {
    bookingId: id,
    memberId,
    dutyId,
    deadline: pickupLate > 0 ? promise.pickupTo : promise.arriveBy,
    lateBy: seconds(Math.max(pickupLate, dropoffLate, rideTooLong)),
    tell: {
      pickupFrom: wholeMinute(ride.pickupAt, "down"),
      pickupTo: wholeMinute(ride.pickupAt + TOLD_WINDOW, "up"),
      arriveBy: wholeMinute(ride.dropoffAt + TOLD_WINDOW, "up"),
    },
    cause: causeOf(day, dutyId),
  };
}

/** What the driver reported since the vehicle last arrived anywhere. */
function causeOf(day: Day, dutyId: DutyId): DelayCause | undefined {
  const last = eventsOfDuty(day, dutyId).findLast(({ kind }) => kind !== "fare-collected");
  return last?.kind === "delayed" && last.by > 0 ? last.cause : undefined;
}

/** Whose promise fails first, then who is later. */
const byUrgency = (a: DelayEntry, b: DelayEntry): number =>
  a.deadline - b.deadline || b.lateBy - a.lateBy || (a.bookingId < b.bookingId ? -1 : 1);

function bookingOf(day: Day, id: BookingId): Booking {
  const booking = day.bookings.get(id);
  assert(booking !== undefined, `booking ${id} stands on the day`);
  return booking;
}
