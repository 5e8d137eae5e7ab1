import type { Driver } from "@noriai/booking";
import type { AccountId, DriverId, EpochSeconds } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { Tables } from "../schema.ts";
import { sqlStateOf } from "../store-busy.ts";
import type { Acting, DriverAccess, DriverDoor, DriverRecord, NewDriver } from "../words/crew.ts";
import { addAccount } from "./accounts.ts";
import { appendAudit } from "./audit.ts";
import { DriverNumberTaken } from "./driver-number-taken.ts";
import { logDriverAccess } from "./driver-readings.ts";

/** Nobody signs in with a password as a driver of the register: only at a terminal, with a PIN. */
const NO_PASSWORD = "none";

export async function addDriver(context: Context, driver: NewDriver, acting: Acting): Promise<DriverRecord> {
  const id = context.newId() as DriverId;
  const account = driver.account ?? (await addDriverAccount(context, driver, acting));
  await context.db
    .insertInto("drivers")
    .values({
      tenant_id: context.tenant,
      driver_id: id,
      account_id: account,
      added_at: acting.now,
      ...(await columnsOf(context, { id, driver, now: acting.now })),
    })
    .execute()
    .catch(asNumberTaken);
  await note(context, { event: "driver-added", id }, acting);
  return (await findDriver(context, id))!;
}

export async function changeDriver(
  context: Context,
  { id, driver }: { readonly id: DriverId; readonly driver: NewDriver },
  acting: Acting,
): Promise<DriverRecord | undefined> {
  await context.db
    .updateTable("drivers")
    .set(await columnsOf(context, { id, driver, now: acting.now }))
    .where("tenant_id", "=", context.tenant)
    .where("driver_id", "=", id)
    .execute()
    .catch(asNumberTaken);
  const changed = await findDriver(context, id);
  if (changed !== undefined) await note(context, { event: "driver-changed", id }, acting);
  return changed;
}

/** What checks may know, without a name. */
export async function listDrivers(context: Context): Promise<readonly Driver[]> {
  const records = await allDrivers(context);
  return records.map(({ name, account, pin, ...facts }) => facts);
}

/** With names; the readings are logged. */
export async function readDrivers(
  context: Context,
  access: DriverAccess,
  ids?: readonly DriverId[],
): Promise<readonly DriverRecord[]> {
  const records = (await allDrivers(context)).filter(({ id }) => ids === undefined || ids.includes(id));
  await logDriverAccess(
    context,
    records.map(({ id }) => id),
    access,
  );
  return records;
}

export async function findDriverDoor(
  { tenant, db }: Context,
  by: { readonly number: string } | { readonly account: AccountId },
): Promise<DriverDoor | undefined> {
  const row = await db
    .selectFrom("drivers")
    .select(["driver_id", "account_id", "pin_hash", "pin_locked_at", "left_on", "usual_vehicle"])
    .where("tenant_id", "=", tenant)
    .where((is) => is.and("number" in by ? { number: by.number } : { account_id: by.account }))
    .orderBy("number")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.driver_id,
      account: row.account_id,
      isLocked: row.pin_locked_at !== null,
      ...(row.pin_hash !== null && { pinHash: row.pin_hash }),
      ...(row.left_on !== null && { leftOn: row.left_on }),
      ...(row.usual_vehicle !== null && { usualVehicle: row.usual_vehicle }),
    }
  );
}

/** A new PIN also releases the lock. */
export async function issuePin(
  context: Context,
  { id, pinHash }: { readonly id: DriverId; readonly pinHash: string },
  acting: Acting,
): Promise<boolean> {
  const issued = await setPin(context, id, { pin_hash: pinHash, pin_failures: 0, pin_locked_at: null });
  if (issued) await note(context, { event: "driver-pin-issued", id }, acting);
  return issued;
}

/** Counted in one statement, so that tries side by side are all counted. */
export async function notePinFailure(
  context: Context,
  { id, most }: { readonly id: DriverId; readonly most: number },
  now: EpochSeconds,
): Promise<boolean> {
  const row = await context.db
    .updateTable("drivers")
    .set({
      pin_failures: sql`pin_failures + 1`,
      pin_locked_at: sql`CASE WHEN pin_failures + 1 >= ${most} THEN coalesce(pin_locked_at, ${now}) END`,
    })
    .where("tenant_id", "=", context.tenant)
    .where("driver_id", "=", id)
    .returning(["pin_failures", "pin_locked_at"])
    .executeTakeFirst();
  const isLocked = row !== undefined && row.pin_locked_at !== null;
  if (row?.pin_failures === most)
    await note(context, { event: "driver-pin-locked", id }, { by: { role: "system" }, now });
  return isLocked;
}

