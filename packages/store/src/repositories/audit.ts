import type { EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor, AuditEntry, AuditNote } from "../door.ts";

/** Adds to the audit log, in the transaction of what it tells about. */
export async function appendAudit(
  { tenant, db }: Context,
  notes: readonly AuditNote[],
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  if (notes.length === 0) return;
  await db
    .insertInto("audit_events")
    .values(
      notes.map(({ event, subject, purpose, detail }) => ({
        tenant_id: tenant,
        at: now,
        actor_account: by.account ?? null,
        role: by.role,
        event,
        subject,
        purpose: purpose ?? null,
        detail: detail === undefined ? null : JSON.stringify(detail),
      })),
    )
    .execute();
}

/** Newest first; with `before`, only those older than the entry of this id. */
export async function listAudit(
  { tenant, db }: Context,
  limit: number,
  before?: number,
): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom("audit_events")
    .select(["audit_id as id", "at", "actor_account", "role", "event", "subject", "purpose"])
    .where("tenant_id", "=", tenant)
    .$if(before !== undefined, (query) => query.where("audit_id", "<", before!))
    .orderBy("audit_id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ actor_account, ...entry }) => ({ ...entry, actor: actor_account ?? "system" }));
}

/** Who wrote last about a subject, and when. */
export async function findLastAct(
  { tenant, db }: Context,
  subject: string,
): Promise<{ readonly at: EpochSeconds; readonly by: Actor } | undefined> {
  const row = await db
    .selectFrom("audit_events")
    .select(["at", "actor_account", "role"])
    .where("tenant_id", "=", tenant)
    .where("subject", "=", subject)
    .orderBy("audit_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && { at: row.at, by: { ...(row.actor_account && { account: row.actor_account }), role: row.role } }
  );
}
