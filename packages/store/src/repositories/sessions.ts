import type { AccountId, EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { AuditEvent, Session } from "../door.ts";
import { appendAudit } from "./audit.ts";

export async function openSession(context: Context, session: Session): Promise<void> {
  const { tokenHash, account, openedAt, expiresAt, terminal } = session;
  await context.db
    .insertInto("sessions")
    .values({
      tenant_id: context.tenant,
      token_hash: tokenHash,
      account_id: account,
      opened_at: openedAt,
      expires_at: expiresAt,
      device_id: terminal?.device ?? null,
      driver_id: terminal?.driver ?? null,
    })
    .execute();
  await noteSession(context, "session-opened", { account, now: openedAt });
}

/** A session that has not expired at `now`. */
export async function findSession(
  { tenant, db }: Context,
  tokenHash: string,
  now: EpochSeconds,
): Promise<Session | undefined> {
  const row = await db
    .selectFrom("sessions")
    .select([
      "token_hash as tokenHash",
      "account_id as account",
      "opened_at as openedAt",
      "expires_at as expiresAt",
      "device_id as device",
      "driver_id as driver",
    ])
    .where("tenant_id", "=", tenant)
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { device, driver, ...session } = row;
  if (device === null || driver === null) return session;
  return { ...session, terminal: { device, driver } };
}

/** A session that does not stand is closed already: nothing is noted. */
export async function closeSession(context: Context, tokenHash: string, now: EpochSeconds): Promise<void> {
  const closed = await context.db
    .deleteFrom("sessions")
    .where("tenant_id", "=", context.tenant)
    .where("token_hash", "=", tokenHash)
    .returning("account_id as account")
    .executeTakeFirst();
  if (closed !== undefined) await noteSession(context, "session-closed", { ...closed, now });
}

// By the account itself, in the role that it has now. The token's hash is nobody's business.
async function noteSession(
  context: Context,
  event: AuditEvent,
  { account, now }: { readonly account: AccountId; readonly now: EpochSeconds },
): Promise<void> {
  const { role } = await context.db
    .selectFrom("accounts")
    .select("role")
    .where("tenant_id", "=", context.tenant)
    .where("account_id", "=", account)
    .executeTakeFirstOrThrow();
  await appendAudit(context, [{ event, subject: account }], { by: { account, role }, now });
}
