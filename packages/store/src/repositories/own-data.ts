import type { AccountId, MemberId } from "@noriai/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../context.ts";
import { STORED, type StoredName } from "../personal-data.ts";
import type { Reading } from "../words/own-data.ts";

/** Counts every kind of what is stored of a member. Nothing is opened for it, so no access is logged. */
export async function countStored(
  { tenant, db }: Context,
  memberId: MemberId,
): Promise<ReadonlyMap<StoredName, number>> {
  const counts = STORED.map(({ kind }) => sql`(${COUNTS[kind](tenant, memberId)})::int AS ${sql.ref(kind)}`);
  const { rows } = await sql<Record<StoredName, number>>`SELECT ${sql.join(counts)}`.execute(db);
  return new Map(STORED.map(({ kind }) => [kind, rows[0]![kind]]));
}

type Count = (tenant: string, id: MemberId) => RawBuilder<unknown>;

/** Rows of a table that says whose they are. */
const rowsOf =
  (table: string): Count =>
  (tenant, id) =>
    sql`SELECT count(*) FROM ${sql.table(`noriai.${table}`)} WHERE tenant_id = ${tenant} AND member_id = ${id}`;

/** One where any of these columns of the record is filled in. */
const partOf =
  (...columns: readonly string[]): Count =>
  (tenant, id) =>
    sql`SELECT count(*) FROM noriai.members WHERE tenant_id = ${tenant} AND member_id = ${id}
      AND num_nonnulls(${sql.join(columns.map((column) => sql.ref(column)))}) > 0`;

/** Rows whose request names the member. */
const asked = (table: string, tenant: string, id: MemberId) =>
  sql`SELECT count(*) FROM ${sql.table(`noriai.${table}`)}
    WHERE tenant_id = ${tenant} AND request->>'memberId' = ${id}`;

const COUNTS: Readonly<Record<StoredName, Count>> = {
  identity: partOf("member_no", "name", "kana", "birth_date"),
  address: partOf("phone", "town", "contact"),
  evidence: (tenant, id) =>
    sql`SELECT (${partOf("disability")(tenant, id)}) + (${rowsOf("member_evidence")(tenant, id)})`,
  joining: rowsOf("registrations"),
  needs: partOf("needs", "language"),
  changes: rowsOf("member_changes"),
  channels: rowsOf("member_channels"),
  helpers: rowsOf("delegates"),
  "sign-in": rowsOf("accounts"),
  rides: rowsOf("bookings"),
  wishes: (tenant, id) =>
    sql`SELECT (${asked("quotes", tenant, id)}) + (${asked("refusals", tenant, id)})
      + (${rowsOf("waitings")(tenant, id)}) + (${rowsOf("recurring_wishes")(tenant, id)})`,
  missed: (tenant, id) =>
    sql`SELECT count(*) FROM noriai.no_show_notes WHERE tenant_id = ${tenant} AND booking_id IN
      (SELECT booking_id FROM noriai.bookings WHERE tenant_id = ${tenant} AND member_id = ${id})`,
  notices: rowsOf("notices"),
  calls: rowsOf("calls"),
  answers: (tenant, id) =>
    sql`SELECT count(*) FROM noriai.remembered_answers WHERE tenant_id = ${tenant} AND account_id IN
      (SELECT account_id FROM noriai.accounts WHERE tenant_id = ${tenant} AND member_id = ${id})`,
  readings: rowsOf("access_log"),
};

export async function listReadings(
  { tenant, db }: Context,
  {
    memberId,
    except,
    before,
    limit,
  }: {
    readonly memberId: MemberId;
    readonly except: AccountId;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly Reading[]> {
  const rows = await db
    .selectFrom("access_log as log")
    .leftJoin("accounts as account", (join) =>
      join
        .onRef("account.tenant_id", "=", "log.tenant_id")
        .onRef("account.account_id", "=", "log.actor_account"),
    )
    .select(["log.access_id", "log.at", "log.actor_account", "log.role", "log.purpose"])
    .select("account.member_id as member")
    .where("log.tenant_id", "=", tenant)
    .where("log.member_id", "=", memberId)
    .where("log.actor_account", "is distinct from", except)
    .$if(before !== undefined, (query) => query.where("log.access_id", "<", before!))
    .orderBy("log.access_id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ access_id: id, at, actor_account, role, purpose, member }) => ({
    ...{ id, at, purpose },
    by: { ...(actor_account !== null && { account: actor_account }), role },
    member: member ?? undefined,
  }));
}
