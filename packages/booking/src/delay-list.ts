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
import { type DaySchedule, type RideTimes, scheduleOf } from "./schedule-of.ts";
import { strandedOn } from "./stranded.ts";
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

/** One call to a rider because a promise fails, as it was made. */
export interface DelayCall {
  readonly bookingId: BookingId;
  readonly outcome: DelayCallOutcome;
  readonly at: EpochSeconds;
  /** What the rider heard, only when reached: other times, or that no vehicle comes. */
  readonly told: ToldTimes | "stranded" | undefined;
}

/** A rider who still has to hear something. */
export type DelayEntry = {
  readonly bookingId: BookingId;
  readonly memberId: MemberId;
  /** The first promised instant that will be missed: the latest pickup, else the latest arrival. */
  readonly deadline: EpochSeconds;
} & News;

/** What a rider has to hear. */
type News =
  | {
      readonly kind: "late";
      readonly dutyId: DutyId;
      readonly tell: ToldTimes;
      readonly lateBy: Seconds;
      /** As the driver reported it; nothing when it was found from the clock. */
      readonly cause: DelayCause | undefined;
    }
  /** No vehicle comes (迎えの車なし). */
  | { readonly kind: "stranded"; readonly tell: "stranded" }
  /** A vehicle comes after all, to a rider who was told that none does. */
  | { readonly kind: "found"; readonly dutyId: DutyId; readonly tell: ToldTimes };

/** Who has to be called because a promise fails, in order of urgency, and who has been (遅延連絡). */
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
 * One for whom no vehicle comes stands on it until told so, and comes back when a vehicle is found: nobody would be at
 * the stop.
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
  const stranded = new Set(strandedOn(world, day));
  const open = [...day.bookings.values()]
    .filter(({ state }) => state === "confirmed")
    .flatMap((booking) => {
      const heard = lastHeard(calls, booking);
      return stranded.has(booking.id)
        ? strandedEntry(booking, heard)
        : carriedEntry({ booking, heard, day, schedule });
    })
    .sort(byUrgency);
  const isOpen = new Set(open.map(({ bookingId }) => bookingId));
  const told = calls.filter(({ outcome, at }) => outcome === "reached" && at > (closedAt ?? -1));
  const workedOff = [...new Set(told.map(({ bookingId }) => bookingId))]
    .filter((id) => !isOpen.has(id))
    .map((id) => ({ bookingId: id, memberId: bookingOf(day, id).memberId }));
  const aboard = schedule.atRisk
    .map(({ bookingId }) => bookingOf(day, bookingId))
    .filter(({ state }) => state === "riding" || state === "boarding");
  return { open, workedOff, aboard: aboard.map(({ id }) => id) };
}

/** What the rider was last told of the trip as it is now. */
function lastHeard(calls: readonly DelayCall[], { id, changedAt }: Booking): DelayCall["told"] {
  return calls.findLast(({ bookingId, told, at }) => bookingId === id && told && at >= (changedAt ?? 0))
    ?.told;
}

const strandedEntry = (
  { id, memberId, promise }: Booking,
  heard: DelayCall["told"],
): readonly DelayEntry[] =>
  heard === "stranded"
    ? []
    : [{ kind: "stranded", bookingId: id, memberId, deadline: promise.pickupTo, tell: "stranded" }];

function carriedEntry({
  booking: { id, memberId, promise },
  heard,
  day,
  schedule: { rides, atRisk },
}: {
  readonly booking: Booking;
  readonly heard: DelayCall["told"];
  readonly day: Day;
  readonly schedule: DaySchedule;
}): readonly DelayEntry[] {
  const ride = rides.get(id);
  assert(ride !== undefined, `booking ${id} is not stranded, so it is in the plan`);
  const risk = atRisk.find(({ bookingId }) => bookingId === id);
  const isOnlyArrivalLate = risk !== undefined && risk.pickupLate <= 0;
  const deadline = isOnlyArrivalLate ? promise.arriveBy : promise.pickupTo;
  const head = { bookingId: id, memberId, deadline, dutyId: ride.dutyId };
  if (heard === "stranded")
    return [{ ...head, kind: "found", tell: risk === undefined ? promise : timesToTell(ride) }];
  if (risk === undefined || (heard !== undefined && isKept(heard, ride))) return [];
  const lateBy = seconds(Math.max(risk.pickupLate, risk.dropoffLate, risk.rideTooLong));
  return [{ ...head, kind: "late", tell: timesToTell(ride), lateBy, cause: causeOf(day, ride.dutyId) }];
}

const isKept = (told: ToldTimes, { pickupAt, dropoffAt }: RideTimes): boolean =>
  pickupAt <= told.pickupTo && dropoffAt <= told.arriveBy;

const timesToTell = ({ pickupAt, dropoffAt }: RideTimes): ToldTimes => ({
  pickupFrom: wholeMinute(pickupAt, "down"),
  pickupTo: wholeMinute(pickupAt + TOLD_WINDOW, "up"),
  arriveBy: wholeMinute(dropoffAt + TOLD_WINDOW, "up"),
});

/** What the driver reported since the vehicle last arrived anywhere. */
function causeOf(day: Day, dutyId: DutyId): DelayCause | undefined {
  const last = eventsOfDuty(day, dutyId).findLast(({ kind }) => kind !== "fare-collected");
  return last?.kind === "delayed" && last.by > 0 ? last.cause : undefined;
}

/** Who has no vehicle needs another way; then whose promise fails first, then who is later. */
const byUrgency = (a: DelayEntry, b: DelayEntry): number =>
  Number(b.kind === "stranded") - Number(a.kind === "stranded") ||
  a.deadline - b.deadline ||
  lateness(b) - lateness(a) ||
  (a.bookingId < b.bookingId ? -1 : 1);

const lateness = (entry: DelayEntry): number => (entry.kind === "late" ? entry.lateBy : 0);

function bookingOf(day: Day, id: BookingId): Booking {
  const booking = day.bookings.get(id);
  assert(booking !== undefined, `booking ${id} stands on the day`);
  return booking;
}
