import { scheduleOf } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import { type DutyId, fail, ok, parseServiceDate, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { presentBoard } from "../present/board.ts";
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
  const read = await readBoard(call, serviceDate);
  return ok({ body: presentBoard({ ...read, decisions: decisionWorld(call), role: who.account.role }) });
};

async function readBoard({ world, town, who, now }: StaffCall, serviceDate: ServiceDate) {
  return world.store.inTenant(who.tenant, async (tx) => {
    const day = await tx.loadDay(town.service, serviceDate);
    const memberIds = [...new Set([...day.bookings.values()].map(({ memberId }) => memberId))];
    const access = { by: who.actor, now, purpose: "operation" } as const;
    const today = serviceDateOf(now, town.service.timeZone);
    const isNamed = seesNames(who.account.role, serviceDate, today);
    const records = isNamed ? await tx.readMembers(memberIds, access) : [];
    const acknowledged = await tx.listAcknowledgements(serviceDate);
    const shown = [0, ...acknowledged.values()].filter((version) => version < day.version);
    return {
      day,
      acknowledged,
      changedAfter: await tx.firstChangesAfter(serviceDate, shown),
      names: new Map(records.map(({ id, name }) => [id, name])),
    };
  });
}

export const getDutyLine: Handler<"getDutyLine"> = async ({ world, town, who, params, query, now }) => {
  const serviceDate = parseServiceDate(query.date)!;
  const day = await world.store.inTenant(who.tenant, (tx) => tx.loadDay(town.service, serviceDate));
  const schedule = scheduleOf(decisionWorld({ world, town, now }), day);
  const times = schedule.duties.find(({ duty }) => duty.id === (params.dutyId as DutyId));
  if (times === undefined) return fail({ kind: "not-found" });
  return ok({ body: dutyLine({ town, times, remainingOnly: false }) });
};
