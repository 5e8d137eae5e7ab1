import type { AccountId, EpochSeconds, PasskeyId } from "@noriai/kernel";
import type { Selectable } from "kysely";
import type { Context } from "../context.ts";
import type { Tables } from "../schema.ts";
import type { Acting } from "../words/crew.ts";
import type { AddedPasskey, NewPasskey, Passkey } from "../words/passkeys.ts";
import { appendAudit } from "./audit.ts";

export async function addPasskey(
  context: Context,
  { passkey, most }: { readonly passkey: NewPasskey; readonly most: number },
  acting: Acting,
): Promise<AddedPasskey> {
  if ((await countUnderLock(context, passkey.account)) >= most) return "too-many";
  const id = context.newId() as PasskeyId;
  const { account, credentialId, publicKey, counter, transports, synced, system } = passkey;
  const added = await context.db
    .insertInto("passkeys")
    .values({
      ...{ tenant_id: context.tenant, passkey_id: id, account_id: account, credential_id: credentialId },
      ...{ public_key: Buffer.from(publicKey), counter, transports: [...transports], synced, system },
      added_at: acting.now,
    })
    .onConflict((known) => known.doNothing())
    .returning("passkey_id")
    .executeTakeFirst();
  if (added === undefined) return "known";
  await appendAudit(context, [{ event: "passkey-added", subject: account, detail: { passkey: id } }], acting);
  return { ...passkey, id, addedAt: acting.now, lastUsedAt: undefined };
}

/** Nobody else adds one to this account until the end of the transaction. */
async function countUnderLock(context: Context, account: AccountId): Promise<number> {
  const { db, tenant } = context;
  await db
    .selectFrom("accounts")
    .select("account_id")
    .where("tenant_id", "=", tenant)
    .where("account_id", "=", account)
    .forUpdate()
    .execute();
  return (await listPasskeys(context, account)).length;
}

export async function listPasskeys({ tenant, db }: Context, account: AccountId): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom("passkeys")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("account_id", "=", account)
    .orderBy("added_at")
    .orderBy("passkey_id")
    .execute();
  return rows.map(toPasskey);
}

export async function findPasskey(
  { tenant, db }: Context,
  credentialId: string,
): Promise<Passkey | undefined> {
  const row = await db
    .selectFrom("passkeys")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("credential_id", "=", credentialId)
    .executeTakeFirst();
  return row && toPasskey(row);
}

export async function notePasskeyUse(
  { tenant, db }: Context,
  { id, counter }: { readonly id: PasskeyId; readonly counter: number },
  now: EpochSeconds,
): Promise<void> {
  await db
    .updateTable("passkeys")
    .set({ counter, last_used_at: now })
    .where("tenant_id", "=", tenant)
    .where("passkey_id", "=", id)
    .execute();
}

export async function removePasskey(
  context: Context,
  { id, account }: { readonly id: PasskeyId; readonly account: AccountId },
  acting: Acting,
): Promise<boolean> {
  const { numDeletedRows } = await context.db
    .deleteFrom("passkeys")
    .where("tenant_id", "=", context.tenant)
    .where("passkey_id", "=", id)
    .where("account_id", "=", account)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await appendAudit(
    context,
    [{ event: "passkey-removed", subject: account, detail: { passkey: id } }],
    acting,
  );
  return true;
}

export async function useChallenge(
  { tenant, db }: Context,
  challenge: string,
  endsAt: EpochSeconds,
): Promise<boolean> {
  const used = await db
    .insertInto("used_challenges")
    .values({ tenant_id: tenant, challenge, ends_at: endsAt })
    .onConflict((known) => known.doNothing())
    .returning("challenge")
    .executeTakeFirst();
  return used !== undefined;
}

/** Challenges that are too old to be answered are known to be so without this. */
export async function forgetChallenges({ tenant, db }: Context, now: EpochSeconds): Promise<void> {
  await db
    .deleteFrom("used_challenges")
    .where("tenant_id", "=", tenant)
    .where("ends_at", "<=", now)
    .execute();
}

const toPasskey = (row: Selectable<Tables["passkeys"]>): Passkey => ({
  id: row.passkey_id,
  account: row.account_id,
  credentialId: row.credential_id,
  publicKey: new Uint8Array(row.public_key),
  counter: row.counter,
  transports: row.transports,
  synced: row.synced,
  system: row.system,
  addedAt: row.added_at,
  lastUsedAt: row.last_used_at ?? undefined,
});
