import type { EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import { appendAudit } from "./audit.ts";

const HOUR = 3600;

/** Once an hour: whoever moves through a day reads it hundreds of times, and a log of that tells nothing. */
export async function notePastDayRead(
  context: Context,
  serviceDate: ServiceDate,
  reading: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  const { by, now } = reading;
  const noted = await context.db
    .selectFrom("audit_events")
    .select("audit_id")
    .where("tenant_id", "=", context.tenant)
    .where("event", "=", "past-day-read")
    .where("subject", "=", serviceDate)
    .where("actor_account", "is not distinct from", by.account ?? null)
    .where("at", ">=", (now - (now % HOUR)) as EpochSeconds)
    .limit(1)
    .executeTakeFirst();
  if (noted === undefined)
    await appendAudit(context, [{ event: "past-day-read", subject: serviceDate }], reading);
}
