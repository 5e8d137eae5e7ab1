import type { PromisedAndDone, Service } from "@noriai/booking";
import type { ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";

/** Promises and deeds of a range of service dates. Nothing sealed is read, and nothing of who rode. */
export async function loadPromisedAndDone(
  { tenant, db }: Context,
  service: Service,
  range: { readonly from: ServiceDate; readonly to: ServiceDate },
): Promise<PromisedAndDone> {
  const bookings = await db
    .selectFrom("bookings")
    .select(["booking_id as id", "promise", "state"])
    .where("tenant_id", "=", tenant)
    .where("service_id", "=", service.id)
    .where("service_date", ">=", range.from)
    .where("service_date", "<=", range.to)
    .execute();
  const events = await db
    .selectFrom("task_events")
    .select("event")
    .where("tenant_id", "=", tenant)
    .where("service_id", "=", service.id)
    .where("service_date", ">=", range.from)
    .where("service_date", "<=", range.to)
    .where("kind", "in", ["boarded", "alighted", "undone"])
    .orderBy("recorded")
    .execute();
  return { bookings, taskEvents: events.map(({ event }) => event) };
}
