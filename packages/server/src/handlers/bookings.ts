import type { Answer } from "@noriai/api";
import { type Booking, type BookingState, type Day, versionOf } from "@noriai/booking";
import {
  addDays,
  type BookingId,
  fail,
  type MemberId,
  ok,
  parseServiceDate,
  type Result,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { WORDS } from "../messages.ts";
import { lateBy } from "../present/board.ts";
import { type DaySight, presentBooking, sightOf } from "../present/bookings.ts";
import { presentMember } from "../present/members.ts";
import { staffNames } from "../present/staff-names.ts";
import { writeIn } from "../present/trip.ts";
import type { Trouble } from "../trouble.ts";
import { seesNames } from "./board.ts";

const PAGE = 50;
/** More days at once are a report. */
const DAYS_MAX = 92;

type Filter = Call<"listBookings">["query"];
type Line = Answer<"listBookings">["bookings"][number];

/** The list of bookings (予約一覧), in the order of their rides. 仕様書 5-(4)-③ */
export const listBookings: Handler<"listBookings"> = async (call) => {
  const { world, town, who, query } = call;
  const range = rangeOf(call);
  if (!range.ok) return range;
  return world.store.inTenant(who.tenant, async (tx) => {
    const days = await tx.loadDays(town.service, range.value);
    const sights = sightsOf(call);
    const found = days.flatMap((day) =>
      [...day.bookings.values()]
        .filter((booking) => isWanted(booking, query))
        .filter((booking) => isPlannedAsWanted(booking, query, () => sights(day)))
        .map((booking) => ({ booking, day })),
    );
    found.sort((a, b) => a.booking.promise.pickupFrom - b.booking.promise.pickupFrom);
    const { page } = query;
    const shown = found.slice((page - 1) * PAGE, page * PAGE);
    const names = await namesOf(
      call,
      tx,
      shown.map(({ booking }) => booking),
    );
    const bookings = shown.map(({ booking, day }) =>
      presentLine(call, booking, { sight: sights(day), names }),
    );
    const total = found.length;
    return ok({ body: { bookings, total, page, pages: Math.max(1, Math.ceil(total / PAGE)) } });
  });
};

function rangeOf({
  query,
  language,
}: Call<"listBookings">): Result<{ readonly from: ServiceDate; readonly to: ServiceDate }, Trouble> {
  const { field } = WORDS[language];
  const [from, to] = [parseServiceDate(query.from)!, parseServiceDate(query.to)!];
  const wrong = (message: string) =>
    fail<Trouble>({ kind: "invalid-input", fields: [{ name: "to", message }] });
  if (to < from) return wrong(field.rangeTurned);
  return to > addDays(from, DAYS_MAX) ? wrong(field.rangeTooLong(DAYS_MAX)) : ok({ from, to });
}

const GROUPS: Readonly<Record<NonNullable<Filter["state"]>, readonly BookingState[]>> = {
  ahead: ["confirmed", "boarding"],
  aboard: ["riding"],
  completed: ["completed"],
  "no-show": ["no_show"],
  cancelled: ["cancelled_by_rider", "cancelled_by_operator", "suspended"],
};

/** What the booking says by itself. */
function isWanted({ state, memberId, request, boardingCode }: Booking, filter: Filter): boolean {
  if (filter.state !== undefined && !GROUPS[filter.state].includes(state)) return false;
  if (filter.memberId !== undefined && memberId !== filter.memberId) return false;
  if (filter.code !== undefined && !boardingCode.startsWith(filter.code)) return false;
  if (filter.channel !== undefined && request.channel !== filter.channel) return false;
  return filter.stopId === undefined || request.from === filter.stopId || request.to === filter.stopId;
}

/** What only the plan says: vehicle, and whether the promise will be kept. */
function isPlannedAsWanted(booking: Booking, { vehicleId, atRisk }: Filter, sight: () => DaySight): boolean {
  if (vehicleId !== undefined && sight().schedule.rides.get(booking.id)?.vehicleId !== vehicleId)
    return false;
  if (atRisk === undefined) return true;
  const isOpen = GROUPS.ahead.includes(booking.state) || GROUPS.aboard.includes(booking.state);
  return isOpen && lateBy(sight().schedule, booking) > 0;
}

/** What the plan of a day foresees, worked out once and only for the days that are asked for. */
function sightsOf(call: StaffCall): (day: Day) => DaySight {
  const decisions = decisionWorld(call);
  const known = new Map<ServiceDate, DaySight>();
  return (day) => {
    const sight = known.get(day.serviceDate) ?? sightOf(decisions, day);
    known.set(day.serviceDate, sight);
    return sight;
  };
}

/** Names of those whom the caller may know on the day of their ride; each reading is logged. */
async function namesOf(
  { town, who, now }: StaffCall,
  tx: TenantTransaction,
  bookings: readonly Booking[],
): Promise<ReadonlyMap<MemberId, string>> {
  const today = serviceDateOf(now, town.service.timeZone);
  const named = bookings.filter(({ request }) => seesNames(who.account.role, request.serviceDate, today));
  const ids = [...new Set(named.map(({ memberId }) => memberId))];
  const records = await tx.readMembers(ids, { by: who.actor, now, purpose: "operation" });
  return new Map(records.map(({ id, name }) => [id, name]));
}

function presentLine(
  { town, who, now }: StaffCall,
  booking: Booking,
  { sight, names }: { readonly sight: DaySight; readonly names: ReadonlyMap<MemberId, string> },
): Line {
  const { role } = who.account;
  const today = serviceDateOf(now, town.service.timeZone);
  const isNamed = seesNames(role, booking.request.serviceDate, today);
  return {
    ...presentBooking({ booking, sight, role }),
    calledName: isNamed ? (names.get(booking.memberId) ?? null) : null,
    lateBy: lateBy(sight.schedule, booking),
  };
}

/** A booking as it stands, with its version and who wrote it last: what a second operator has to see before deciding. */
export const getBooking: Handler<"getBooking"> = async (call) => {
  const { world, town, who, params, now } = call;
  const { role } = who.account;
  return world.store.inTenant(who.tenant, async (tx) => {
    const booking = await tx.findBooking(params.bookingId as BookingId);
    if (booking === undefined) return fail<Trouble>({ kind: "not-found" });
    const day = await tx.loadDay(town.service, booking.request.serviceDate);
    const names = await namesOf(call, tx, [booking]);
    const line = presentLine(call, booking, { sight: sightOf(decisionWorld(call), day), names });
    const isDesk = role === "call_operator";
    const access = { by: who.actor, now, purpose: "booking" } as const;
    const [record] =
      isDesk && line.calledName !== null ? await tx.readMembers([booking.memberId], access) : [];
    const isKept = isDesk && (await tx.findMember(booking.memberId)) !== undefined;
    const write = writeIn(town.service.timeZone);
    const { cancellation, changedAt } = booking;
    return ok({
      body: {
        booking: line,
        version: versionOf(booking),
        changedAt: changedAt === undefined ? null : write(changedAt),
        cancellation:
          cancellation === undefined
            ? null
            : { at: write(cancellation.at), reason: isDesk ? cancellation.reason : null },
        member: record === undefined ? null : presentMember(record, town, now),
        memberId: isKept ? booking.memberId : null,
        lastAct: await lastAct(call, tx, booking.id),
      },
    });
  });
};

async function lastAct({ town }: StaffCall, tx: TenantTransaction, id: BookingId) {
  const act = await tx.findLastAct(id);
  if (act === undefined) return null;
  const nameOf = await staffNames(tx, [act.by.account]);
  return { at: writeIn(town.service.timeZone)(act.at), by: nameOf(act.by.account), role: act.by.role };
}
