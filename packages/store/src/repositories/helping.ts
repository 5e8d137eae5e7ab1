import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { Selectable } from "kysely";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { Tables } from "../schema.ts";
import type { Helper, Helping, Invitation, NewHelper } from "../words/helping.ts";
import { logAccess } from "./access-log.ts";
import { appendAudit } from "./audit.ts";
import { keptMembers } from "./members.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** Keeps the member's consent to be helped by somebody, who has yet to consent. */
export async function inviteHelper(
  context: Context,
  helper: NewHelper,
  acting: Acting,
): Promise<Helper | "too-many-helpers"> {
  await keptMembers(context).where("member_id", "=", helper.memberId).forUpdate().execute();
  if ((await countHelpers(context, helper.memberId)) >= helper.most) return "too-many-helpers";
  const id = context.newId();
  const cipher = await context.cipher();
  const row = await context.db
    .insertInto("delegates")
    .values({
      tenant_id: context.tenant,
      delegate_id: id,
      member_id: helper.memberId,
      name: cipher.seal(nameOf(id), helper.name),
      relation: helper.relation,
      consented_on: helper.consentedOn,
      consented_how: "app",
      recorded_at: acting.now,
      recorded_by: acting.by.account ?? null,
      recorded_role: acting.by.role,
      invitation_index: indexOf(cipher, helper.code),
      invited_until: helper.until,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const detail = { delegate: id, relation: helper.relation };
  await appendAudit(context, [{ event: "helper-invited", subject: helper.memberId, detail }], acting);
  return toHelper(cipher, row, acting.now);
}

async function countHelpers({ tenant, db }: Context, memberId: MemberId): Promise<number> {
  const { count } = await db
    .selectFrom("delegates")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findInvitation(
  context: Context,
  { code, now }: { readonly code: string; readonly now: EpochSeconds },
): Promise<Invitation | undefined> {
  const row = await (await openInvitation(context, { code, now })).query.executeTakeFirst();
  return (
    row && { id: row.delegate_id, memberId: row.member_id, relation: row.relation, until: row.invited_until! }
  );
}

/** Keeps the helper's consent beside the member's; the invitation is used up. */
export async function acceptInvitation(
  context: Context,
  { code, helper }: { readonly code: string; readonly helper: MemberId },
  acting: Acting,
): Promise<Helping | "not-found" | "own" | "already-helps"> {
  const open = await openInvitation(context, { code, now: acting.now });
  const row = await open.query.forUpdate().executeTakeFirst();
  if (row === undefined) return "not-found";
  const { delegate_id: id, member_id: memberId, relation } = row;
  if (memberId === helper) return "own";
  if ((await findHelping(context, { helper, member: memberId })) !== undefined) return "already-helps";
  await context.db
    .updateTable("delegates")
    .set({
      helper_member_id: helper,
      accepted_at: acting.now,
      invitation_index: null,
      invited_until: null,
    })
    .where("tenant_id", "=", context.tenant)
    .where("delegate_id", "=", id)
    .execute();
  const note = { event: "helper-accepted", subject: memberId, detail: { delegate: id } } as const;
  await appendAudit(context, [note], acting);
  return { id, memberId, relation, acceptedAt: acting.now, told: false };
}

/** Whose time is not over, and which was not taken back. */
async function openInvitation(
  { tenant, db, cipher }: Context,
  { code, now }: { readonly code: string; readonly now: EpochSeconds },
) {
  const query = db
    .selectFrom("delegates")
    .select(["delegate_id", "member_id", "relation", "invited_until"])
    .where("tenant_id", "=", tenant)
    .where("invitation_index", "=", indexOf(await cipher(), code))
    .where("invited_until", ">", now)
    .where("revoked_at", "is", null);
  return { query };
}

/** In the order in which they were noted; reading their names is a reading of the member's record. */
export async function listHelpers(
  context: Context,
  memberId: MemberId,
  access: Access,
): Promise<readonly Helper[]> {
  const rows = await context.db
    .selectFrom("delegates")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .orderBy("recorded")
    .execute();
  if (rows.length > 0) await logAccess(context, [memberId], access);
  const cipher = await context.cipher();
  return rows.map((row) => toHelper(cipher, row, access.now));
}

export async function listHelping({ tenant, db }: Context, helper: MemberId): Promise<readonly Helping[]> {
  const rows = await db
    .selectFrom("delegates")
    .select(["delegate_id", "member_id", "relation", "accepted_at", "told"])
    .where("tenant_id", "=", tenant)
    .where("helper_member_id", "=", helper)
    .where("revoked_at", "is", null)
    .orderBy("recorded")
    .execute();
  return rows.map(toHelping);
}

/** The row is held until the transaction ends, so that taking the consent back and acting on it come one after the other. */
export async function findHelping(
  { tenant, db }: Context,
  { helper, member }: { readonly helper: MemberId; readonly member: MemberId },
): Promise<Helping | undefined> {
  const row = await db
    .selectFrom("delegates")
    .select(["delegate_id", "member_id", "relation", "accepted_at", "told"])
    .where("tenant_id", "=", tenant)
    .where("helper_member_id", "=", helper)
    .where("member_id", "=", member)
    .where("revoked_at", "is", null)
    .forShare()
    .executeTakeFirst();
  return row && toHelping(row);
}

export async function stopHelping(
  context: Context,
  { id, helper }: { readonly id: string; readonly helper: MemberId },
  acting: Acting,
): Promise<boolean> {
  const row = await context.db
    .updateTable("delegates")
    .set({ revoked_at: acting.now, revoked_by: acting.by.account ?? null, revoked_role: acting.by.role })
    .where("tenant_id", "=", context.tenant)
    .where("delegate_id", "=", id)
    .where("helper_member_id", "=", helper)
    .where("revoked_at", "is", null)
    .returning("member_id")
    .executeTakeFirst();
  if (row === undefined) return false;
  const note = { event: "helper-left", subject: row.member_id, detail: { delegate: id } } as const;
  await appendAudit(context, [note], acting);
  return true;
}

export async function setTold(
  context: Context,
  { id, helper, told }: { readonly id: string; readonly helper: MemberId; readonly told: boolean },
  acting: Acting,
): Promise<boolean> {
  const row = await context.db
    .selectFrom("delegates")
    .select(["member_id", "told"])
    .where("tenant_id", "=", context.tenant)
    .where("delegate_id", "=", id)
    .where("helper_member_id", "=", helper)
    .where("revoked_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.told === told) return true;
  await context.db
    .updateTable("delegates")
    .set({ told })
    .where("tenant_id", "=", context.tenant)
    .where("delegate_id", "=", id)
    .execute();
  const detail = { delegate: id, told };
  await appendAudit(context, [{ event: "helper-notices-set", subject: row.member_id, detail }], acting);
  return true;
}

export async function namesOfHelpers(
  context: Context,
  memberId: MemberId,
): Promise<ReadonlyMap<MemberId, string>> {
  const rows = await context.db
    .selectFrom("delegates")
    .select(["delegate_id", "helper_member_id", "name"])
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", memberId)
    .where("helper_member_id", "is not", null)
    .orderBy("recorded")
    .execute();
  if (rows.length === 0) return new Map();
  const cipher = await context.cipher();
  return new Map(
    rows.map(({ delegate_id: id, helper_member_id, name }) => [
      helper_member_id!,
      cipher.open(nameOf(id), name),
    ]),
  );
}

type Row = Selectable<Tables["delegates"]>;

const toHelping = (
  row: Pick<Row, "delegate_id" | "member_id" | "relation" | "accepted_at" | "told">,
): Helping => ({
  id: row.delegate_id,
  memberId: row.member_id,
  relation: row.relation,
  acceptedAt: row.accepted_at!,
  told: row.told,
});

const toHelper = (cipher: FieldCipher, row: Row, now: EpochSeconds): Helper => ({
  id: row.delegate_id,
  memberId: row.member_id,
  name: cipher.open(nameOf(row.delegate_id), row.name),
  relation: row.relation,
  consentedOn: row.consented_on,
  consentedHow: row.consented_how,
  recordedAt: row.recorded_at,
  revokedAt: undefined,
  standing: standingOf(row, now),
  invitedUntil: row.invited_until ?? undefined,
  acceptedAt: row.accepted_at ?? undefined,
  told: row.told,
});

function standingOf(row: Pick<Row, "accepted_at" | "invited_until">, now: EpochSeconds): Helper["standing"] {
  if (row.accepted_at !== null) return "helping";
  if (row.invited_until === null) return "noted";
  return row.invited_until > now ? "invited" : "expired";
}

const nameOf = (row: string) => ({ table: "delegates", column: "name", row });

const indexOf = (cipher: FieldCipher, code: string): Buffer => cipher.index("invitation", code);
