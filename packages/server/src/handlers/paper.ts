import type { RunSheet, TaskRider } from "@noriai/api";
import { type Booking, type BookingState, type Day, type DutySheet, dutySheet } from "@noriai/booking";
import { type BookingId, type MemberId, ok, parseServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { type Write, writeIn } from "../present/trip.ts";
import { seesNames } from "./board.ts";
import { dateOfDuty, eventOf, presentResult, presentTask, recordEvent } from "./duty.ts";

/**
 * The day on paper: for each duty its stops with fares and codes, and the names of those whom the reader may know; the
 * others have their code. Each reading of a name is logged. 仕様書 7-(2)-①, D-14
 */
export const getRunSheet: Handler<"getRunSheet"> = async (call) => {
  const { world, town, who, now, query } = call;
  const { timeZone } = town.service;
  const today = serviceDateOf(now, timeZone);
  const serviceDate = (query.date === undefined ? undefined : parseServiceDate(query.date)) ?? today;
  const write = writeIn(timeZone);
  const day = await world.store.inTenant(who.tenant, (tx) => tx.loadDay(town.service, serviceDate));
  const sheets = day.duties.map(({ id }) => dutySheet(decisionWorld(call), day, id));
  const known = await readKnown(call, { day, sheets });
  const mayCall = who.account.role === "call_operator" && seesNames("call_operator", serviceDate, today);
  return ok({
    body: {
      serviceDate,
      madeAt: write(now),
      version: day.version,
      duties: sheets.map((sheet) => presentSheet(sheet, known, write)),
      phones: mayCall
        ? boarding(sheets).map((bookingId) => ({ bookingId, phone: known(bookingId)?.phone ?? "" }))
        : [],
    },
  });
};

type Known = (id: BookingId) => { readonly name: string; readonly phone: string } | undefined;

/** The records of those on the sheets whom the reader may know; nobody else's is opened. */
async function readKnown(
  { world, town, who, now }: StaffCall,
  { day, sheets }: { readonly day: Day; readonly sheets: readonly DutySheet[] },
): Promise<Known> {
  const today = serviceDateOf(now, town.service.timeZone);
  const onSheet = sheets.flatMap(({ tasks }) =>
    tasks.flatMap(({ boards, alights }) => [...boards, ...alights]),
  );
  const isKnown = ({ request: { serviceDate }, state }: Booking): boolean =>
    seesNames(who.account.role, serviceDate, today) || (serviceDate < today && OPEN.has(state));
  const named = new Map<BookingId, MemberId>();
  for (const { bookingId } of onSheet) {
    const booking = day.bookings.get(bookingId)!;
    if (isKnown(booking)) named.set(bookingId, booking.memberId);
  }
  const access = { by: who.actor, now, purpose: "operation" } as const;
  const records = await world.store.inTenant(who.tenant, (tx) =>
    tx.readMembers([...new Set(named.values())], access),
  );
  const members = new Map(records.map((record) => [record.id, record]));
  return (id) => {
    const memberId = named.get(id);
    return memberId && members.get(memberId);
  };
}

/** Whoever closes a ride that was left open has to know whose it is, however late. */
const OPEN: ReadonlySet<BookingState> = new Set<BookingState>(["confirmed", "boarding", "riding"]);

function presentSheet({ duty, tasks }: DutySheet, known: Known, write: Write): RunSheet["duties"][number] {
  const calledName = (id: BookingId): string => known(id)?.name ?? "";
  /** Of somebody without a name there is no need to know either what is hard for them. */
  const withheld = (rider: TaskRider): TaskRider =>
    known(rider.bookingId as BookingId) === undefined ? { ...rider, needs: [] } : rider;
  return {
    dutyId: duty.id,
    vehicleId: duty.vehicleId,
    startsAt: write(duty.startsAt),
    endsAt: write(duty.endsAt),
    tasks: tasks
      .map((task) => presentTask({ task, write, calledName }))
      .map((task) => ({ ...task, boards: task.boards.map(withheld), alights: task.alights.map(withheld) })),
  };
}

const boarding = (sheets: readonly DutySheet[]): readonly BookingId[] =>
  sheets.flatMap(({ tasks }) => tasks.flatMap(({ boards }) => boards.map(({ bookingId }) => bookingId)));

/**
 * What was written on paper goes the same way as what a terminal records, each event by a decision of its own. However
 * late: a ride that nobody closed on its day is closed here.
 */
export const enterPaperEvents: Handler<"enterPaperEvents"> = async (call) => {
  const { town, body } = call;
  const results = [];
  for (const input of body.events) {
    const event = eventOf(input);
    const serviceDate = await dateOfDuty(call, event);
    const answer = await recordEvent(call, { event, serviceDate, isFromPaper: true });
    results.push(presentResult(input.id, answer, town.service.timeZone));
  }
  return ok({ body: { results } });
};
