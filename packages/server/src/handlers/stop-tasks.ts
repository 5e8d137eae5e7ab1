import {
  type EpochSeconds,
  type EventId,
  fail,
  ok,
  parseInstant,
  type StopId,
  type StopTaskId,
} from "@noriai/kernel";
import type { StopTaskRecord, TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { WORDS } from "../messages.ts";
import { staffNames } from "../present/staff-names.ts";
import { presentStopTask } from "../present/stop-care.ts";
import { writeIn } from "../present/trip.ts";
import type { Town } from "../town.ts";
import type { Trouble } from "../trouble.ts";

/** A driver found a stop buried, hidden or blocked: a task for those who look after stops. 仕様書 3-(4)-⑥ */
export const reportStop: Handler<"reportStop"> = async ({ world, town, who, body, now, language }) => {
  const stopId = body.stopId as StopId;
  if (!hasStop(town, stopId))
    return fail<Trouble>({
      kind: "invalid-input",
      fields: [{ name: "stopId", message: WORDS[language].field.stopUnknown }],
    });
  const seenAt = Math.min(parseInstant(body.at)!, now) as EpochSeconds;
  const { trouble, words } = body;
  const report = { id: body.id as EventId, stopId, trouble, at: seenAt, words, vehicle: who.account.vehicle };
  const taskId = await world.store.inTenant(who.tenant, (tx) =>
    tx.reportStop(report, { by: who.actor, now }),
  );
  return ok({ body: { taskId } });
};

export const hasStop = ({ service }: Town, id: StopId): boolean =>
  service.stops.some((stop) => stop.id === id);

const LISTED_MAX = 200;

export const listStopTasks: Handler<"listStopTasks"> = async (call) =>
  call.world.store.inTenant(call.who.tenant, async (tx) =>
    ok({ body: { tasks: await presentAll(call, tx, await tx.listStopTasks(LISTED_MAX)) } }),
  );

export const stepStopTask: Handler<"stepStopTask"> = async (call) => {
  const { world, who, params, body, now, remember } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const task = await tx.stepStopTask(params.taskId as StopTaskId, body, { by: who.actor, now });
    if (task === undefined) return fail<Trouble>({ kind: "not-found" });
    const [presented] = await presentAll(call, tx, [task]);
    const outcome = ok({ body: presented! });
    await remember(tx, outcome);
    return outcome;
  });
};

/** With the names of the staff who acted. */
async function presentAll({ town }: StaffCall, tx: TenantTransaction, tasks: readonly StopTaskRecord[]) {
  const nameOf = await staffNames(
    tx,
    tasks.flatMap(({ entries }) => entries.map(({ by }) => by.account)),
  );
  const write = writeIn(town.service.timeZone);
  return tasks.map((task) => presentStopTask(task, { write, nameOf }));
}
