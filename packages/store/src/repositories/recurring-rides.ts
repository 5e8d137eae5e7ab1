import type { RecurringWish } from "@noriai/booking";
import type { EpochSeconds, RecurringId, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { NewRecurringRide, RecurringKey, RecurringRide } from "../words/recurring.ts";
import { appendAudit } from "./audit.ts";
import { toWish } from "./recurring.ts";

/**
 * Keeps what came of a date's ride: its first asking, or a later one by newer terms. False when another server has
 * done so meanwhile.
 */
export async function recordRecurringRide(
  context: Context,
  id: RecurringId,
  ride: NewRecurringRide,
): Promise<boolean> {
  const values = {
    version: ride.version,
    asked_at: ride.askedAt,
    booking_id: ride.bookingId ?? null,
    is_refused: ride.isRefused,
    refusal_id: ride.refusalId ?? null,
    told_at: null,
  };
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto("recurring_rides")
    .values({
      tenant_id: context.tenant,
      recurring_id: id,
      service_date: ride.serviceDate,
      leg: ride.leg,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "recurring_id", "service_date", "leg"])
        .doUpdateSet(values)
        .where("recurring_rides.version", "<", ride.version),
    )
    .executeTakeFirstOrThrow();
  context.outgoing.push({ topic: "recurring" });
  return numInsertedOrUpdatedRows === 1n;
}

/** As if it had been asked for by terms before the first. */
export async function forgetRecurringRide(
  { tenant, db }: Context,
  { recurringId, serviceDate, leg }: RecurringKey,
  now: EpochSeconds,
): Promise<void> {
  await db
    .updateTable("recurring_rides")
    .set({ version: 0, booking_id: null, is_refused: true, refusal_id: null, told_at: now })
    .where("tenant_id", "=", tenant)
    .where("recurring_id", "=", recurringId)
    .where("service_date", "=", serviceDate)
    .where("leg", "=", leg)
    .execute();
}

const rides = ({ tenant, db }: Context) =>
  db
    .selectFrom("recurring_rides as r")
    .leftJoin("refusals as f", (join) =>
      join.onRef("f.tenant_id", "=", "r.tenant_id").onRef("f.refusal_id", "=", "r.refusal_id"),
    )
    .where("r.tenant_id", "=", tenant)
    .select([
      "r.recurring_id",
      "r.service_date",
      "r.leg",
      "r.version",
      "r.asked_at",
      "r.booking_id",
      "r.is_refused",
      "r.told_at",
      "f.rejections",
      "f.alternatives",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rides>["execute"]>>[number];

const toRide = (row: Row): RecurringRide => ({
  serviceDate: row.service_date,
  leg: row.leg,
  version: row.version,
  askedAt: row.asked_at,
  ...(row.booking_id !== null && { bookingId: row.booking_id }),
  isRefused: row.is_refused,
  rejections: row.rejections ?? [],
  alternatives: row.alternatives ?? [],
  ...(row.told_at !== null && { toldAt: row.told_at }),
});

/** In order of dates. */
export async function listRecurringRides(
  context: Context,
  id: RecurringId,
): Promise<readonly RecurringRide[]> {
  const rows = await rides(context)
    .where("r.recurring_id", "=", id)
    .orderBy("r.service_date")
    .orderBy("r.leg", "desc")
    .execute();
  return rows.map(toRide);
}

const LISTED_MAX = 200;

/** Refused rides from `today` on of which nobody has told the rider, nearest first; of wishes that go on. */
export async function listUntoldRides(
  context: Context,
  today: ServiceDate,
): Promise<readonly { readonly wish: RecurringWish; readonly ride: RecurringRide }[]> {
  const rows = await rides(context)
    .innerJoin("recurring_wishes as w", (join) =>
      join.onRef("w.tenant_id", "=", "r.tenant_id").onRef("w.recurring_id", "=", "r.recurring_id"),
    )
    .select([
      "w.tenant_id",
      "w.service_id",
      "w.member_id",
      "w.channel",
      "w.terms",
      "w.version as terms_version",
      "w.left_out",
      "w.registered_at",
      "w.ended_at",
      "w.keeps_booked",
    ])
    .where("r.is_refused", "=", true)
    .where("r.told_at", "is", null)
    .where("r.service_date", ">=", today)
    .where("w.ended_at", "is", null)
    .orderBy("r.service_date")
    .orderBy("r.asked_at")
    .limit(LISTED_MAX)
    .execute();
  return rows
    .map((row) => ({ wish: toWish({ ...row, version: row.terms_version }), ride: toRide(row) }))
    .filter(({ wish, ride }) => !wish.leftOut.includes(ride.serviceDate));
}

/** False when there is no such refused ride. */
export async function tellRecurringRide(
  context: Context,
  { recurringId, serviceDate, leg }: RecurringKey,
  acting: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<boolean> {
  const told = await context.db
    .updateTable("recurring_rides")
    .set((eb) => ({ told_at: eb.fn.coalesce("told_at", eb.val(acting.now)) }))
    .where("tenant_id", "=", context.tenant)
    .where("recurring_id", "=", recurringId)
    .where("service_date", "=", serviceDate)
    .where("leg", "=", leg)
    .where("is_refused", "=", true)
    .executeTakeFirstOrThrow();
  if (told.numUpdatedRows === 0n) return false;
  const detail = { serviceDate, leg };
  await appendAudit(context, [{ event: "recurring-ride-told", subject: recurringId, detail }], acting);
  context.outgoing.push({ topic: "recurring" });
  return true;
}
