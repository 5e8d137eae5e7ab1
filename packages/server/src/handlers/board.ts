import type { Board } from "@noriai/api";
import {
  type Booking,
  type DaySchedule,
  type DutyTimes,
  type Quote,
  scheduleOf,
  strandedOn,
} from "@noriai/booking";
import type { Role } from "@noriai/identity";
import { type DutyId, fail, ok, parseServiceDate, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { presentBooking, sightOf } from "../present/bookings.ts";
import { presentTrip, type Write, writeIn } from "../present/trip.ts";
import { dutyLine } from "../road-line.ts";

/**
 * Whoever speaks with riders sees their names, as long as there is something to say: the desk from today on, the operator
 * of the vehicles on the day itself. The municipality, and everybody afterwards, sees the day without them. 仕様書 3-(1)-⑤ D-14
 */
export const seesNames = (role: Role, serviceDate: ServiceDate, today: ServiceDate): boolean =>
  (role === "call_operator" && serviceDate >= today) ||
  (role === "transport_operator" && serviceDate === today);

/** The live board (運行ボード): duties with their visits, bookings, and offers that are held right now. */
export const getBoard: Handler<"getBoard"> = async (call) => {
  const { town, who, query, now } = call;
  const serviceDate = (query.date as ServiceDate | undefined) ?? serviceDateOf(now, town.service.timeZone);
  const write = writeIn(town.service.timeZone);
  const { day, acknowledged, names } = await readBoard(call, serviceDate);
  const sight = sightOf(decisionWorld(call), day);
  const { schedule } = sight;
  const duties = schedule.duties.map((times) => {
    // A day on which nothing was planned yet has nothing that a driver must have seen.
    const isShown = (acknowledged.get(times.duty.id) ?? 0) >= day.version;
    return presentDuty({ times, write, acknowledged: isShown });
  });
  const bookings = [...day.bookings.values()].map((booking) => ({
    ...presentBooking({ booking, sight, role: who.account.role }),
    calledName: names.get(booking.memberId) ?? null,
    riders: booking.request.party,
    dutyId: schedule.rides.get(booking.id)?.dutyId ?? null,
    lateBy: lateBy(schedule, booking),
  }));
  const held = [...day.quotes.values()]
    .filter((quote) => quote.held && quote.expiresAt > now)
    .map((quote) => presentHeld(quote, { schedule, write }));
  const stranded = [...strandedOn(sight.decisions, day)];
  const undoable = day.undoable ? { kind: day.undoable.instruction.kind, at: write(day.undoable.at) } : null;
  return ok({ body: { serviceDate, version: day.version, duties, bookings, held, stranded, undoable } });
};

async function readBoard({ world, town, who, now }: StaffCall, serviceDate: ServiceDate) {
  return world.store.inTenant(who.tenant, async (tx) => {
    const day = await tx.loadDay(town.service, serviceDate);
    const memberIds = [...new Set([...day.bookings.values()].map(({ memberId }) => memberId))];
    const access = { by: who.actor, now, purpose: "operation" } as const;
    const today = serviceDateOf(now, town.service.timeZone);
    const isNamed = seesNames(who.account.role, serviceDate, today);
    const records = isNamed ? await tx.readMembers(memberIds, access) : [];
    return {
      day,
      acknowledged: await tx.listAcknowledgements(serviceDate),
      names: new Map(records.map(({ id, name }) => [id, name])),
    };
  });
}

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
  acknowledged,
}: {
  readonly times: DutyTimes;
  readonly write: Write;
  readonly acknowledged: boolean;
}): Board["duties"][number] {
  return {
    id: duty.id,
    vehicleId: duty.vehicleId,
    startsAt: write(duty.startsAt),
    endsAt: write(duty.endsAt),
    acknowledged,
    delay,
    turnedAt: duty.turnedAt === undefined ? null : write(duty.turnedAt),
    outOfService: duty.outOfService
      ? { from: write(duty.outOfService.from), reason: duty.outOfService.reason }
      : null,
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

/** By how much the promise is foreseen to fail, in seconds; 0 when it holds. */
function lateBy({ atRisk }: DaySchedule, { id }: Booking): number {
  const risk = atRisk.find(({ bookingId }) => bookingId === id);
  return risk === undefined ? 0 : Math.max(risk.pickupLate, risk.dropoffLate, 0);
}

export const getDutyLine: Handler<"getDutyLine"> = async ({ world, town, who, params, query, now }) => {
  const serviceDate = parseServiceDate(query.date)!;
  const day = await world.store.inTenant(who.tenant, (tx) => tx.loadDay(town.service, serviceDate));
  const schedule = scheduleOf(decisionWorld({ world, town, now }), day);
  const times = schedule.duties.find(({ duty }) => duty.id === (params.dutyId as DutyId));
  if (times === undefined) return fail({ kind: "not-found" });
  return ok({ body: dutyLine({ town, times, remainingOnly: false }) });
};
