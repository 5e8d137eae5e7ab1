import type { Service } from "@noriai/booking";
import type { EpochSeconds } from "@noriai/kernel";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import { appendAudit } from "./audit.ts";

/** The tenant's service, the one saved last when there are several. */
export async function findService({ tenant, db }: Context): Promise<Service | undefined> {
  const row = await db
    .selectFrom("services")
    .select("definition")
    .where("tenant_id", "=", tenant)
    .orderBy("saved_at", "desc")
    .orderBy("service_id")
    .limit(1)
    .executeTakeFirst();
  return row?.definition;
}

export async function saveService(
  context: Context,
  service: Service,
  saving: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  const definition = JSON.stringify(service);
  const { version } = await context.db
    .insertInto("services")
    .values({
      tenant_id: context.tenant,
      service_id: service.id,
      version: 1,
      definition,
      saved_at: saving.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "service_id"])
        .doUpdateSet({ version: sql<number>`services.version + 1`, definition, saved_at: saving.now }),
    )
    .returning("version")
    .executeTakeFirstOrThrow();
  await appendAudit(context, [{ event: "service-saved", subject: service.id, detail: { version } }], saving);
}
