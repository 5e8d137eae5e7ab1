import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor, MemberRecord } from "../door.ts";
import type { MemberChange, MemberField } from "../words/member-care.ts";
import { logAccess } from "./access-log.ts";

/** Keeps what each of these fields was and has become, sealed. */
export async function addMemberChanges(
  context: Context,
  change: {
    readonly id: MemberId;
    readonly fields: readonly MemberField[];
    readonly before: MemberRecord;
    readonly after: MemberRecord;
  },
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  const cipher = await context.cipher();
  const rows = change.fields.map((field) => {
    const row = context.newId();
    const seal = (column: "before" | "after") =>
      cipher.seal({ ...PLACE, column, row }, JSON.stringify(change[column][field] ?? null));
    return {
      tenant_id: context.tenant,
      change_id: row,
      member_id: change.id,
      at: now,
      actor_account: by.account ?? null,
      role: by.role,
      field,
      before: seal("before"),
      after: seal("after"),
    };
  });
  await context.db.insertInto("member_changes").values(rows).execute();
}

/** Latest first. */
export async function listMemberChanges(
  context: Context,
  id: MemberId,
  access: Access,
): Promise<readonly MemberChange[]> {
  const rows = await context.db
    .selectFrom("member_changes")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", id)
    .orderBy("recorded", "desc")
    .execute();
  if (rows.length === 0) return [];
  await logAccess(context, [id], access);
  const cipher = await context.cipher();
  return rows.map(({ change_id: row, at, actor_account, role, field, ...sealed }) => {
    const open = (column: "before" | "after") =>
      sealed[column] === null ? null : JSON.parse(cipher.open({ ...PLACE, column, row }, sealed[column]));
    const by = { ...(actor_account && { account: actor_account }), role };
    return { at, by, field, before: open("before"), after: open("after") };
  });
}

/** Writes every value anew, with the newest key. */
export async function resealMemberChanges(context: Context): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("member_changes")
    .select(["change_id", "before", "after"])
    .where("tenant_id", "=", tenant)
    .where("before", "is not", null)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const { change_id: row, ...sealed } of rows) {
    const anew = (column: "before" | "after") => {
      const place = { ...PLACE, column, row };
      return sealed[column] === null ? null : cipher.seal(place, cipher.open(place, sealed[column]));
    };
    await db
      .updateTable("member_changes")
      .set({ before: anew("before"), after: anew("after") })
      .where("tenant_id", "=", tenant)
      .where("change_id", "=", row)
      .execute();
  }
}

const PLACE = { table: "member_changes" };
