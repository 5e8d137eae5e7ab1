import { type Duty, dutiesOf, type Service } from "@noriai/booking";
import type { ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";

/** The duties of a date without everything that stands on it; an untouched date has those of the service. */
export async function listDuties(
  { tenant, db }: Context,
  service: Service,
  serviceDate: ServiceDate,
): Promise<readonly Duty[]> {
  const row = await db
    .selectFrom("plans")
    .select("duties")
    .where("tenant_id", "=", tenant)
    .where("service_id", "=", service.id)
    .where("service_date", "=", serviceDate)
    .where("version", ">", 0)
    .executeTakeFirst();
  return row?.duties ?? dutiesOf(service, serviceDate);
}
