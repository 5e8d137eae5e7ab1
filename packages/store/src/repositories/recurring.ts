import type { RecurringWish, Service } from "@noriai/booking";
import { assert, type EpochSeconds, type MemberId, type RecurringId, type ServiceDate } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { Tables } from "../schema.ts";
import type { RecurringEvent } from "../words/recurring.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

export async function addRecurring(
  context: Context,
  {
    service,
    memberId,
    channel,
    terms,
  }: Pick<RecurringWish, "memberId" | "channel" | "terms"> & { readonly service: Service },
  acting: Acting,
): Promise<RecurringWish> {
  const row = await context.db
    .insertInto("recurring_wishes")
    .values({
      tenant_id: context.tenant,
      recurring_id: context.newId() as RecurringId,
      service_id: service.id,
      member_id: memberId,
      channel,
      terms: JSON.stringify(terms),
      version: 1,
      left_out: "[]",
      registered_at: acting.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await note(context, { wish: toWish(row), event: "recurring-added" }, acting);
  return toWish(row);
}

/** The wish as it stands, locked until the end of the transaction. */
export async function lockRecurring(
  { tenant, db }: Context,
  id: RecurringId,
): Promise<RecurringWish | undefined> {
  const row = await db
    .selectFrom("recurring_wishes")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("recurring_id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && toWish(row);
}

export async function saveRecurring(
  context: Context,
  { wish, event }: { readonly wish: RecurringWish; readonly event: RecurringEvent },
  acting: Acting,
): Promise<void> {
  const { numUpdatedRows } = await context.db
    .updateTable("recurring_wishes")
    .set({
      terms: JSON.stringify(wish.terms),
      version: wish.version,
      left_out: JSON.stringify(wish.leftOut),
      ended_at: wish.ended?.at ?? null,
      keeps_booked: wish.ended?.keepsBooked ?? null,
    })
    .where("tenant_id", "=", context.tenant)
    .where("recurring_id", "=", wish.id)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `the recurring wish ${wish.id} is there`);
  await note(context, { wish, event }, acting);
}

/** Those that go on, then the others, each latest first. */
export async function listRecurringOf(
  { tenant, db }: Context,
  member: MemberId,
): Promise<readonly RecurringWish[]> {
  const rows = await db
    .selectFrom("recurring_wishes")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", member)
    .orderBy(sql`ended_at IS NOT NULL`)
    .orderBy("recorded", "desc")
    .execute();
  return rows.map(toWish);
}

/** Those that go on, and those of which a ride ahead may have to be called off. */
export async function listRecurringInForce(
  { tenant, db }: Context,
  service: Service,
  today: ServiceDate,
): Promise<readonly RecurringWish[]> {
  const rows = await db
    .selectFrom("recurring_wishes as w")
    .selectAll("w")
    .where("w.tenant_id", "=", tenant)
    .where("w.service_id", "=", service.id)
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        and([eb("w.ended_at", "is", null), eb(sql`w.terms ->> 'last'`, ">=", today)]),
        exists(
          selectFrom("recurring_rides as r")
            .innerJoin("bookings as b", (join) =>
              join.onRef("b.tenant_id", "=", "r.tenant_id").onRef("b.booking_id", "=", "r.booking_id"),
            )
            .select("r.leg")
            .whereRef("r.tenant_id", "=", "w.tenant_id")
            .whereRef("r.recurring_id", "=", "w.recurring_id")
            .where("r.service_date", ">=", today)
            .where("b.state", "=", "confirmed"),
        ),
      ]),
    )
    .orderBy("w.recorded")
    .execute();
  return rows.map(toWish);
}

async function note(
  context: Context,
  { wish, event }: { readonly wish: RecurringWish; readonly event: RecurringEvent },
  acting: Acting,
): Promise<void> {
  const { version, leftOut, ended } = wish;
  await appendAudit(context, [{ event, subject: wish.id, detail: { version, leftOut, ended } }], acting);
  context.outgoing.push({ topic: "recurring" });
}

export const toWish = (row: Omit<Selectable<Tables["recurring_wishes"]>, "recorded">): RecurringWish => ({
  id: row.recurring_id,
  memberId: row.member_id,
  channel: row.channel,
  terms: row.terms,
  version: row.version,
  leftOut: row.left_out,
  ...(row.ended_at !== null &&
    row.keeps_booked !== null && { ended: { at: row.ended_at, keepsBooked: row.keeps_booked } }),
});
