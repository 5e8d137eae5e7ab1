import type { Context } from "../context.ts";
import type { Actor, StoredMap } from "../door.ts";
import { appendAudit } from "./audit.ts";

export async function findMap({ tenant, db }: Context): Promise<StoredMap | undefined> {
  return await db
    .selectFrom("maps")
    .select(["source", "sha256", "imported_at as importedAt", "attribution", "roads"])
    .where("tenant_id", "=", tenant)
    .executeTakeFirst();
}

/** Replaces the tenant's road map. */
export async function saveMap(context: Context, map: StoredMap, by: Actor): Promise<void> {
  const { source, sha256, importedAt, attribution, roads } = map;
  const values = { source, sha256, imported_at: importedAt, attribution, roads: Buffer.from(roads) };
  await context.db
    .insertInto("maps")
    .values({ tenant_id: context.tenant, ...values })
    .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(values))
    .execute();
  await appendAudit(context, [{ event: "map-imported", subject: sha256, detail: { source } }], {
    by,
    now: importedAt,
  });
}
