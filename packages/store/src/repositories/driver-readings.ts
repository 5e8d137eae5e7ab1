import type { DriverId, EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { DriverAccess } from "../words/crew.ts";

const HOUR = 3600;

/** Notes who read which driver's record and why: once for each reader, driver, purpose and clock hour, as with members. */
export async function logDriverAccess(
  context: Context,
  drivers: readonly DriverId[],
  access: DriverAccess,
): Promise<void> {
  if (drivers.length === 0) return;
  const known = await notedThisHour(context, access);
  const unnoted = drivers.filter((id) => !known.has(id));
  if (unnoted.length === 0) return;
  const { by, now, purpose } = access;
  await context.db
    .insertInto("driver_readings")
    .values(
      unnoted.map((driver_id) => ({
        tenant_id: context.tenant,
        at: now,
        actor_account: by.account ?? null,
        role: by.role,
        purpose,
        driver_id,
      })),
    )
    .execute();
}

async function notedThisHour(
  { tenant, db }: Context,
  { by, now, purpose }: DriverAccess,
): Promise<ReadonlySet<DriverId>> {
  const hour = now - (now % HOUR);
  const rows = await db
    .selectFrom("driver_readings")
    .select("driver_id")
    .distinct()
    .where("tenant_id", "=", tenant)
    .where("actor_account", "is not distinct from", by.account ?? null)
    .where("role", "=", by.role)
    .where("purpose", "=", purpose)
    .where("at", ">=", hour as EpochSeconds)
    .where("at", "<", (hour + HOUR) as EpochSeconds)
    .execute();
  return new Set(rows.map(({ driver_id }) => driver_id));
}
