import type { MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access } from "../door.ts";

/** Notes who looked at whose record and why, in the transaction of the reading. */
export async function logAccess(
  { tenant, db }: Context,
  members: readonly MemberId[],
  { by, now, purpose }: Access,
): Promise<void> {
  if (members.length === 0) return;
  await db
    .insertInto("access_log")
    .values(
      members.map((member) => ({
        tenant_id: tenant,
        at: now,
        actor_account: by.account ?? null,
        role: by.role,
        purpose,
        member_id: member,
      })),
    )
    .execute();
}
