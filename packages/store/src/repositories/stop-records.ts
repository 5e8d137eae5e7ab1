import type { EpochSeconds, StopId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { NewStopRecord, StoredStopRecord } from "../words/stops.ts";
import { appendAudit } from "./audit.ts";

export async function addStopRecord(
  context: Context,
  record: NewStopRecord,
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<StoredStopRecord> {
  const { stopId, kind, on, words } = record;
  const id = context.newId();
  await context.db
    .insertInto("stop_records")
    .values({
      tenant_id: context.tenant,
      record_id: id,
      stop_id: stopId,
      kind,
      on_date: on,
      words: words === undefined ? null : (await context.cipher()).seal(wordsOf(id), words),
      noted_at: now,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
  await appendAudit(context, [{ event: "stop-recorded", subject: stopId, detail: { kind, on } }], {
    by,
    now,
  });
  context.outgoing.push({ topic: "stops" });
  return { ...record, notedAt: now, by };
}

export async function listStopRecords(context: Context, stop?: StopId): Promise<readonly StoredStopRecord[]> {
  const rows = await context.db
    .selectFrom("stop_records")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .$if(stop !== undefined, (query) => query.where("stop_id", "=", stop!))
    .orderBy("recorded")
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map((row) => ({
    stopId: row.stop_id,
    kind: row.kind,
    on: row.on_date,
    words: row.words === null ? undefined : cipher.open(wordsOf(row.record_id), row.words),
    notedAt: row.noted_at,
    by: { ...(row.actor_account && { account: row.actor_account }), role: row.role },
  }));
}

const wordsOf = (row: string) => ({ table: "stop_records", column: "words", row });
