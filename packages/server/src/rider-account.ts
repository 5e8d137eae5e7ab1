import type { AccountId, MemberId } from "@noriai/kernel";
import type { Account, Actor } from "@noriai/store";
import type { Call } from "./call.ts";
import { nobodysHash } from "./handlers/session.ts";

const SYSTEM: Actor = { role: "system" };

/**
 * The account by which a member signs in, made at the first time: who registered by phone or on paper needs to do nothing
 * for it. No password fits it. Nothing for a member who was erased.
 */
export async function riderAccountOf(
  { world, town, now }: Pick<Call<"signIn">, "world" | "town" | "now">,
  member: MemberId,
): Promise<Account | undefined> {
  const passwordHash = await nobodysHash(world);
  return world.store.inTenant(town.tenant.id, async (tx) => {
    const known = await tx.findRiderAccount(member);
    if (known !== undefined) return known;
    const [record] = await tx.readMembers([member], { by: SYSTEM, now, purpose: "sign-in" });
    if (record === undefined) return undefined;
    const id = world.newId() as AccountId;
    const account = { id, login: `member ${member}`, passwordHash, role: "rider", member } as const;
    return tx.addRiderAccount({ ...account, displayName: record.name }, SYSTEM, world.wallNow());
  });
}
