import type { Role } from "@noriai/identity";
import type { AccountId, EpochSeconds, MemberId } from "@noriai/kernel";
import type { Selectable } from "kysely";
import type { Context } from "../context.ts";
import type { Account, Actor } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { Tables } from "../schema.ts";
import { appendAudit } from "./audit.ts";
import { keptMembers } from "./members.ts";

/** Upper and lower case, full and half width of a login are one. */
export async function findAccountByLogin(context: Context, login: string): Promise<Account | undefined> {
  const cipher = await context.cipher();
  return await findOne(context, { login_index: cipher.index("login", foldLogin(login)) });
}

export const findAccount = (context: Context, id: AccountId): Promise<Account | undefined> =>
  findOne(context, { account_id: id });

/** The first account that was added in this role. */
export const findAccountByRole = (context: Context, role: Role): Promise<Account | undefined> =>
  findOne(context, { role });

/** The one by which a member signs in. */
export const findRiderAccount = (context: Context, member: MemberId): Promise<Account | undefined> =>
  findOne(context, { member_id: member, role: "rider" });

/** One after the other, so that a member who signs in twice at one moment gets one account. */
export async function addRiderAccount(
  context: Context,
  account: Account & { readonly member: MemberId },
  adding: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<Account | undefined> {
  const { member } = account;
  // Of two at one moment the second waits here. Both may have noted a reading of the member before, which holds the key.
  const row = await keptMembers(context).where("member_id", "=", member).forNoKeyUpdate().executeTakeFirst();
  if (row === undefined) return undefined; // erased in between
  const known = await findRiderAccount(context, member);
  if (known !== undefined) return known;
  await addAccount(context, account, adding);
  return account;
}

/** A name that was corrected is that of the greeting too. */
export async function renameRiderAccounts(
  context: Context,
  { id: member, name }: { readonly id: MemberId; readonly name: string },
): Promise<void> {
  const { tenant, db } = context;
  const cipher = await context.cipher();
  const rows = await db
    .selectFrom("accounts")
    .select("account_id")
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", member)
    .where("role", "=", "rider")
    .execute();
  for (const { account_id: row } of rows)
    await db
      .updateTable("accounts")
      .set({ display_name: cipher.seal({ table: "accounts", column: "display_name", row }, name) })
      .where("tenant_id", "=", tenant)
      .where("account_id", "=", row)
      .execute();
}

export async function addAccount(
  context: Context,
  account: Account,
  adding: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  await context.db
    .insertInto("accounts")
    .values({
      tenant_id: context.tenant,
      account_id: account.id,
      ...sealAccount(await context.cipher(), account),
      password_hash: account.passwordHash,
      role: account.role,
      member_id: account.member ?? null,
      vehicle_id: account.vehicle ?? null,
      added_at: adding.now,
    })
    .execute();
  await appendAudit(
    context,
    [{ event: "account-added", subject: account.id, detail: { role: account.role } }],
    adding,
  );
}

/** Writes every account's sealed fields anew, with the newest key. */
export async function resealAccounts(context: Context): Promise<void> {
  const cipher = await context.cipher();
  const { db, tenant } = context;
  const rows = await db.selectFrom("accounts").selectAll().where("tenant_id", "=", tenant).execute();
  for (const row of rows) {
    await db
      .updateTable("accounts")
      .set(sealAccount(cipher, openAccount(cipher, row)))
      .where("tenant_id", "=", tenant)
      .where("account_id", "=", row.account_id)
      .execute();
  }
}

async function findOne(
  context: Context,
  where: Partial<Pick<Selectable<Tables["accounts"]>, "account_id" | "login_index" | "role" | "member_id">>,
): Promise<Account | undefined> {
  const row = await context.db
    .selectFrom("accounts")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where((is) => is.and(where))
    .orderBy("recorded")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : openAccount(await context.cipher(), row);
}

/** A login may be a phone number, and a display name is often a person's. */
function sealAccount(cipher: FieldCipher, { id, login, displayName }: Account) {
  const place = (column: string) => ({ table: "accounts", column, row: id });
  return {
    login: cipher.seal(place("login"), login),
    login_index: cipher.index("login", foldLogin(login)),
    display_name: cipher.seal(place("display_name"), displayName),
  };
}

function openAccount(cipher: FieldCipher, row: Selectable<Tables["accounts"]>): Account {
  const open = (column: string, sealed: Uint8Array) =>
    cipher.open({ table: "accounts", column, row: row.account_id }, sealed);
  return {
    id: row.account_id,
    login: open("login", row.login),
    passwordHash: row.password_hash,
    role: row.role,
    displayName: open("display_name", row.display_name),
    ...(row.member_id === null ? {} : { member: row.member_id }),
    ...(row.vehicle_id === null ? {} : { vehicle: row.vehicle_id }),
  };
}

const foldLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase();
