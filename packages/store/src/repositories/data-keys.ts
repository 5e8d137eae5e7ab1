import type { Context } from "../context.ts";
import type { WrappedKey } from "../keys.ts";

export async function listWrappedKeys({ tenant, db }: Context): Promise<readonly WrappedKey[]> {
  return await db
    .selectFrom("data_keys")
    .select(["purpose", "key_version as version", "wrapped_key as wrapped"])
    .where("tenant_id", "=", tenant)
    .orderBy("key_version")
    .execute();
}

export async function addWrappedKey({ tenant, db }: Context, key: WrappedKey): Promise<void> {
  await db
    .insertInto("data_keys")
    .values({ tenant_id: tenant, purpose: key.purpose, key_version: key.version, wrapped_key: key.wrapped })
    .execute();
}
