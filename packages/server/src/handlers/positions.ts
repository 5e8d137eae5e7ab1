import { ok, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { writeIn } from "../present/trip.ts";

/** Where the vehicles were last heard of on a day. Terminals report only on duty, so there is nothing to hold back. */
export const getPositions: Handler<"getPositions"> = async ({ world, town, who, query, now }) => {
  const { timeZone } = town.service;
  const date = (query.date as ServiceDate | undefined) ?? serviceDateOf(now, timeZone);
  const write = writeIn(timeZone);
  const stored = await world.store.inTenant(who.tenant, (tx) => tx.listPositions());
  const positions = [...stored]
    .filter(([, { at }]) => serviceDateOf(at, timeZone) === date)
    .map(([vehicleId, { lat, lng, at }]) => ({ vehicleId, lat, lng, at: write(at) }));
  return ok({ body: { positions } });
};
