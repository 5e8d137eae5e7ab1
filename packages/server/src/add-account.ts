import { hashPassword, type Role, SALT_BYTES } from "@noriai/identity";
import {
  type AccountId,
  fail,
  type MemberId,
  ok,
  type Result,
  type TenantId,
  type VehicleId,
} from "@noriai/kernel";
import type { Store } from "@noriai/store";
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
  const by = { role: "system" } as const;
  const now = sources.wallNow();
  return store.inTenant(tenant, async (tx) => {
    if ((await tx.findAccountByLogin(login)) !== undefined) return fail({ kind: "login-taken" } as const);
    const member = await memberOf();
    if (!member.ok) return member;
    const vehicle = await vehicleOf();
    if (!vehicle.ok) return vehicle;
    const own = {
      ...(member.value && { member: member.value }),
      ...(vehicle.value && { vehicle: vehicle.value }),
    };
    await tx.addAccount({ id, login, passwordHash, role, displayName, ...own }, by, now);
    return ok({ id });

    async function memberOf(): Promise<Result<MemberId | undefined, AccountFault>> {
      if (role !== "rider") return ok(undefined);
      if (account.memberNo === undefined) return fail({ kind: "member-needed" });
      const access = { by, now, purpose: "registration" } as const;
      const found = await tx.searchMembers(account.memberNo, 10, access);
      const record = found.find(({ memberNo }) => memberNo === account.memberNo);
      return record === undefined ? fail({ kind: "unknown-member" }) : ok(record.id);
    }

    async function vehicleOf(): Promise<Result<VehicleId | undefined, AccountFault>> {
      if (role !== "driver") return ok(undefined);
      if (account.vehicle === undefined) return fail({ kind: "vehicle-needed" });
      const service = await tx.findService();
      const known = service?.vehicles.some(({ id }) => id === account.vehicle) ?? false;
      return known ? ok(account.vehicle) : fail({ kind: "unknown-vehicle" });
    }
  });
}
