import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor, MemberRecord } from "../door.ts";
import { MEMBER_FIELDS, type MemberField } from "../member-fields.ts";
import { normalisePhone } from "../phone-number.ts";
import type { KeptMember } from "../words/member-care.ts";
import { logAccess } from "./access-log.ts";
import { renameRiderAccounts } from "./accounts.ts";
import { appendAudit } from "./audit.ts";
import { addMemberChanges } from "./member-changes.ts";
import { keptMembers, openMember, sealMember } from "./members.ts";

/** The record as it stands now: changed, or left as somebody else has changed it meanwhile. */
export type ChangedMember =
  | { readonly kind: "changed"; readonly member: KeptMember }
  | { readonly kind: "overtaken"; readonly member: KeptMember }
  | { readonly kind: "not-found" };

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/**
 * Changes a record that is still of the version that was seen, and keeps what each changed field was before. A phone number
 * that stays is as little shown as it was.
 */
export async function changeMember(
  context: Context,
  wish: {
    readonly id: MemberId;
    readonly record: Omit<MemberRecord, "id" | "memberNo">;
    readonly seen: number;
  },
  acting: Acting,
): Promise<ChangedMember> {
  const { id, seen } = wish;
  const row = await keptMembers(context).where("member_id", "=", id).forUpdate().executeTakeFirst();
  if (row === undefined) return { kind: "not-found" };
  const cipher = await context.cipher();
  const before = openMember(cipher, row);
  await logAccess(context, [id], { ...acting, purpose: "registration" });
  const kept = { registeredAt: row.registered_at, version: row.version };
  if (row.version !== seen) return { kind: "overtaken", member: { record: before, ...kept } };

  const isSamePhone = normalisePhone(before.phone) === normalisePhone(wish.record.phone);
  const record: MemberRecord = {
    ...wish.record,
    phoneClaimedAt: (isSamePhone ? before : wish.record).phoneClaimedAt,
    ...(before.ageUnseen && { ageUnseen: before.ageUnseen }),
    id,
    memberNo: before.memberNo,
  };
  const fields = changedFields(before, record);
  if (fields.length === 0) return { kind: "changed", member: { record: before, ...kept } };
  const version = row.version + 1;
  await context.db
    .updateTable("members")
    .set({ ...sealMember(cipher, record), version, phone_claimed_at: record.phoneClaimedAt ?? null })
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", id)
    .execute();
  if (fields.includes("name")) await renameRiderAccounts(context, record);
  await addMemberChanges(context, { id, fields, before, after: record }, acting);
  await appendAudit(context, [{ event: "member-changed", subject: id, detail: { fields } }], acting);
  return { kind: "changed", member: { record, registeredAt: row.registered_at, version } };
}

const changedFields = (before: MemberRecord, after: MemberRecord): readonly MemberField[] =>
  MEMBER_FIELDS.filter((field) => asText(before[field]) !== asText(after[field]));

/** Fields of a value in the order of their names: what came out of a form may have them in another. */
function asText(value: MemberRecord[MemberField]): string {
  if (typeof value !== "object" || Array.isArray(value)) return JSON.stringify(value ?? null);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
