import type { Guardian } from "@noriai/booking";
import type { EpochSeconds, MemberId } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import type {
  Attempt,
  NewRegistration,
  Registration,
  RegistrationTables,
  SourceCount,
} from "../words/registrations.ts";
import { logAccess } from "./access-log.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** Keeps how a member came. The audit log tells the way, nothing of a person. */
export async function addRegistration(
  context: Context,
  { memberId, way, source, guardian }: NewRegistration,
  { by, now }: Acting,
): Promise<void> {
  const sealed = guardian && (await context.cipher()).seal(guardianOf(memberId), JSON.stringify(guardian));
  await context.db
    .insertInto("registrations")
    .values({
      tenant_id: context.tenant,
      member_id: memberId,
      way,
      source: source ?? null,
      guardian: sealed ?? null,
      at: now,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
}

export async function noteAttempt(
  { tenant, db }: Context,
  id: MemberId,
  { hash, until }: Attempt,
): Promise<void> {
  await db
    .updateTable("registrations")
    .set({ attempt: hash, attempt_until: until })
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", id)
    .execute();
}

export async function findAttempt(
  { tenant, db }: Context,
  hash: string,
): Promise<{ readonly memberId: MemberId; readonly until: EpochSeconds } | undefined> {
  const row = await db
    .selectFrom("registrations")
    .select(["member_id", "attempt_until"])
    .where("tenant_id", "=", tenant)
    .where("attempt", "=", hash)
    .executeTakeFirst();
  return row && { memberId: row.member_id, until: row.attempt_until! };
}

export async function findRegistration(
  context: Context,
  id: MemberId,
  access: Access,
): Promise<(Registration & { readonly guardian: Guardian | undefined }) | undefined> {
  const row = await context.db
    .selectFrom("registrations")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.guardian === null) return { ...toRegistration(row), guardian: undefined };
  await logAccess(context, [id], access);
  const cipher = await context.cipher();
  return { ...toRegistration(row), guardian: JSON.parse(cipher.open(guardianOf(id), row.guardian)) };
}

export async function listRegistrations(
  { tenant, db }: Context,
  limit: number,
): Promise<readonly Registration[]> {
  const rows = await db
    .selectFrom("registrations as r")
    .innerJoin("members as m", (join) =>
      join.onRef("m.tenant_id", "=", "r.tenant_id").onRef("m.member_id", "=", "r.member_id"),
    )
    .selectAll("r")
    .where("r.tenant_id", "=", tenant)
    .where("m.erased_at", "is", null)
    .orderBy(sql`r.settled_at IS NOT NULL`)
    .orderBy("r.recorded", "desc")
    .limit(limit)
    .execute();
  return rows.map(toRegistration);
}

export async function countSources({ tenant, db }: Context): Promise<readonly SourceCount[]> {
  const rows = await db
    .selectFrom("registrations")
    .select(({ fn }) => ["source", "way", fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenant)
    .groupBy(["source", "way"])
    .orderBy("count", "desc")
    .orderBy("source")
    .orderBy("way")
    .execute();
  return rows.map(({ source, way, count }) => ({ source: source ?? undefined, way, count: Number(count) }));
}

export async function settleRegistration(
  context: Context,
  id: MemberId,
  { by, now }: Acting,
): Promise<boolean> {
  const row = await context.db
    .selectFrom("registrations")
    .select("settled_at")
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.settled_at !== null) return true;
  await context.db
    .updateTable("registrations")
    .set({ settled_at: now, settled_by: by.account ?? null })
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", id)
    .execute();
  await appendAudit(context, [{ event: "registration-settled", subject: id }], { by, now });
  return true;
}

/** Seals every guardian with the newest key. */
export async function resealRegistrations(context: Context): Promise<void> {
  const { tenant, db } = context;
  const cipher = await context.cipher();
  const rows = await db
    .selectFrom("registrations")
    .select(["member_id", "guardian"])
    .where("tenant_id", "=", tenant)
    .where("guardian", "is not", null)
    .execute();
  for (const { member_id, guardian } of rows) {
    const place = guardianOf(member_id);
    await db
      .updateTable("registrations")
      .set({ guardian: cipher.seal(place, cipher.open(place, guardian!)) })
      .where("tenant_id", "=", tenant)
      .where("member_id", "=", member_id)
      .execute();
  }
}

const toRegistration = (row: Selectable<RegistrationTables["registrations"]>): Registration => ({
  memberId: row.member_id,
  way: row.way,
  source: row.source ?? undefined,
  at: row.at,
  by: { ...(row.actor_account && { account: row.actor_account }), role: row.role },
  settledAt: row.settled_at ?? undefined,
});

const guardianOf = (row: MemberId) => ({ table: "registrations", column: "guardian", row });
