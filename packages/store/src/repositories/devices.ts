import type { DeviceId, EpochSeconds } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { Tables } from "../schema.ts";
import type { Acting } from "../words/crew.ts";
import type { DeviceRecord, NewDevice } from "../words/devices.ts";
import { appendAudit } from "./audit.ts";

/** How far apart two notes of having heard of a device are, in seconds. */
const TOUCH_EVERY = 60;

export async function addDevice(context: Context, device: NewDevice, acting: Acting): Promise<DeviceRecord> {
  const id = context.newId() as DeviceId;
  await context.db
    .insertInto("devices")
    .values({
      tenant_id: context.tenant,
      device_id: id,
      added_at: acting.now,
      ...(await columnsOf(context, id, device)),
    })
    .execute();
  await note(context, { event: "device-added", id }, acting);
  return (await findDevice(context, id))!;
}

/** A device that was given back ends its sessions. */
export async function changeDevice(
  context: Context,
  { id, device }: { readonly id: DeviceId; readonly device: NewDevice },
  acting: Acting,
): Promise<DeviceRecord | undefined> {
  await context.db
    .updateTable("devices")
    .set(await columnsOf(context, id, device))
    .where("tenant_id", "=", context.tenant)
    .where("device_id", "=", id)
    .execute();
  if ((await findDevice(context, id)) === undefined) return undefined;
  if (device.returnedOn !== undefined) await endSessions(context, id);
  await note(context, { event: "device-changed", id }, acting);
  return findDevice(context, id);
}

export async function listDevices(context: Context): Promise<readonly DeviceRecord[]> {
  const rows = await context.db
    .selectFrom("devices")
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom("sessions")
        .whereRef("sessions.tenant_id", "=", "devices.tenant_id")
        .whereRef("sessions.device_id", "=", "devices.device_id")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .as("session_count"),
    )
    .where("tenant_id", "=", context.tenant)
    .orderBy("label")
    .orderBy("device_id")
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map((row) => toRecord(cipher, row, Number(row.session_count ?? 0)));
}

export async function issueDeviceCode(
  context: Context,
  {
    id,
    code,
  }: { readonly id: DeviceId; readonly code: { readonly hash: string; readonly expiresAt: EpochSeconds } },
  acting: Acting,
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable("devices")
    .set({ code_hash: code.hash, code_expires_at: code.expiresAt })
    .where("tenant_id", "=", context.tenant)
    .where("device_id", "=", id)
    .where("locked_at", "is", null)
    .where("returned_on", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  await note(context, { event: "device-code-issued", id }, acting);
  return true;
}

/** In one statement, so that of two terminals with one code only one becomes the device. */
export async function bindDevice(
  context: Context,
  { codeHash, tokenHash }: { readonly codeHash: string; readonly tokenHash: string },
  now: EpochSeconds,
): Promise<DeviceRecord | undefined> {
  const bound = await context.db
    .updateTable("devices")
    .set({ code_hash: null, code_expires_at: null, token_hash: tokenHash, bound_at: now, last_seen_at: now })
    .where("tenant_id", "=", context.tenant)
    .where("code_hash", "=", codeHash)
    .where("code_expires_at", ">", now)
    .where("locked_at", "is", null)
    .returning("device_id")
    .executeTakeFirst();
  if (bound === undefined) return undefined;
  await endSessions(context, bound.device_id);
  await note(context, { event: "device-bound", id: bound.device_id }, { by: { role: "system" }, now });
  return findDevice(context, bound.device_id);
}

export async function findDeviceByToken(
  context: Context,
  tokenHash: string,
): Promise<DeviceRecord | undefined> {
  const row = await context.db
    .selectFrom("devices")
    .select("device_id")
    .where("tenant_id", "=", context.tenant)
    .where("token_hash", "=", tokenHash)
    .where("locked_at", "is", null)
    .where("returned_on", "is", null)
    .executeTakeFirst();
  return row && findDevice(context, row.device_id);
}

export async function signOutDevice(
  context: Context,
  id: DeviceId,
  acting: Acting,
): Promise<readonly string[] | undefined> {
  if ((await findDevice(context, id)) === undefined) return undefined;
  const ended = await endSessions(context, id);
  await note(context, { event: "device-signed-out", id }, acting);
  return ended;
}

export async function setDeviceLock(
  context: Context,
  { id, isLocked }: { readonly id: DeviceId; readonly isLocked: boolean },
  acting: Acting,
): Promise<readonly string[] | undefined> {
  const { numUpdatedRows } = await context.db
    .updateTable("devices")
    .set(isLocked ? { locked_at: acting.now, code_hash: null, code_expires_at: null } : { locked_at: null })
    .where("tenant_id", "=", context.tenant)
    .where("device_id", "=", id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return undefined;
  const ended = isLocked ? await endSessions(context, id) : [];
  await note(context, { event: isLocked ? "device-locked" : "device-unlocked", id }, acting);
  return ended;
}

export async function touchDevice({ tenant, db }: Context, id: DeviceId, now: EpochSeconds): Promise<void> {
  await db
    .updateTable("devices")
    .set({ last_seen_at: now })
    .where("tenant_id", "=", tenant)
    .where("device_id", "=", id)
    .where(sql<boolean>`coalesce(last_seen_at, 0) <= ${now - TOUCH_EVERY}`)
    .execute();
}

/** Writes every record anew, with the newest key. */
export async function resealDevices(context: Context): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("devices")
    .select(["device_id", "record"])
    .where("tenant_id", "=", tenant)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const { device_id: id, record } of rows)
    await db
      .updateTable("devices")
      .set({ record: cipher.seal(recordOf(id), cipher.open(recordOf(id), record)) })
      .where("tenant_id", "=", tenant)
      .where("device_id", "=", id)
      .execute();
}

