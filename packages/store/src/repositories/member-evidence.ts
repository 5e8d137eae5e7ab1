import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import type { Evidence, NotedEvidence } from "../words/registrations.ts";
import { logAccess } from "./access-log.ts";
import { appendAudit } from "./audit.ts";
import { addMemberChanges } from "./member-changes.ts";
import { keptMembers, openMember, sealMember } from "./members.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/**
 * Notes that a paper was seen; the fare goes by it from now on. The record's version grows only where a field of the
 * form changes. The audit log tells that something was seen, not what: a handbook is nobody else's business.
 */
export async function noteEvidence(
  context: Context,
  { id, evidence }: { readonly id: MemberId; readonly evidence: Evidence },
  acting: Acting,
): Promise<boolean> {
  const { tenant, db } = context;
  const row = await keptMembers(context).where("member_id", "=", id).forUpdate().executeTakeFirst();
  if (row === undefined) return false;
  const evidenceId = context.newId();
  const cipher = await context.cipher();
  await db
    .insertInto("member_evidence")
    .values({
      tenant_id: tenant,
      evidence_id: evidenceId,
      member_id: id,
      seen: cipher.seal(seenOf(evidenceId), JSON.stringify(evidence)),
      at: acting.now,
      actor_account: acting.by.account ?? null,
      role: acting.by.role,
    })
    .execute();
  const member = db.updateTable("members").where("tenant_id", "=", tenant).where("member_id", "=", id);
  if (evidence.kind === "age") await member.set({ age_unseen: false }).execute();
  else {
    const { seenOn, until } = evidence;
    const before = openMember(cipher, row);
    const isNew = before.disability?.seenOn !== seenOn || before.disability.until !== until;
    const after = { ...before, disability: { seenOn, ...(until && { until }) } };
    const { disability } = sealMember(cipher, after);
    if (isNew) {
      await member.set({ disability, version: row.version + 1 }).execute();
      await addMemberChanges(context, { id, fields: ["disability"], before, after }, acting);
    }
  }
  await appendAudit(context, [{ event: "evidence-noted", subject: id }], acting);
  return true;
}

/** Latest first. What was seen belongs to the member's record: reading it is noted. */
export async function listEvidence(
  context: Context,
  id: MemberId,
  access: Access,
): Promise<readonly NotedEvidence[]> {
  const rows = await context.db
    .selectFrom("member_evidence")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", id)
    .orderBy("recorded", "desc")
    .execute();
  if (rows.length === 0) return [];
  await logAccess(context, [id], access);
  const cipher = await context.cipher();
  return rows.map(({ evidence_id, seen, at, actor_account, role }) => ({
    ...(JSON.parse(cipher.open(seenOf(evidence_id), seen)) as Evidence),
    at,
    by: { ...(actor_account && { account: actor_account }), role },
  }));
}

/** Seals everything that was seen with the newest key. */
export async function resealEvidence(context: Context): Promise<void> {
  const { tenant, db } = context;
  const cipher = await context.cipher();
  const rows = await db
    .selectFrom("member_evidence")
    .select(["evidence_id", "seen"])
    .where("tenant_id", "=", tenant)
    .execute();
  for (const { evidence_id, seen } of rows) {
    const place = seenOf(evidence_id);
    await db
      .updateTable("member_evidence")
      .set({ seen: cipher.seal(place, cipher.open(place, seen)) })
      .where("tenant_id", "=", tenant)
      .where("evidence_id", "=", evidence_id)
      .execute();
  }
}

const seenOf = (row: string) => ({ table: "member_evidence", column: "seen", row });
