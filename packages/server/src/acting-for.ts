import type { MemberId } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { StaffCall } from "./decide-on.ts";
import type { Trouble } from "./trouble.ts";

/**
 * Whether the caller may book, change and call off in a member's name now: riders in their own and in that of whom they
 * help, the desk in everybody's. A helper's right is held until the transaction ends. FIELD row 14
 */
export async function mayActFor(
  { who }: Pick<StaffCall, "who">,
  tx: Pick<TenantTransaction, "findHelping">,
  memberId: MemberId,
): Promise<boolean> {
  const { role, member } = who.account;
  if (role !== "rider" || member === memberId) return true;
  if (member === undefined) return false;
  return (await tx.findHelping({ helper: member, member: memberId })) !== undefined;
}

/** For the transaction that writes: a consent that was taken back since the request began is none. */
export const stillFor =
  (call: Pick<StaffCall, "who">, memberId: MemberId) =>
  async (tx: Pick<TenantTransaction, "findHelping">): Promise<Trouble | undefined> =>
    (await mayActFor(call, tx, memberId)) ? undefined : { kind: "not-found" };