async function endSessions({ db, tenant }: Context, id: DeviceId): Promise<readonly string[]> {
  const rows = await db
    .deleteFrom("sessions")
    .where("tenant_id", "=", tenant)
    .where("device_id", "=", id)
    .returning("token_hash")
    .execute();
  return rows.map(({ token_hash }) => token_hash);
}

const findDevice = async (context: Context, id: DeviceId): Promise<DeviceRecord | undefined> =>
  (await listDevices(context)).find((device) => device.id === id);

type Sealed = Pick<NewDevice, "serial" | "sim" | "holder">;

async function columnsOf(context: Context, id: DeviceId, device: NewDevice) {
  const { label, vehicle, serial, sim, holder, lentOn, returnedOn } = device;
  const sealed: Sealed = { serial, sim, holder };
  return {
    label,
    record: (await context.cipher()).seal(recordOf(id), JSON.stringify(sealed)),
    vehicle_id: vehicle ?? null,
    lent_on: lentOn ?? null,
    returned_on: returnedOn ?? null,
  };
}

const toRecord = (
  cipher: FieldCipher,
  row: Selectable<Tables["devices"]>,
  sessions: number,
): DeviceRecord => ({
  ...(JSON.parse(cipher.open(recordOf(row.device_id), row.record)) as Sealed),
  id: row.device_id,
  label: row.label,
  sessions,
  ...(row.vehicle_id !== null && { vehicle: row.vehicle_id }),
  ...(row.lent_on !== null && { lentOn: row.lent_on }),
  ...(row.returned_on !== null && { returnedOn: row.returned_on }),
  ...(row.bound_at !== null && { boundAt: row.bound_at }),
  ...(row.locked_at !== null && { lockedAt: row.locked_at }),
  ...(row.last_seen_at !== null && { lastSeenAt: row.last_seen_at }),
});

const recordOf = (id: DeviceId) => ({ table: "devices", column: "record", row: id });

async function note(
  context: Context,
  {
    event,
    id,
  }: {
    readonly event:
      | "device-added"
      | "device-changed"
      | "device-code-issued"
      | "device-bound"
      | "device-signed-out"
      | "device-locked"
      | "device-unlocked";
    readonly id: DeviceId;
  },
  acting: Acting,
): Promise<void> {
  await appendAudit(context, [{ event, subject: id }], acting);
  context.outgoing.push({ topic: "terminals" });
}
