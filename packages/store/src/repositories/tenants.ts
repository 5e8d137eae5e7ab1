import { type Kysely, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Tenant } from "../door.ts";
import { newWrappedKey, type RandomBytes } from "../keys.ts";
import type { Tables } from "../schema.ts";
import { addWrappedKey } from "./data-keys.ts";

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
  context: Context,
  tenant: Tenant,
  secrets: { readonly masterKey: Uint8Array; readonly randomBytes: RandomBytes },
): Promise<void> {
  await context.db.insertInto("tenants").values({ tenant_id: tenant.id, name: tenant.name }).execute();
  for (const purpose of ["fields", "index"] as const) {
    await addWrappedKey(context, newWrappedKey({ ...secrets, tenant: tenant.id, purpose, version: 1 }));
  }
}
