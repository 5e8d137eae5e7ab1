import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import type { Delegate, NewDelegate } from "../words/calls.ts";
import { logAccess } from "./access-log.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** Keeps who may book in a member's name, and how the member said so. */
export async function addDelegate(
  context: Context,
  delegate: NewDelegate,
  { by, now }: Acting,
): Promise<Delegate> {
  const id = context.newId();
  const { memberId, name, relation, consentedOn, consentedHow } = delegate;
  await context.db
    .insertInto("delegates")
    .values({
      tenant_id: context.tenant,
      delegate_id: id,
      member_id: memberId,
      name: (await context.cipher()).seal(nameOf(id), name),
      relation,
      consented_on: consentedOn,
      consented_how: consentedHow,
      recorded_at: now,
      recorded_by: by.account ?? null,
      recorded_role: by.role,
    })
    .execute();
  const note = { event: "delegate-added", subject: memberId, detail: { delegate: id, relation } } as const;
  await appendAudit(context, [note], { by, now });
  return { ...delegate, id, recordedAt: now, revokedAt: undefined };
}

export async function revokeDelegate(
  context: Context,
  { id, memberId }: { readonly id: string; readonly memberId: MemberId },
  { by, now }: Acting,
): Promise<boolean> {
  const { tenant, db } = context;
  const row = await db
    .selectFrom("delegates")
    .select("revoked_at")
    .where("tenant_id", "=", tenant)
    .where("delegate_id", "=", id)
    .where("member_id", "=", memberId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.revoked_at !== null) return true;
  await db
    .updateTable("delegates")
    .set({ revoked_at: now, revoked_by: by.account ?? null, revoked_role: by.role })
    .where("tenant_id", "=", tenant)
    .where("delegate_id", "=", id)
    .execute();
  const note = { event: "delegate-revoked", subject: memberId, detail: { delegate: id } } as const;
  await appendAudit(context, [note], { by, now });
  return true;
}

/** In the order in which they were noted; reading their names is a reading of the member's record. */
export async function listDelegates(
  context: Context,
  memberId: MemberId,
  access: Access,
): Promise<readonly Delegate[]> {
  const cipher = await context.cipher();
  const rows = await context.db
    .selectFrom("delegates")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .where("invitation_index", "is", null) // who is only invited has not consented
    .orderBy("recorded")
    .execute();
  if (rows.length > 0) await logAccess(context, [memberId], access);
  return rows.map((row) => ({
    id: row.delegate_id,
    memberId,
    name: cipher.open(nameOf(row.delegate_id), row.name),
    relation: row.relation,
    consentedOn: row.consented_on,
    consentedHow: row.consented_how,
    recordedAt: row.recorded_at,
    revokedAt: undefined,
  }));
}

/** Seals every name with the newest key. */
export async function resealDelegates(context: Context): Promise<void> {
  const { tenant, db } = context;
  const cipher = await context.cipher();
  const rows = await db
    .selectFrom("delegates")
    .select(["delegate_id", "name"])
    .where("tenant_id", "=", tenant)
    .execute();
  for (const { delegate_id, name } of rows)
    await db
      .updateTable("delegates")
      .set({ name: cipher.seal(nameOf(delegate_id), cipher.open(nameOf(delegate_id), name)) })
      .where("tenant_id", "=", tenant)
      .where("delegate_id", "=", delegate_id)
      .execute();
}

const nameOf = (row: string) => ({ table: "delegates", column: "name", row });
