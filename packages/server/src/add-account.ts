import { hashPassword, type Role, SALT_BYTES } from "@noriai/identity";
import {
  type AccountId,
  type EpochSeconds,
  fail,
  ok,
  type Result,
  type TenantId,
  type VehicleId,
} from "@noriai/kernel";
import type { Account, Actor, Store, TenantTransaction } from "@noriai/store";
import type { Sources } from "./world.ts";

export interface NewAccount {
  readonly tenant: TenantId;
  readonly role: Role;
  readonly login: string;
  readonly password: string;
  readonly displayName: string;
  /** A rider's member number. */
  readonly memberNo?: string;
  /** A driver's vehicle. */
  readonly vehicle?: VehicleId;
}

export type AccountFault =
  | { readonly kind: "unknown-tenant" }
  | { readonly kind: "login-taken" }
  | { readonly kind: "login-malformed" }
  | { readonly kind: "password-too-short"; readonly lengthMin: number }
  | { readonly kind: "unknown-member" }
  | { readonly kind: "member-needed" }
  | { readonly kind: "unknown-vehicle" }
  | { readonly kind: "vehicle-needed" };

/** NIST SP 800-63B-4 §3.1.1.1: passwords used alone have at least fifteen characters. */
const PASSWORD_LENGTH_MIN = 15;

/** Adds an account from the machine's own command line: how the first people of a production tenant come in. */
export async function addAccount(
  { store, sources }: { readonly store: Store; readonly sources: Sources },
  account: NewAccount,
): Promise<Result<{ readonly id: AccountId }, AccountFault>> {
  const { tenant, role, login, password, displayName } = account;
  if (!/^[\p{L}\p{N}@._+-]{1,100}$/u.test(login)) return fail({ kind: "login-malformed" });
  if ([...password].length < PASSWORD_LENGTH_MIN)
    return fail({ kind: "password-too-short", lengthMin: PASSWORD_LENGTH_MIN });
  if ((await store.listTenants()).every(({ id }) => id !== tenant)) return fail({ kind: "unknown-tenant" });
  const passwordHash = await hashPassword({ password, salt: sources.randomBytes(SALT_BYTES) });
  const id = sources.newId() as AccountId;
  const now = sources.wallNow();
  return store.inTenant(tenant, async (tx) => {
    if ((await tx.findAccountByLogin(login)) !== undefined) return fail({ kind: "login-taken" });
    const own = await ownOf(tx, account, now);
    if (!own.ok) return own;
    await tx.addAccount({ id, login, passwordHash, role, displayName, ...own.value }, BY, now);
    return ok({ id });
  });
}

const BY: Actor = { role: "system" };

/** A rider is a member, a driver has a vehicle; everybody else is nothing but the role. */
async function ownOf(
  tx: TenantTransaction,
  { role, memberNo, vehicle }: NewAccount,
  now: EpochSeconds,
): Promise<Result<Pick<Account, "member" | "vehicle">, AccountFault>> {
  if (role === "rider") {
    if (memberNo === undefined) return fail({ kind: "member-needed" });
    const found = await tx.searchMembers(memberNo, 10, { by: BY, now, purpose: "registration" });
    const member = found.find((record) => record.memberNo === memberNo)?.id;
    return member === undefined ? fail({ kind: "unknown-member" }) : ok({ member });
  }
  if (role === "driver") {
    if (vehicle === undefined) return fail({ kind: "vehicle-needed" });
    const service = await tx.findService();
    const isKnown = service?.vehicles.some(({ id }) => id === vehicle) === true;
    return isKnown ? ok({ vehicle }) : fail({ kind: "unknown-vehicle" });
  }
  return ok({});
}
