import type { DelayCall } from "@noriai/booking";
import type { EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor, StoredDelayCall } from "../door.ts";
import { appendAudit } from "./audit.ts";

/** Keeps a call to a rider because of lateness; the audit log names the booking, not the rider. */
export async function addDelayCall(
  context: Context,
  { serviceDate, call }: { readonly serviceDate: ServiceDate; readonly call: DelayCall },
  by: Actor,
): Promise<void> {
  const { bookingId, outcome, at, told } = call;
  await context.db
    .insertInto("delay_calls")
    .values({
      tenant_id: context.tenant,
      service_date: serviceDate,
      booking_id: bookingId,
      outcome,
      told: told === undefined ? null : JSON.stringify(told),
      called_at: at,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
  const note = { event: "delay-call-made", subject: bookingId, detail: { serviceDate, outcome } } as const;
  await appendAudit(context, [note], { by, now: at });
}

/** In the order in which they were made. */
export async function listDelayCalls(
  { tenant, db }: Context,
  serviceDate: ServiceDate,
): Promise<readonly StoredDelayCall[]> {
  const rows = await db
    .selectFrom("delay_calls")
    .select(["booking_id", "outcome", "told", "called_at", "actor_account"])
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .orderBy("call_id")
    .execute();
  return rows.map(({ booking_id, outcome, told, called_at, actor_account }) => ({
    bookingId: booking_id,
    outcome,
    at: called_at,
    told: told ?? undefined,
    by: actor_account,
  }));
}

/** Notes that everybody on the list was told. */
export async function closeDelayList(
  context: Context,
  { serviceDate, workedOff }: { readonly serviceDate: ServiceDate; readonly workedOff: number },
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  await context.db
    .insertInto("delay_list_closings")
    .values({
      tenant_id: context.tenant,
      service_date: serviceDate,
      worked_off: workedOff,
      closed_at: now,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
  const note = { event: "delay-list-closed", subject: serviceDate, detail: { workedOff } } as const;
  await appendAudit(context, [note], { by, now });
}

/** When the list of a date was last closed. */
export async function findDelayListClosing(
  { tenant, db }: Context,
  serviceDate: ServiceDate,
): Promise<EpochSeconds | undefined> {
  const row = await db
    .selectFrom("delay_list_closings")
    .select("closed_at")
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .orderBy("closing_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.closed_at;
}
