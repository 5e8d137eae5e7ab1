import { sql } from "kysely";
import type { Context } from "../context.ts";
import { advanceCounter } from "./counters.ts";

/** The channel on which every commit that wrote to the outbox is told: "tenant|id of its last event". */
export const OUTBOX_CHANNEL = "noriai_outbox";

/**
 * Writes what was published and tells the listeners; they hear it after the commit.
 * Comes last: the counter is locked until the commit, which keeps the numbers in the order of commits.
 */
export async function flushOutbox(context: Context): Promise<void> {
  const { tenant, db, outgoing } = context;
  if (outgoing.length === 0) return;
  const last = await advanceCounter(context, { counter: "outbox", by: outgoing.length });
  const first = last - outgoing.length + 1;
  const rows = outgoing.map((event, index) => ({
    tenant_id: tenant,
    outbox_id: first + index,
    event: JSON.stringify(event),
  }));
  await db.insertInto("outbox").values(rows).execute();
  await sql`SELECT pg_notify(${OUTBOX_CHANNEL}, ${`${tenant}|${last}`})`.execute(db);
}

export async function listOutboxSince(
  { tenant, db }: Context,
  id: number,
  limit: number,
): Promise<readonly { readonly id: number; readonly event: object }[]> {
  return await db
    .selectFrom("outbox")
    .select(["outbox_id as id", "event"])
    .where("tenant_id", "=", tenant)
    .where("outbox_id", ">", id)
    .orderBy("outbox_id")
    .limit(limit)
    .execute();
}

export async function lastOutboxId({ tenant, db }: Context): Promise<number> {
  const row = await db
    .selectFrom("outbox")
    .select((of) => of.fn.max("outbox_id").as("id"))
    .where("tenant_id", "=", tenant)
    .executeTakeFirst();
  return row?.id ?? 0;
}
