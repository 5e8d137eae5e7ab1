import type { Service, Waiting, WaitingChange, WaitingEnd } from "@noriai/booking";
import {
  assert,
  type EpochSeconds,
  type MemberId,
  never,
  type ServiceDate,
  type WaitingId,
} from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { DayKey } from "../schema.ts";
import type { WaitingTables } from "../schema-waiting.ts";
import type { VainWaiting, WaitingDate } from "../words/waiting.ts";

/** Writes what a decision changed of the list. */
export function writeWaiting(
  context: Context,
  day: DayKey,
  { change, now }: { readonly change: WaitingChange; readonly now: EpochSeconds },
): Promise<void> {
  switch (change.kind) {
    case "waiting-begun":
      return addWaiting(context, day, change.waiting);
    case "waiting-changed":
      return changeWaiting(context, change.waiting);
    case "waiting-ended":
      return endWaiting(context, change.waitingId, { because: change.because, now });
    default:
      return never(change);
  }
}

async function addWaiting({ db }: Context, day: DayKey, waiting: Waiting): Promise<void> {
  const { id, request, since, until } = waiting;
  await db
    .insertInto("waitings")
    .values({
      ...day,
      waiting_id: id,
      member_id: request.memberId,
      request: JSON.stringify(request),
      waits_since: since,
      waits_until: until,
      ...turnOf(waiting),
      ended_because: null,
      ended_at: null,
    })
    .execute();
}

async function changeWaiting({ tenant, db }: Context, waiting: Waiting): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("waitings")
    .set(turnOf(waiting))
    .where("tenant_id", "=", tenant)
    .where("waiting_id", "=", waiting.id)
    .where("ended_because", "is", null)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `${waiting.id} still waits`);
}

async function endWaiting(
  { tenant, db }: Context,
  id: WaitingId,
  { because, now }: { readonly because: WaitingEnd; readonly now: EpochSeconds },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("waitings")
    .set({ ended_because: because, ended_at: now })
    .where("tenant_id", "=", tenant)
    .where("waiting_id", "=", id)
    .where("ended_because", "is", null)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `${id} still waits`);
}

/** Dates on which riders wait, in order. */
export async function listWaitingDates(
  { tenant, db }: Context,
  service: Service,
): Promise<readonly WaitingDate[]> {
  return await db
    .selectFrom("waitings as w")
    .innerJoin("plans as p", (join) =>
      join
        .onRef("p.tenant_id", "=", "w.tenant_id")
        .onRef("p.service_id", "=", "w.service_id")
        .onRef("p.service_date", "=", "w.service_date"),
    )
    .leftJoin("quotes as q", (join) =>
      join.onRef("q.tenant_id", "=", "w.tenant_id").onRef("q.quote_id", "=", "w.quote_id"),
    )
    .select([
      "w.service_date as serviceDate",
      "p.version",
      sql<EpochSeconds>`min(least(w.waits_until, coalesce(q.expires_at, w.waits_until)))`.as("due"),
    ])
    .where("w.tenant_id", "=", tenant)
    .where("w.service_id", "=", service.id)
    .where("w.ended_because", "is", null)
    .groupBy(["w.service_date", "p.version"])
    .orderBy("w.service_date")
    .execute();
}

/** The dates for which a member waits, in order. */
export async function listWaitingDatesOf(
  { tenant, db }: Context,
  member: MemberId,
): Promise<readonly ServiceDate[]> {
  const rows = await db
    .selectFrom("waitings")
    .select("service_date")
    .distinct()
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", member)
    .where("ended_because", "is", null)
    .orderBy("service_date")
    .execute();
  return rows.map((row) => row.service_date);
}

/** What came to nothing for a member since then, latest first. */
export async function listVainWaitings(
  { tenant, db }: Context,
  member: MemberId,
  since: EpochSeconds,
): Promise<readonly VainWaiting[]> {
  const rows = await db
    .selectFrom("waitings")
    .select(["waiting_id as id", "request", "ended_because as because", "ended_at as at"])
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", member)
    .where("ended_because", "in", ["over", "let-pass"])
    .where("ended_at", ">=", since)
    .orderBy("ended_at", "desc")
    .execute();
  return rows as readonly VainWaiting[];
}

/** For which date an entry waits; nothing when it does no longer. */
export async function findWaitingDate(
  { tenant, db }: Context,
  id: WaitingId,
): Promise<ServiceDate | undefined> {
  const row = await db
    .selectFrom("waitings")
    .select("service_date")
    .where("tenant_id", "=", tenant)
    .where("waiting_id", "=", id)
    .where("ended_because", "is", null)
    .executeTakeFirst();
  return row?.service_date;
}

const turnOf = ({ asked, letPass, rests, quoteId }: Waiting) => ({
  asked,
  let_pass: letPass,
  rests,
  quote_id: quoteId ?? null,
});

/** A row as `Day` knows it. */
export const toWaiting = (row: Selectable<WaitingTables["waitings"]>): Waiting => ({
  id: row.waiting_id,
  request: row.request,
  since: row.waits_since,
  until: row.waits_until,
  asked: row.asked,
  letPass: row.let_pass,
  rests: row.rests,
  ...(row.quote_id !== null && { quoteId: row.quote_id }),
});
