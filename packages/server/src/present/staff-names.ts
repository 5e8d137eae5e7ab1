import type { AccountId } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";

/** The names of those of the staff who acted. Riders act in their own name, which is not the staff's to read here. */
export async function staffNames(
  tx: TenantTransaction,
  accounts: readonly (AccountId | null | undefined)[],
): Promise<(account: AccountId | null | undefined) => string | null> {
  const names = new Map<AccountId, string>();
  for (const id of new Set(accounts.filter((account) => account != null))) {
    const account = await tx.findAccount(id);
    if (account !== undefined && account.role !== "rider") names.set(id, account.displayName);
  }
  return (account) => (account == null ? null : (names.get(account) ?? null));
}
