import type { DutySheet } from "@noriai/booking";
import { dutySheet } from "@noriai/booking";
import { type BookingId, type MemberId, ok, parseServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { decisionWorld } from "../decision-world.ts";
import { writeIn } from "../present/trip.ts";
import { dateOfDuty, eventOf, presentResult, presentTask, recordEvent } from "./duty.ts";

/** The day on paper: for each duty its stops with names, fares and codes. Each reading of a name is logged. 仕様書 7-(2)-① */
export const getRunSheet: Handler<"getRunSheet"> = async (call) => {
  const { world, town, who, now, query } = call;
  const { timeZone } = town.service;
  const serviceDate =
    (query.date === undefined ? undefined : parseServiceDate(query.date)) ?? serviceDateOf(now, timeZone);
  const write = writeIn(timeZone);
  const { day, members } = await world.store.inTenant(who.tenant, async (tx) => {
    const day = await tx.loadDay(town.service, serviceDate);
    const memberIds = [...new Set([...day.bookings.values()].map(({ memberId }) => memberId))];
    return { day, members: await tx.readMembers(memberIds, { by: who.actor, now, purpose: "operation" }) };
  });
  const sheets = day.duties.map(({ id }) => dutySheet(decisionWorld(call), day, id));
  const memberOf = (id: BookingId): MemberId => day.bookings.get(id)!.memberId;
  const records = new Map(members.map((member) => [member.id, member]));
  const calledName = (id: BookingId): string => records.get(memberOf(id))?.name ?? "";
  const mayCall = who.account.role === "call_operator"; // D-14: the operator sees no numbers
  return ok({
    body: {
      serviceDate,
      madeAt: write(now),
      version: day.version,
      duties: sheets.map(({ duty, tasks }) => ({
        dutyId: duty.id,
        vehicleId: duty.vehicleId,
        startsAt: write(duty.startsAt),
        endsAt: write(duty.endsAt),
        tasks: tasks.map((task) => presentTask({ task, write, calledName })),
      })),
      phones: mayCall
        ? boarding(sheets).map((bookingId) => ({
            bookingId,
            phone: records.get(memberOf(bookingId))?.phone ?? "",
          }))
        : [],
    },
  });
};

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
