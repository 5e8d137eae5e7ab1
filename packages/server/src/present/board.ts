import type { Board } from "@noriai/api";
import {
  type Booking,
  type Day,
  type DaySchedule,
  type DutyTimes,
  type Quote,
  strandedOn,
  type World,
} from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { DutyId, EpochSeconds, MemberId } from "@noriai/kernel";
import { presentBooking, sightOf } from "./bookings.ts";
import { presentTrip, type Write, writeIn } from "./trip.ts";

/**
 * A day on the live board (運行ボード): its duties with their visits, its bookings, the offers that are held.
 * @param changedAfter  when the plan first changed after a version that a terminal has shown; 0: after nothing
 * @param names  of the members whom the reader may know
 */
export function presentBoard({
  decisions,
  day,
  role,
  acknowledged,
  changedAfter = new Map(),
  names,
}: {
  readonly decisions: World;
  readonly day: Day;
  readonly role: Role;
  readonly acknowledged: ReadonlyMap<DutyId, number>;
  readonly changedAfter?: ReadonlyMap<number, EpochSeconds>;
  readonly names: ReadonlyMap<MemberId, string>;
}): Board {
  const write = writeIn(decisions.service.timeZone);
  const sight = sightOf(decisions, day);
  const { schedule } = sight;
  const shownOf = (id: DutyId) => presentShown(acknowledged.get(id) ?? 0, { day, changedAfter, write });
  const duties = schedule.duties.map((times) => presentDuty({ times, write, shown: shownOf(times.duty.id) }));
  const bookings = [...day.bookings.values()].map((booking) => ({
    ...presentBooking({ booking, sight, role }),
    calledName: names.get(booking.memberId) ?? null,
    riders: booking.request.party,
    dutyId: schedule.rides.get(booking.id)?.dutyId ?? null,
    lateBy: lateBy(schedule, booking),
    ...handOn(day, booking, write),
  }));
  const held = [...day.quotes.values()].filter((quote) => quote.held && quote.expiresAt > decisions.now);
  return {
    serviceDate: day.serviceDate,
    version: day.version,
    duties,
    bookings,
    held: held.map((quote) => presentHeld(quote, { schedule, write })),
    stranded: [...strandedOn(decisions, day)],
    closures: presentClosures(day, { write, now: decisions.now }),
    undoable: day.undoable ? { kind: day.undoable.instruction.kind, at: write(day.undoable.at) } : null,
  };
}

/** Has a terminal shown the day's plan? A day on which nothing was planned yet has nothing that a driver must have seen. */
function presentShown(
  version: number,
  {
    day,
    changedAfter,
    write,
  }: {
    readonly day: Day;
    readonly changedAfter: ReadonlyMap<number, EpochSeconds>;
    readonly write: Write;
  },
): Shown {
  const acknowledged = version >= day.version;
  const since = acknowledged ? undefined : changedAfter.get(version);
  return { acknowledged, unseenSince: since === undefined ? null : write(since) };
}

type Shown = Pick<Board["duties"][number], "acknowledged" | "unseenSince">;

/** Those that are closed still. */
const presentClosures = (
  { closures = [] }: Day,
  { write, now }: { readonly write: Write; readonly now: EpochSeconds },
): Board["closures"] =>
  closures
    .filter(({ until }) => until > now)
    .map(({ stopId, from, until, reason }) => ({ stopId, from: write(from), until: write(until), reason }));

/** In the vehicle of the present plan: to make room for another it may be given another than it was offered with. */
const presentHeld = (
  { id, request, offer, expiresAt }: Quote,
  { schedule, write }: { readonly schedule: DaySchedule; readonly write: Write },
): Board["held"][number] => ({
  quoteId: id,
  trip: presentTrip(request, write),
  expiresAt: write(expiresAt),
  dutyId: schedule.rides.get(id)?.dutyId ?? offer.dutyId,
});

function presentDuty({
  times: { duty, delay, visits },
  write,
  shown,
}: {
  readonly times: DutyTimes;
  readonly write: Write;
  readonly shown: Shown;
}): Board["duties"][number] {
  return {
    id: duty.id,
    vehicleId: duty.vehicleId,
    startsAt: write(duty.startsAt),
    endsAt: write(duty.endsAt),
    ...shown,
    delay,
    turnedAt: duty.turnedAt === undefined ? null : write(duty.turnedAt),
    outOfService: duty.outOfService
      ? { from: write(duty.outOfService.from), reason: duty.outOfService.reason }
      : null,
    added: duty.added === true,
    visits: visits
      .filter(({ held }) => !held)
      .map(({ tripId, kind, stopId, at, done, from, to, load }) => ({
        bookingId: tripId,
        kind,
        stopId,
        plannedAt: write(at),
        actualAt: done ? write(at) : null,
        from: write(from),
        to: write(to),
        load,
      })),
  };
}

/** What a dispatcher has laid down about a booking's ride. */
function handOn({ duties }: Day, { id }: Booking, write: Write) {
  const until = duties.flatMap(({ waits = [] }) => waits).find(({ bookingId }) => bookingId === id)?.until;
  return {
    pinned: duties.some(({ byHand = [] }) => byHand.includes(id)),
    waitUntil: until === undefined ? null : write(until),
  };
}

/** By how much the promise is foreseen to fail, in seconds; 0 when it holds. */
export function lateBy({ atRisk }: DaySchedule, { id }: Booking): number {
  const risk = atRisk.find(({ bookingId }) => bookingId === id);
  return risk === undefined ? 0 : Math.max(risk.pickupLate, risk.dropoffLate, 0);
}
