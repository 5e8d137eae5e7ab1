import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access } from "../door.ts";

const HOUR = 3600;

/**
 * Notes who looked at whose record and why, in the transaction of the reading: once for each reader, person, purpose
 * and clock hour, because a page that is kept fresh reads the same record all day, and a log of that tells nothing.
 */
export async function logAccess(
  context: Context,
  members: readonly MemberId[],
  access: Access,
): Promise<void> {
  if (members.length === 0) return;
  const known = await notedThisHour(context, members, access);
  const unnoted = [...new Set(members)].filter((member) => !known.has(member));
  if (unnoted.length === 0) return;
  const { by, now, purpose } = access;
  await context.db
    .insertInto("access_log")
    .values(
      unnoted.map((member) => ({
        tenant_id: context.tenant,
        at: now,
        actor_account: by.account ?? null,
        role: by.role,
        purpose,
        member_id: member,
      })),
    )
    .execute();
}

/** Two readings at one moment may both be noted; none is ever missing. */
async function notedThisHour(
  { tenant, db }: Context,
  members: readonly MemberId[],
  { by, now, purpose }: Access,
): Promise<ReadonlySet<MemberId>> {
  const hour = now - (now % HOUR);
  const rows = await db
    .selectFrom("access_log")
    .select("member_id")
    .distinct()
    .where("tenant_id", "=", tenant)
    .where("actor_account", "is not distinct from", by.account ?? null)
    .where("role", "=", by.role)
    .where("purpose", "=", purpose)
    .where("at", ">=", hour as EpochSeconds)
    .where("at", "<", (hour + HOUR) as EpochSeconds)
    .where("member_id", "in", [...members])
    .execute();
  return new Set(rows.map(({ member_id }) => member_id));
}
