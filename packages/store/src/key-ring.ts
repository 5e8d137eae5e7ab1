import type { TenantId } from "@noriai/kernel";
import type { Transaction } from "kysely";
import { type RandomBytes, type TenantKeys, unwrapKeys } from "./keys.ts";
import type { Tables } from "./schema.ts";

/** The tenants' unwrapped keys, kept in memory once they were read. */
export interface KeyRing {
  readonly randomBytes: RandomBytes;
  keysOf(tenant: TenantId, db: Transaction<Tables>): Promise<TenantKeys>;
  /** After a rotation: read them again. */
  forget(tenant: TenantId): void;
}

export function openKeyRing(masterKey: Uint8Array, randomBytes: RandomBytes): KeyRing {
  const known = new Map<TenantId, TenantKeys>();
  return {
    randomBytes,
    forget: (tenant) => known.delete(tenant),
    async keysOf(tenant, db) {
      const keys = known.get(tenant) ?? unwrapKeys(masterKey, tenant, await readWrappedKeys(tenant, db));
      known.set(tenant, keys);
      return keys;
    },
  };
}

async function readWrappedKeys(tenant: TenantId, db: Transaction<Tables>) {
  const rows = await db.selectFrom("data_keys").selectAll().where("tenant_id", "=", tenant).execute();
  return rows.map((row) => ({ purpose: row.purpose, version: row.key_version, wrapped: row.wrapped_key }));
}
