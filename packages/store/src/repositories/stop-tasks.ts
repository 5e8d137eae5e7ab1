import { afterStep, type StopTask, type StopTaskStep, taskOfReport } from "@noriai/booking";
import type { EpochSeconds, StopId, StopTaskId } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { StopTables } from "../schema-stops.ts";
import type { NewStopReport, StopAuditEvent, StopTaskEntry, StopTaskRecord } from "../words/stops.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

export async function reportStop(
  context: Context,
  report: NewStopReport,
  acting: Acting,
): Promise<StopTaskId> {
  const known = await taskOfStep(context, report.id);
  if (known !== undefined) return known;
  const id = (await joinedTask(context, report)) ?? (await openTask(context, report, acting));
  const isNew = await addStep(
    context,
    { id: report.id, task: id, step: "report", at: report.at, words: report.words, vehicle: report.vehicle },
    acting,
  );
  if (!isNew) return id;
  const { stopId, trouble } = report;
  await note(context, { event: "stop-reported", id, detail: { stopId, trouble } }, acting);
  return id;
}

async function taskOfStep({ tenant, db }: Context, step: string): Promise<StopTaskId | undefined> {
  const row = await db
    .selectFrom("stop_task_steps")
    .select("task_id")
    .where("tenant_id", "=", tenant)
    .where("step_id", "=", step)
    .executeTakeFirst();
  return row?.task_id;
}

async function joinedTask(context: Context, report: NewStopReport): Promise<StopTaskId | undefined> {
  const { tenant, db } = context;
  const rows = await db
    .selectFrom("stop_tasks")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("stop_id", "=", report.stopId)
    .where("trouble", "=", report.trouble)
    .orderBy("recorded", "desc")
    .forUpdate()
    .execute();
  return taskOfReport(rows.map(toTask), report)?.id;
}

/** Two terminals may report the same at once: the second joins the task of the first. */
async function openTask(context: Context, report: NewStopReport, { now }: Acting): Promise<StopTaskId> {
  const { tenant, db } = context;
  const { stopId, trouble } = report;
  await db
    .insertInto("stop_tasks")
    .values({
      tenant_id: tenant,
      task_id: context.newId() as StopTaskId,
      stop_id: stopId,
      trouble,
      state: "open",
      changed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom("stop_tasks")
    .select("task_id")
    .where("tenant_id", "=", tenant)
    .where("stop_id", "=", stopId)
    .where("trouble", "=", trouble)
    .where("state", "<>", "done")
    .executeTakeFirstOrThrow();
  return row.task_id;
}

const EVENTS: Readonly<Record<StopTaskStep, StopAuditEvent>> = {
  take: "stop-task-taken",
  note: "stop-task-noted",
  finish: "stop-task-done",
};

export async function stepStopTask(
  context: Context,
  {
    id,
    step,
    words,
  }: { readonly id: StopTaskId; readonly step: StopTaskStep; readonly words?: string | undefined },
  acting: Acting,
): Promise<StopTaskRecord | undefined> {
  const { tenant, db } = context;
  const row = await db
    .selectFrom("stop_tasks")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("task_id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const state = afterStep(row.state, step);
  // Somebody else was first; only what was typed is kept.
  if (state === row.state && words === undefined) return findStopTask(context, id);
  if (state !== row.state)
    await db
      .updateTable("stop_tasks")
      .set({ state, changed_at: acting.now })
      .where("tenant_id", "=", tenant)
      .where("task_id", "=", id)
      .execute();
  const kept = state === row.state ? "note" : step;
  await addStep(context, { id: context.newId(), task: id, step: kept, at: acting.now, words }, acting);
  await note(context, { event: EVENTS[kept], id }, acting);
  return findStopTask(context, id);
}

/** @returns false where the step was known */
async function addStep(
  context: Context,
  {
    id,
    task,
    step,
    at,
    words,
    vehicle,
  }: Pick<StopTaskEntry, "step" | "at"> &
    Partial<Pick<StopTaskEntry, "words" | "vehicle">> & { readonly id: string; readonly task: StopTaskId },
  { by, now }: Acting,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto("stop_task_steps")
    .values({
      ...{ tenant_id: context.tenant, step_id: id, task_id: task, step, at, noted_at: now },
      words: words === undefined ? null : (await context.cipher()).seal(wordsOf(id), words),
      vehicle_id: vehicle ?? null,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "step_id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function findStopTask(context: Context, id: StopTaskId): Promise<StopTaskRecord | undefined> {
  const row = await context.db
    .selectFrom("stop_tasks")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("task_id", "=", id)
    .executeTakeFirst();
  return row && (await withEntries(context, [row]))[0];
}

export async function listStopTasks(context: Context, limit: number): Promise<readonly StopTaskRecord[]> {
  const rows = await context.db
    .selectFrom("stop_tasks")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .orderBy(sql`state = 'done'`)
    .orderBy(sql`CASE WHEN state = 'done' THEN -changed_at ELSE recorded END`)
    .limit(limit)
    .execute();
  return withEntries(context, rows);
}

export async function openTroubles(
  { tenant, db }: Context,
  stop: StopId,
): Promise<readonly StopTask["trouble"][]> {
  const rows = await db
    .selectFrom("stop_tasks")
    .select("trouble")
    .where("tenant_id", "=", tenant)
    .where("stop_id", "=", stop)
    .where("state", "<>", "done")
    .orderBy("recorded")
    .execute();
  return rows.map(({ trouble }) => trouble);
}

type TaskRow = Selectable<StopTables["stop_tasks"]>;
type StepRow = Selectable<StopTables["stop_task_steps"]>;

async function withEntries(context: Context, rows: readonly TaskRow[]): Promise<readonly StopTaskRecord[]> {
  if (rows.length === 0) return [];
  const steps = await context.db
    .selectFrom("stop_task_steps")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where(
      "task_id",
      "in",
      rows.map(({ task_id }) => task_id),
    )
    .orderBy("recorded")
    .execute();
  const cipher = await context.cipher();
  const byTask = Map.groupBy(steps, ({ task_id }) => task_id);
  return rows.map((row) => ({
    ...toTask(row),
    entries: (byTask.get(row.task_id) ?? []).map((step) => toEntry(cipher, step)),
  }));
}

const toTask = (row: TaskRow): StopTask => ({
  id: row.task_id,
  stopId: row.stop_id,
  trouble: row.trouble,
  state: row.state,
  changedAt: row.changed_at,
});

const toEntry = (cipher: FieldCipher, row: StepRow): StopTaskEntry => ({
  step: row.step,
  at: row.at,
  notedAt: row.noted_at,
  words: row.words === null ? undefined : cipher.open(wordsOf(row.step_id), row.words),
  vehicle: row.vehicle_id ?? undefined,
  by: { ...(row.actor_account && { account: row.actor_account }), role: row.role },
});

const wordsOf = (row: string) => ({ table: "stop_task_steps", column: "words", row });

async function note(
  context: Context,
  {
    event,
    id,
    detail,
  }: { readonly event: StopAuditEvent; readonly id: StopTaskId; readonly detail?: object },
  acting: Acting,
): Promise<void> {
  await appendAudit(context, [{ event, subject: id, ...(detail && { detail }) }], acting);
  context.outgoing.push({ topic: "stops" });
}