export async function notePinSuccess(context: Context, id: DriverId): Promise<void> {
  await setPin(context, id, { pin_failures: 0 });
}

export async function releasePin(context: Context, id: DriverId, acting: Acting): Promise<boolean> {
  const released = await setPin(context, id, { pin_failures: 0, pin_locked_at: null });
  if (released) await note(context, { event: "driver-pin-released", id }, acting);
  return released;
}

/** Writes every record anew, with the newest key. */
export async function resealDrivers(context: Context): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("drivers")
    .select(["driver_id", "record"])
    .where("tenant_id", "=", tenant)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const { driver_id: id, record } of rows)
    await db
      .updateTable("drivers")
      .set({ record: cipher.seal(recordOf(id), cipher.open(recordOf(id), record)) })
      .where("tenant_id", "=", tenant)
      .where("driver_id", "=", id)
      .execute();
}

/** The account under which the driver's deeds are kept. */
async function addDriverAccount(
  context: Context,
  { number, name }: NewDriver,
  acting: Acting,
): Promise<AccountId> {
  const id = context.newId() as AccountId;
  const login = `driver-${number}-${id}`;
  const account = { id, login, passwordHash: NO_PASSWORD, role: "driver", displayName: name } as const;
  await addAccount(context, account, acting);
  return id;
}

type Sealed = Pick<NewDriver, "name" | "licence" | "healthCheckDue">;

async function columnsOf(
  context: Context,
  { id, driver, now }: { readonly id: DriverId; readonly driver: NewDriver; readonly now: EpochSeconds },
) {
  const { number, name, licence, healthCheckDue, usualVehicle, leftOn } = driver;
  const sealed: Sealed = { name, ...(licence && { licence }), ...(healthCheckDue && { healthCheckDue }) };
  return {
    number,
    record: (await context.cipher()).seal(recordOf(id), JSON.stringify(sealed)),
    usual_vehicle: usualVehicle ?? null,
    left_on: leftOn ?? null,
    changed_at: now,
  };
}

async function setPin(
  { db, tenant }: Context,
  id: DriverId,
  pin: { readonly pin_hash?: string; readonly pin_failures: number; readonly pin_locked_at?: null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("drivers")
    .set(pin)
    .where("tenant_id", "=", tenant)
    .where("driver_id", "=", id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function allDrivers(context: Context): Promise<readonly DriverRecord[]> {
  const rows = await context.db
    .selectFrom("drivers")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .orderBy("number")
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map((row) => toRecord(cipher, row));
}

const findDriver = async (context: Context, id: DriverId): Promise<DriverRecord | undefined> =>
  (await allDrivers(context)).find((driver) => driver.id === id);

const toRecord = (cipher: FieldCipher, row: Selectable<Tables["drivers"]>): DriverRecord => ({
  ...(JSON.parse(cipher.open(recordOf(row.driver_id), row.record)) as Sealed),
  id: row.driver_id,
  number: row.number,
  account: row.account_id,
  pin: row.pin_locked_at !== null ? "locked" : row.pin_hash === null ? "none" : "set",
  ...(row.usual_vehicle !== null && { usualVehicle: row.usual_vehicle }),
  ...(row.left_on !== null && { leftOn: row.left_on }),
});

const recordOf = (id: DriverId) => ({ table: "drivers", column: "record", row: id });

function asNumberTaken(error: unknown): never {
  throw sqlStateOf(error) === "23505" ? new DriverNumberTaken() : error;
}

async function note(
  context: Context,
  {
    event,
    id,
  }: {
    readonly event:
      | "driver-added"
      | "driver-changed"
      | "driver-pin-issued"
      | "driver-pin-locked"
      | "driver-pin-released";
    readonly id: DriverId;
  },
  acting: Acting,
): Promise<void> {
  await appendAudit(context, [{ event, subject: id }], acting);
  context.outgoing.push({ topic: "crew" });
}
