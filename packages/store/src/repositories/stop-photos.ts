import type { EpochSeconds, ServiceDate, StopId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { NewStopPhoto, StopPhoto } from "../words/stops.ts";
import { appendAudit } from "./audit.ts";
import { addStopRecord } from "./stop-records.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

export async function saveStopPhoto(
  context: Context,
  { stopId, takenOn, picture, words }: NewStopPhoto,
  acting: Acting,
): Promise<void> {
  const values = { taken_on: takenOn, picture: Buffer.from(picture), saved_at: acting.now };
  await context.db
    .insertInto("stop_photos")
    .values({ tenant_id: context.tenant, stop_id: stopId, ...values })
    .onConflict((conflict) => conflict.columns(["tenant_id", "stop_id"]).doUpdateSet(values))
    .execute();
  await addStopRecord(context, { stopId, kind: "photo", on: takenOn, words }, acting);
}

export async function removeStopPhoto(context: Context, stopId: StopId, acting: Acting): Promise<boolean> {
  const { numDeletedRows } = await context.db
    .deleteFrom("stop_photos")
    .where("tenant_id", "=", context.tenant)
    .where("stop_id", "=", stopId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) return false;
  await appendAudit(context, [{ event: "stop-photo-removed", subject: stopId }], acting);
  context.outgoing.push({ topic: "stops" });
  return true;
}

export async function findStopPhoto({ tenant, db }: Context, stopId: StopId): Promise<StopPhoto | undefined> {
  const row = await db
    .selectFrom("stop_photos")
    .select(["taken_on", "picture"])
    .where("tenant_id", "=", tenant)
    .where("stop_id", "=", stopId)
    .executeTakeFirst();
  return row && { takenOn: row.taken_on, picture: row.picture };
}

export async function findStopPhotoDate(
  { tenant, db }: Context,
  stopId: StopId,
): Promise<ServiceDate | undefined> {
  const row = await db
    .selectFrom("stop_photos")
    .select("taken_on")
    .where("tenant_id", "=", tenant)
    .where("stop_id", "=", stopId)
    .executeTakeFirst();
  return row?.taken_on;
}
