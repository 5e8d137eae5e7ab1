import type { Refusal } from "@noriai/booking";
import type { ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";

export async function addRefusal({ tenant, db }: Context, refusal: Refusal): Promise<void> {
  await db
    .insertInto("refusals")
    .values({
      tenant_id: tenant,
      refusal_id: refusal.id,
      service_date: refusal.request.serviceDate,
      refused_at: refusal.at,
      request: JSON.stringify(refusal.request),
      rejections: JSON.stringify(refusal.rejections),
      alternatives: JSON.stringify(refusal.alternatives),
    })
    .execute();
}

/** In the order in which they were recorded. */
export async function listRefusals(
  { tenant, db }: Context,
  range: { readonly from: ServiceDate; readonly to: ServiceDate },
): Promise<readonly Refusal[]> {
  return await db
    .selectFrom("refusals")
    .select(["refusal_id as id", "request", "refused_at as at", "rejections", "alternatives"])
    .where("tenant_id", "=", tenant)
    .where("service_date", ">=", range.from)
    .where("service_date", "<=", range.to)
    .orderBy("recorded")
    .execute();
}
