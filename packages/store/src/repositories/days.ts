import { type Day, openDay, type Service, type TaskEvent } from "@noriai/booking";
import { assert, type ServiceDate, type TenantId } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { BookingRow, DayKey, Tables } from "../schema.ts";
import { toBookings } from "./bookings.ts";
import { toQuote } from "./quotes.ts";
import { toWaiting } from "./waitings.ts";

/** The day as committed; an untouched date is an empty day of version 0. */
export async function loadDay(context: Context, service: Service, serviceDate: ServiceDate): Promise<Day> {
  const [day] = await loadDays(context, service, { from: serviceDate, to: serviceDate });
  return day ?? openDay(service, serviceDate);
}

/** Days of the range on which anything stands, in order. One statement, so that each day is one moment's picture. */
export async function loadDays(
  context: Context,
  service: Service,
  range: { readonly from: ServiceDate; readonly to: ServiceDate },
): Promise<readonly Day[]> {
  const { tenant, db } = context;
  const { rows } = await sql<DayRow>`
    SELECT p.service_date, p.version, p.duties, p.plan,
      (SELECT coalesce(json_agg(b ORDER BY b.recorded), '[]') FROM noriai.bookings b
        WHERE (b.tenant_id, b.service_id, b.service_date) = (p.tenant_id, p.service_id, p.service_date)) AS bookings,
      (SELECT coalesce(json_agg(q ORDER BY q.recorded), '[]') FROM noriai.quotes q
        WHERE (q.tenant_id, q.service_id, q.service_date) = (p.tenant_id, p.service_id, p.service_date)
          AND q.closed_because IS NULL) AS quotes,
      (SELECT coalesce(json_agg(e.event ORDER BY e.recorded), '[]') FROM noriai.task_events e
        WHERE (e.tenant_id, e.service_id, e.service_date) = (p.tenant_id, p.service_id, p.service_date)) AS task_events,
      (SELECT coalesce(json_agg(w ORDER BY w.recorded), '[]') FROM noriai.waitings w
        WHERE (w.tenant_id, w.service_id, w.service_date) = (p.tenant_id, p.service_id, p.service_date)
          AND w.ended_because IS NULL) AS waiting
    FROM noriai.plans p
    WHERE p.tenant_id = ${tenant} AND p.service_id = ${service.id} AND p.version > 0
      AND p.service_date BETWEEN ${range.from} AND ${range.to}
    ORDER BY p.service_date`.execute(db);
  const days: Day[] = [];
  for (const row of rows) days.push(await toDay(context, row));
  return days;
}

/**
 * Locks the day for this transaction and returns its version. Whoever comes later waits here.
 * @param known the version read before; 0 means that the row may have to be made first
 */
export async function lockDay({ db }: Context, day: DayKey, known: number): Promise<number> {
  if (known === 0) {
    await db
      .insertInto("plans")
      .values({ ...day, version: 0, duties: "[]", plan: JSON.stringify({ routes: [] }) })
      .onConflict((conflict) => conflict.columns(["tenant_id", "service_id", "service_date"]).doNothing())
      .execute();
  }
  const { version } = await db
    .selectFrom("plans")
    .select("version")
    .where("tenant_id", "=", day.tenant_id)
    .where("service_id", "=", day.service_id)
    .where("service_date", "=", day.service_date)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return version;
}

/** Writes the plan of a locked day under its next version. */
export async function savePlan({ db }: Context, key: DayKey, day: Day): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("plans")
    .set({
      version: day.version,
      duties: JSON.stringify(day.duties),
      plan: JSON.stringify({ ...day.plan, undoable: day.undoable, closures: day.closures }),
    })
    .where("tenant_id", "=", key.tenant_id)
    .where("service_id", "=", key.service_id)
    .where("service_date", "=", key.service_date)
    .where("version", "=", day.version - 1)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `the plan of ${key.service_date} moves on by one version`);
}

export const dayKey = (tenant: TenantId, service: Service, serviceDate: ServiceDate): DayKey => ({
  tenant_id: tenant,
  service_id: service.id,
  service_date: serviceDate,
});

type DayRow = Pick<Selectable<Tables["plans"]>, "service_date" | "version" | "duties" | "plan"> & {
  readonly bookings: readonly JsonBookingRow[];
  readonly quotes: readonly Selectable<Tables["quotes"]>[];
  readonly task_events: readonly TaskEvent[];
  readonly waiting: readonly Selectable<Tables["waitings"]>[];
};

/** A row that passed through `json_agg`, which writes a byte string as `\x` and its hex digits. */
type JsonBookingRow = Omit<Selectable<BookingRow>, "cancellation_reason"> & {
  readonly cancellation_reason: string | null;
};

const toDay = async (
  context: Context,
  { plan: { undoable, closures, ...plan }, ...row }: DayRow,
): Promise<Day> => ({
  serviceDate: row.service_date,
  version: row.version,
  duties: row.duties,
  plan,
  ...(undoable && { undoable }),
  ...(closures && { closures }),
  bookings: new Map(
    (await toBookings(context, row.bookings.map(withBytes))).map((booking) => [booking.id, booking]),
  ),
  quotes: new Map(row.quotes.map(toQuote).map((quote) => [quote.id, quote])),
  taskEvents: row.task_events,
  ...(row.waiting.length > 0 && { waiting: row.waiting.map(toWaiting) }),
});

const withBytes = (row: JsonBookingRow): Selectable<BookingRow> => ({
  ...row,
  cancellation_reason:
    row.cancellation_reason === null ? null : Buffer.from(row.cancellation_reason.slice(2), "hex"),
});
