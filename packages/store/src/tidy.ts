import { addDays, type EpochSeconds, serviceDateOf } from "@noriai/kernel";
import { sql } from "kysely";
import type { Context } from "./context.ts";
import type { Tidied } from "./door.ts";
import { forgetCodes } from "./repositories/one-time-codes.ts";
import { lastOutboxId } from "./repositories/outbox.ts";
import { forgetChallenges } from "./repositories/passkeys.ts";
import { forgetTrails } from "./repositories/position-trail.ts";
import { findService } from "./repositories/services.ts";

/** No terminal keeps a command so long before it sends it again. */
const ANSWERS_KEPT = 48 * 3600;
/** Who was away longer loads everything anew. */
const EVENTS_KEPT = "3 days";
const NEWEST_EVENTS_KEPT = 1_000;

/** Where vehicles were is kept so long unless the service says otherwise: long enough to answer a complaint. */
const TRAILS_KEPT_DAYS = 30;

/** Removes a tenant's answers, ended sessions, old codes, outbox rows and trails that nobody will ask for any more. */
export async function tidy(context: Context, now: EpochSeconds): Promise<Tidied> {
  await removeEndedSessions(context, now);
  await forgetCodes(context, now);
  await forgetChallenges(context, now);
  await forgetOldTrails(context, now);
  return { answers: await forgetAnswers(context, now), events: await clearOutbox(context) };
}

async function removeEndedSessions({ tenant, db }: Context, now: EpochSeconds): Promise<void> {
  await db.deleteFrom("sessions").where("tenant_id", "=", tenant).where("expires_at", "<=", now).execute();
}

async function forgetOldTrails(context: Context, now: EpochSeconds): Promise<void> {
  const service = await findService(context);
  if (service === undefined) return;
  const kept = service.trailsKeptDays ?? TRAILS_KEPT_DAYS;
  await forgetTrails(context, addDays(serviceDateOf(now, service.timeZone), -kept));
}

async function forgetAnswers({ tenant, db }: Context, now: EpochSeconds): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("remembered_answers")
    .where("tenant_id", "=", tenant)
    .where("remembered_at", "<", (now - ANSWERS_KEPT) as EpochSeconds)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

// The age is told by the database's clock, which stamped the rows.
async function clearOutbox(context: Context): Promise<number> {
  const last = await lastOutboxId(context);
  const { numDeletedRows } = await context.db
    .deleteFrom("outbox")
    .where("tenant_id", "=", context.tenant)
    .where("outbox_id", "<=", last - NEWEST_EVENTS_KEPT)
    .where(sql<boolean>`written_at < now() - ${EVENTS_KEPT}::interval`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
