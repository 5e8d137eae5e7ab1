import type { AccountId, EpochSeconds, SessionId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { AuditEvent, Session } from "../door.ts";
import type { SignInMeans } from "../words/sessions.ts";
import { appendAudit } from "./audit.ts";

export async function openSession(context: Context, session: Session): Promise<void> {
  const { tokenHash, account, openedAt, expiresAt, terminal, means, seenAs } = session;
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
      session_id: context.newId() as SessionId,
      means: means ?? null,
      system: seenAs?.system ?? null,
      browser: seenAs?.browser ?? null,
      last_seen_at: openedAt,
    })
    .execute();
  await noteSession(context, "session-opened", { account, means, now: openedAt });
  if (terminal !== undefined) context.outgoing.push(AT_A_TERMINAL);
}

/** The register shows which terminals somebody is signed in at. */
const AT_A_TERMINAL = { topic: "terminals" } as const;

/** How far apart two notes of having seen a session are, in seconds. */
const SEEN_EVERY = 600;

/** A session that has not expired at `now`; it is noted as seen. */
export async function findSession(
  context: Context,
  tokenHash: string,
  now: EpochSeconds,
): Promise<Session | undefined> {
  const { tenant, db } = context;
  const row = await db
    .selectFrom("sessions")
    .select([
      "token_hash as tokenHash",
      "account_id as account",
      "opened_at as openedAt",
      "expires_at as expiresAt",
      "device_id as device",
      "driver_id as driver",
      "last_seen_at as seenAt",
    ])
    .where("tenant_id", "=", tenant)
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { device, driver, seenAt, ...session } = row;
  if ((seenAt ?? 0) + SEEN_EVERY <= now) await noteSeen(context, tokenHash, now);
  if (device === null || driver === null) return session;
  return { ...session, terminal: { device, driver } };
}

async function noteSeen({ tenant, db }: Context, tokenHash: string, now: EpochSeconds): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ last_seen_at: now })
    .where("tenant_id", "=", tenant)
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** A session that does not stand is closed already: nothing is noted. */
export async function closeSession(context: Context, tokenHash: string, now: EpochSeconds): Promise<void> {
  const closed = await context.db
    .deleteFrom("sessions")
    .where("tenant_id", "=", context.tenant)
    .where("token_hash", "=", tokenHash)
    .returning(["account_id as account", "device_id as device"])
    .executeTakeFirst();
  if (closed === undefined) return;
  await noteSession(context, "session-closed", { account: closed.account, now });
  if (closed.device !== null) context.outgoing.push(AT_A_TERMINAL);
}

// By the account itself, in the role that it has now. The token's hash is nobody's business.
export async function noteSession(
  context: Context,
  event: AuditEvent,
  {
    account,
    means,
    now,
  }: {
    readonly account: AccountId;
    readonly means?: SignInMeans | undefined;
    readonly now: EpochSeconds;
  },
): Promise<void> {
  const { role } = await context.db
    .selectFrom("accounts")
    .select("role")
    .where("tenant_id", "=", context.tenant)
    .where("account_id", "=", account)
    .executeTakeFirstOrThrow();
  const note = { event, subject: account, ...(means !== undefined && { purpose: means }) };
  await appendAudit(context, [note], { by: { account, role }, now });
}
