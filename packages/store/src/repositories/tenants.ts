import type { TenantId } from "@noriai/kernel";
import { type Kysely, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Tenant } from "../door.ts";
import { newWrappedKey, type RandomBytes } from "../keys.ts";
import type { Tables } from "../schema.ts";

/** Id and name of every tenant: the one question that needs no tenant. */
export async function listTenants(db: Kysely<Tables>): Promise<readonly Tenant[]> {
  const { rows } = await sql<Tenant>`SELECT id, name FROM noriai.list_tenants()`.execute(db);
  return rows;
}

export async function getTenant({ tenant, db }: Context): Promise<Tenant | undefined> {
  return await db
    .selectFrom("tenants")
    .select(["tenant_id as id", "name"])
    .where("tenant_id", "=", tenant)
    .executeTakeFirst();
}

/** Adds a tenant with fresh keys of its own. */
export async function addTenant(
  { db }: Context,
  tenant: Tenant,
  secrets: { readonly masterKey: Uint8Array; readonly randomBytes: RandomBytes },
): Promise<void> {
  await db.insertInto("tenants").values({ tenant_id: tenant.id, name: tenant.name }).execute();
  const keys = (["fields", "index"] as const).map((purpose) =>
    newWrappedKey({ ...secrets, tenant: tenant.id, purpose, version: 1 }),
  );
  await db
    .insertInto("data_keys")
    .values(keys.map((key) => keyRow(tenant.id, key)))
    .execute();
}

const keyRow = (tenant: TenantId, key: ReturnType<typeof newWrappedKey>) => ({
  tenant_id: tenant,
  purpose: key.purpose,
  key_version: key.version,
  wrapped_key: key.wrapped,
});
