import type { IntakeStop, Service } from "@noriai/booking";
import type { EpochSeconds, IntakeStopId } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Actor, IntakeStopRecord, NewIntakeStop } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import { holdIntakeAlone } from "../intake-lock.ts";
import type { Tables } from "../schema.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** The stops that stand, in the order in which they were made: what a decision may know of them. */
export async function standingIntakeStops(
  { tenant, db }: Context,
  service: Service,
): Promise<readonly IntakeStop[]> {
  const rows = await db
    .selectFrom("intake_stops")
    .select(["intake_stop_id", "scope", "notice", "planned_end"])
    .where("tenant_id", "=", tenant)
    .where("service_id", "=", service.id)
    .where("resumed_at", "is", null)
    .orderBy("recorded")
    .execute();
  return rows.map(toStop);
}

/** Stops intake: whoever is answered later, on whichever server, has seen it. */
export async function stopIntake(
  context: Context,
  { service, stop }: { readonly service: Service; readonly stop: NewIntakeStop },
  acting: Acting,
): Promise<IntakeStopRecord> {
  const { scope, notice, plannedEnd, reason } = stop;
  await holdIntakeAlone(context);
  const id = context.newId() as IntakeStopId;
  const row = await context.db
    .insertInto("intake_stops")
    .values({
      tenant_id: context.tenant,
      intake_stop_id: id,
      service_id: service.id,
      scope: JSON.stringify(scope),
      reason: (await context.cipher()).seal(reasonOf(id), reason),
      notice,
      planned_end: plannedEnd ?? null,
      stopped_at: acting.now,
      stopped_by: acting.by.account ?? null,
      stopped_role: acting.by.role,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await note(context, "intake-stopped", { id, detail: { scope, plannedEnd } }, acting);
  return toRecord(await context.cipher(), row);
}

/** Takes a stop back. One that was resumed already is given as it is; nothing where there is none. */
export async function resumeIntake(
  context: Context,
  id: IntakeStopId,
  acting: Acting,
): Promise<IntakeStopRecord | undefined> {
  await holdIntakeAlone(context);
  const resumed = await context.db
    .updateTable("intake_stops")
    .set({
      resumed_at: acting.now,
      resumed_by: acting.by.account ?? null,
      resumed_role: acting.by.role,
    })
    .where("tenant_id", "=", context.tenant)
    .where("intake_stop_id", "=", id)
    .where("resumed_at", "is", null)
    .executeTakeFirstOrThrow();
  if (resumed.numUpdatedRows === 1n) await note(context, "intake-resumed", { id, detail: {} }, acting);
  return findIntakeStop(context, id);
}

export async function findIntakeStop(
  context: Context,
  id: IntakeStopId,
): Promise<IntakeStopRecord | undefined> {
  const row = await context.db
    .selectFrom("intake_stops")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("intake_stop_id", "=", id)
    .executeTakeFirst();
  return row && toRecord(await context.cipher(), row);
}

/** Those that stand, then the others, each latest first; at most `limit`. */
export async function listIntakeStops(
  context: Context,
  service: Service,
  limit: number,
): Promise<readonly IntakeStopRecord[]> {
  const rows = await context.db
    .selectFrom("intake_stops")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("service_id", "=", service.id)
    .orderBy(sql`resumed_at IS NOT NULL`)
    .orderBy("recorded", "desc")
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map((row) => toRecord(cipher, row));
}

/** Writes every reason anew, with the newest key. */
export async function resealIntakeStops(context: Context): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("intake_stops")
    .select(["intake_stop_id", "reason"])
    .where("tenant_id", "=", tenant)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const { intake_stop_id: id, reason } of rows)
    await db
      .updateTable("intake_stops")
      .set({ reason: cipher.seal(reasonOf(id), cipher.open(reasonOf(id), reason)) })
      .where("tenant_id", "=", tenant)
      .where("intake_stop_id", "=", id)
      .execute();
}

async function note(
  context: Context,
  event: "intake-stopped" | "intake-resumed",
  { id, detail }: { readonly id: IntakeStopId; readonly detail: object },
  acting: Acting,
): Promise<void> {
  await appendAudit(context, [{ event, subject: id, detail }], acting);
  context.outgoing.push({ topic: "intake" });
}

type Row = Selectable<Tables["intake_stops"]>;

const toStop = (row: Pick<Row, "intake_stop_id" | "scope" | "notice" | "planned_end">): IntakeStop => ({
  id: row.intake_stop_id,
  scope: row.scope,
  notice: row.notice,
  ...(row.planned_end !== null && { plannedEnd: row.planned_end }),
});

const toRecord = (cipher: FieldCipher, row: Row): IntakeStopRecord => ({
  ...toStop(row),
  reason: cipher.open(reasonOf(row.intake_stop_id), row.reason),
  stoppedAt: row.stopped_at,
  stoppedBy: { ...(row.stopped_by && { account: row.stopped_by }), role: row.stopped_role },
  ...(row.resumed_at !== null &&
    row.resumed_role !== null && {
      resumed: {
        at: row.resumed_at,
        by: { ...(row.resumed_by && { account: row.resumed_by }), role: row.resumed_role },
      },
    }),
});

const reasonOf = (id: IntakeStopId) => ({ table: "intake_stops", column: "reason", row: id });
