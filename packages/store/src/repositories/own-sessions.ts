import type { AccountId, EpochSeconds, SessionId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { OwnSession } from "../words/sessions.ts";
import { noteSession } from "./sessions.ts";

export async function listSessions(
  { tenant, db }: Context,
  account: AccountId,
  now: EpochSeconds,
): Promise<readonly OwnSession[]> {
  const rows = await db
    .selectFrom("sessions")
    .select([
      "session_id as id",
      "token_hash as tokenHash",
      "opened_at as openedAt",
      "expires_at as expiresAt",
      "last_seen_at",
      "means",
      "system",
      "browser",
    ])
    .where("tenant_id", "=", tenant)
    .where("account_id", "=", account)
    .where("expires_at", ">", now)
    .execute();
  return rows
    .map(({ last_seen_at, means, system, browser, ...session }) => ({
      ...session,
      lastSeenAt: last_seen_at ?? session.openedAt,
      means: means ?? undefined,
      seenAs: system === null || browser === null ? undefined : { system, browser },
    }))
    .toSorted((a, b) => b.lastSeenAt - a.lastSeenAt);
}

export async function endSession(
  context: Context,
  { id, account }: { readonly id: SessionId; readonly account: AccountId },
  now: EpochSeconds,
): Promise<string | undefined> {
  const ended = await context.db
    .deleteFrom("sessions")
    .where("tenant_id", "=", context.tenant)
    .where("account_id", "=", account)
    .where("session_id", "=", id)
    .returning("token_hash")
    .executeTakeFirst();
  if (ended === undefined) return undefined;
  await noteSession(context, "session-revoked", { account, now });
  return ended.token_hash;
}

export async function endOtherSessions(
  context: Context,
  { account, keep }: { readonly account: AccountId; readonly keep: string },
  now: EpochSeconds,
): Promise<readonly string[]> {
  const ended = await context.db
    .deleteFrom("sessions")
    .where("tenant_id", "=", context.tenant)
    .where("account_id", "=", account)
    .where("token_hash", "!=", keep)
    .returning("token_hash")
    .execute();
  for (const _ of ended) await noteSession(context, "session-revoked", { account, now });
  return ended.map(({ token_hash }) => token_hash);
}
