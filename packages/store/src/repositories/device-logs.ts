import type { DeviceLog } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { AccountId, DeviceLogId, EpochSeconds, EventId, Seconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import { LogOutOfTurn } from "../store-busy.ts";
import type {
  ConflictRecord,
  EntryDetail,
  EntryKey,
  EntryRecord,
  KeptOutcome,
  NewEntry,
  Settlement,
} from "../words/device-logs.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

export async function findDeviceLog({ tenant, db }: Context, id: DeviceLogId): Promise<DeviceLog> {
  const row = await db
    .selectFrom("device_logs")
    .select(["taken_in", "last_at"])
    .where("tenant_id", "=", tenant)
    .where("log_id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return { id, takenIn: 0 };
  return { id, takenIn: row.taken_in, ...(row.last_at !== null && { lastAt: row.last_at }) };
}

export async function eventIdAt(
  { tenant, db }: Context,
  { log, no }: EntryKey,
): Promise<EventId | undefined> {
  const row = await db
    .selectFrom("device_entries")
    .select("event_id")
    .where("tenant_id", "=", tenant)
    .where("log_id", "=", log)
    .where("entry_no", "=", no)
    .executeTakeFirst();
  return row?.event_id ?? undefined;
}

export async function findEntry(
  context: Context,
  log: DeviceLogId,
  eventId: EventId,
): Promise<EntryRecord | undefined> {
  const row = await entries(context)
    .select(["entry.entry_no as no", "entry.outcome", "entry.detail", "settled.settlement"])
    .where("entry.log_id", "=", log)
    .where("entry.event_id", "=", eventId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { no, outcome, detail, settlement } = row;
  return {
    log,
    no,
    outcome: outcomeOf(outcome, detail) as EntryRecord["outcome"],
    settlement: settlement ?? undefined,
  };
}

export async function keepEntry(
  context: Context,
  { log, entry }: { readonly log: DeviceLogId; readonly entry: NewEntry },
  acting: Acting,
): Promise<void> {
  await takeTurn(context, log, entry);
  await addEntry(context, { log, entry }, acting);
  const { outcome, deed, no, serviceDate } = entry;
  if (outcome.kind !== "refused" && outcome.kind !== "missing") return;
  const because = outcome.kind === "refused" ? outcome.rejection.kind : outcome.kind;
  const detail = { serviceDate, because, ...(deed && { task: deed.kind }) };
  await appendAudit(
    context,
    [{ event: "conflict-found", subject: deed?.id ?? `${log}:${no}`, detail }],
    acting,
  );
  context.outgoing.push({ topic: "conflicts" });
}

/** Whoever takes an entry in locks the log; one who comes second finds its number gone. */
async function takeTurn({ tenant, db }: Context, log: DeviceLogId, entry: NewEntry): Promise<void> {
  const { no, deed, outcome } = entry;
  await db
    .insertInto("device_logs")
    .values({ tenant_id: tenant, log_id: log, taken_in: 0, last_at: null })
    .onConflict((known) => known.doNothing())
    .execute();
  const { numUpdatedRows } = await db
    .updateTable("device_logs")
    .set({ taken_in: no, ...(deed && { last_at: deed.at }) })
    .where("tenant_id", "=", tenant)
    .where("log_id", "=", log)
    .where("taken_in", "=", no - (outcome.kind === "missing" ? outcome.count : 1))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new LogOutOfTurn(log, no);
}

async function addEntry(
  { tenant, db }: Context,
  { log, entry }: { readonly log: DeviceLogId; readonly entry: NewEntry },
  { by, now }: Acting,
): Promise<void> {
  const { no, deed, said, movedBy, outcome, serviceDate, device } = entry;
  const { kind, ...detail } = outcome;
  await db
    .insertInto("device_entries")
    .values({
      ...{ tenant_id: tenant, log_id: log, entry_no: no, service_date: serviceDate },
      duty_id: deed?.dutyId ?? null,
      event_id: deed?.id ?? null,
      event: deed === undefined ? null : JSON.stringify(deed),
      said_at: said ?? null,
      moved_by: movedBy,
      outcome: kind,
      detail: Object.keys(detail).length === 0 ? null : JSON.stringify(detail),
      received_at: now,
      device_id: device ?? null,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
}

export async function listConflicts(
  context: Context,
  serviceDate: ServiceDate,
): Promise<readonly ConflictRecord[]> {
  const rows = await conflicts(context)
    .where((is) => is.or([is("settled.settlement", "is", null), is("entry.service_date", "=", serviceDate)]))
    .orderBy("entry.recorded")
    .execute();
  return rows.map(toConflict);
}

export async function findConflict(
  context: Context,
  { log, no }: EntryKey,
): Promise<ConflictRecord | undefined> {
  const row = await conflicts(context)
    .where("entry.log_id", "=", log)
    .where("entry.entry_no", "=", no)
    .executeTakeFirst();
  return row && toConflict(row);
}

/** With what was settled of each. */
const entries = ({ tenant, db }: Context) =>
  db
    .selectFrom("device_entries as entry")
    .leftJoin("conflict_settlements as settled", (join) =>
      join
        .onRef("settled.tenant_id", "=", "entry.tenant_id")
        .onRef("settled.log_id", "=", "entry.log_id")
        .onRef("settled.entry_no", "=", "entry.entry_no"),
    )
    .where("entry.tenant_id", "=", tenant);

const conflicts = (context: Context) =>
  entries(context)
    .select([
      "entry.log_id as log",
      "entry.entry_no as no",
      "entry.service_date as serviceDate",
      "entry.event as deed",
      "entry.said_at as said",
      "entry.moved_by as movedBy",
      "entry.outcome",
      "entry.detail",
      "entry.received_at as receivedAt",
      "entry.actor_account as account",
      "entry.role",
      "settled.settlement",
      "settled.settled_at as settledAt",
      "settled.actor_account as settledBy",
      "settled.role as settledRole",
    ])
    .where("entry.outcome", "in", ["refused", "missing"]);

type Row = Awaited<ReturnType<ReturnType<typeof conflicts>["execute"]>>[number];

function toConflict(row: Row): ConflictRecord {
  const { log, no, serviceDate, deed, said, movedBy, outcome, detail, receivedAt } = row;
  return {
    ...{ log, no, serviceDate, receivedAt },
    deed: deed ?? undefined,
    said: said ?? undefined,
    movedBy: movedBy as Seconds,
    outcome: outcomeOf(outcome, detail) as ConflictRecord["outcome"],
    by: actorOf(row.account, row.role),
    settled:
      row.settlement === null || row.settledAt === null
        ? undefined
        : {
            settlement: row.settlement,
            at: row.settledAt,
            by: actorOf(row.settledBy, row.settledRole ?? "system"),
          },
  };
}

const outcomeOf = (kind: KeptOutcome["kind"], detail: unknown): KeptOutcome =>
  ({ kind, ...(detail as EntryDetail | null) }) as KeptOutcome;

const actorOf = (account: AccountId | null, role: Role | "system"): Actor => ({
  role,
  ...(account !== null && { account }),
});

export async function settleConflict(
  context: Context,
  { key, settlement }: { readonly key: EntryKey; readonly settlement: Settlement },
  { by, now }: Acting,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto("conflict_settlements")
    .values({
      ...{ tenant_id: context.tenant, log_id: key.log, entry_no: key.no, settlement },
      ...{ settled_at: now, actor_account: by.account ?? null, role: by.role },
    })
    .onConflict((known) => known.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const subject = `${key.log}:${key.no}`;
  await appendAudit(context, [{ event: "conflict-settled", subject, detail: { settlement } }], { by, now });
  context.outgoing.push({ topic: "conflicts" });
  return true;
}
