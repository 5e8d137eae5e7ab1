import type { EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Session } from "../door.ts";

export async function openSession({ tenant, db }: Context, session: Session): Promise<void> {
  const { tokenHash, account, openedAt, expiresAt } = session;
  await db
    .insertInto("sessions")
    .values({
      tenant_id: tenant,
      token_hash: tokenHash,
      account_id: account,
      opened_at: openedAt,
      expires_at: expiresAt,
    })
    .execute();
}

/** A session that has not expired at `now`. */
export async function findSession(
  { tenant, db }: Context,
  tokenHash: string,
  now: EpochSeconds,
): Promise<Session | undefined> {
  return await db
    .selectFrom("sessions")
    .select([
      "token_hash as tokenHash",
      "account_id as account",
      "opened_at as openedAt",
      "expires_at as expiresAt",
    ])
    .where("tenant_id", "=", tenant)
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

export async function closeSession({ tenant, db }: Context, tokenHash: string): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where("tenant_id", "=", tenant)
    .where("token_hash", "=", tokenHash)
    .execute();
}
