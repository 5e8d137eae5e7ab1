import type { Context } from "../context.ts";
import type { Access, MemberRecord } from "../door.ts";
import { normalisePhone } from "../phone-number.ts";
import { logAccess } from "./access-log.ts";
import { keptMembers, openMember } from "./members.ts";

/** More than this many with one phone number mean the same to us as two. */
const FOUND_MAX = 3;

/**
 * Whom a member number or a phone number means, and nothing else that a search would find. Who has only claimed a phone
 * number gives way to whom the desk or a code knows by it; among claims the first counts, so that nobody is shut out by a
 * later one.
 */
export async function findSignInMembers(
  context: Context,
  typed: string,
  access: Access,
): Promise<readonly MemberRecord[]> {
  const cipher = await context.cipher();
  const number = typed.normalize("NFKC").trim();
  const numbers = [number, number.replace(/[\s\p{Pd}ー]/gu, "")];
  const phone = normalisePhone(typed);
  const rows = await keptMembers(context)
    .where((is) =>
      is.or([
        is("member_no", "in", numbers),
        ...(phone === "" ? [] : [is("phone_index", "=", cipher.index("phone", phone))]),
      ]),
    )
    .orderBy("phone_claimed_at", (order) => order.asc().nullsFirst())
    .orderBy("member_no")
    .limit(FOUND_MAX)
    .execute();
  await logAccess(
    context,
    rows.map(({ member_id }) => member_id),
    access,
  );
  const known = rows.filter((row) => row.phone_claimed_at === null || numbers.includes(row.member_no));
  return (known.length > 0 ? known : rows.slice(0, 1)).map((row) => openMember(cipher, row));
}
