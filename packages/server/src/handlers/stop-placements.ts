import { placementOf } from "@noriai/booking";
import { fail, ok, type ServiceDate, type StopId, serviceDateOf } from "@noriai/kernel";
import type { StoredStopRecord, TenantTransaction } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { WORDS } from "../messages.ts";
import { staffNames } from "../present/staff-names.ts";
import { presentPlacement, presentStopRecord } from "../present/stop-care.ts";
import { writeIn } from "../present/trip.ts";
import type { Trouble } from "../trouble.ts";
import { hasStop } from "./stop-tasks.ts";

/** How it stands with every marker today (設置状況). */
export const listPlacements: Handler<"listPlacements"> = async ({ world, town, who, now }) => {
  const { stops, timeZone } = town.service;
  const today = serviceDateOf(now, timeZone);
  const records = await world.store.inTenant(who.tenant, (tx) => tx.listStopRecords());
  const byStop = Map.groupBy(records, ({ stopId }) => stopId);
  const placements = stops.map(({ id }) => presentPlacement(id, placementOf(byStop.get(id) ?? [], today)));
  return ok({ body: { placements } });
};

export const listStopRecords: Handler<"listStopRecords"> = async (call) => {
  const stopId = call.params.stopId as StopId;
  if (!hasStop(call.town, stopId)) return fail({ kind: "not-found" });
  return call.world.store.inTenant(call.who.tenant, async (tx) =>
    ok({ body: { records: await presentAll(call, tx, await tx.listStopRecords(stopId)) } }),
  );
};

export const addStopRecord: Handler<"addStopRecord"> = async (call) => {
  const { world, town, who, params, body, now, remember } = call;
  const stopId = params.stopId as StopId;
  if (!hasStop(town, stopId)) return fail<Trouble>({ kind: "not-found" });
  if (body.on > serviceDateOf(now, town.service.timeZone)) return fail(notYet(call));
  return world.store.inTenant(who.tenant, async (tx) => {
    const { kind, words } = body;
    const record = await tx.addStopRecord(
      { stopId, kind, on: body.on as ServiceDate, words },
      { by: who.actor, now },
    );
    const [presented] = await presentAll(call, tx, [record]);
    const outcome = ok({ body: presented! });
    await remember(tx, outcome);
    return outcome;
  });
};

/** What is noted has happened. */
const notYet = ({ language }: Call<"addStopRecord">): Trouble => ({
  kind: "invalid-input",
  fields: [{ name: "on", message: WORDS[language].field.dateAhead }],
});

async function presentAll({ town }: StaffCall, tx: TenantTransaction, records: readonly StoredStopRecord[]) {
  const nameOf = await staffNames(
    tx,
    records.map(({ by }) => by.account),
  );
  const write = writeIn(town.service.timeZone);
  return records.map((record) => presentStopRecord(record, { write, nameOf }));
}
