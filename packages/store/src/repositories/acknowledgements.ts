import type { DutyId, EpochSeconds, ServiceDate } from "@noriai/kernel";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";

/** Notes that a terminal has shown this version of its tasks; an older version changes nothing. */
export async function acknowledge(
  { tenant, db }: Context,
  ack: { readonly serviceDate: ServiceDate; readonly duty: DutyId; readonly version: number },
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  const said = { version: ack.version, actor_account: by.account ?? null, at: now };
  await db
    .insertInto("acknowledgements")
    .values({ tenant_id: tenant, service_date: ack.serviceDate, duty_id: ack.duty, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "service_date", "duty_id"])
        .doUpdateSet(said)
        .where(sql<boolean>`acknowledgements.version < excluded.version`),
    )
    .execute();
}

export async function listAcknowledgements(
  { tenant, db }: Context,
  serviceDate: ServiceDate,
): Promise<ReadonlyMap<DutyId, number>> {
  const rows = await db
    .selectFrom("acknowledgements")
    .select(["duty_id", "version"])
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .execute();
  return new Map(rows.map((row) => [row.duty_id, row.version]));
}
