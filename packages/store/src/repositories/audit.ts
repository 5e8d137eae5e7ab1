import type { EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor, AuditEntry } from "../door.ts";

/** What happened, to whom or what (an id), without personal data. */
export interface AuditEvent {
  readonly event: string;
  readonly subject: string;
  readonly purpose?: string;
  readonly detail?: object;
}

/** Adds to the audit log, in the transaction of what it tells about. */
export async function appendAudit(
  { tenant, db }: Context,
  events: readonly AuditEvent[],
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto("audit_events")
    .values(
      events.map(({ event, subject, purpose, detail }) => ({
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

/** Newest first. */
export async function listAudit({ tenant, db }: Context, limit: number): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom("audit_events")
    .select(["at", "actor_account", "role", "event", "subject", "purpose"])
    .where("tenant_id", "=", tenant)
    .orderBy("audit_id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ actor_account, ...entry }) => ({ ...entry, actor: actor_account ?? "system" }));
}
