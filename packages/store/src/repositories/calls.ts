import { type EpochSeconds, earlier, type MemberId, minutes } from "@noriai/kernel";
import type { Selectable, Updateable } from "kysely";
import type { Context } from "../context.ts";
import type { Actor, AuditEvent } from "../door.ts";
import type { Tables } from "../schema.ts";
import type { CallEnd, CallRecord } from "../words/calls.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** After this nobody rings any more; the number has no further use. */
const NUMBER_KEPT = minutes(15);

/** Keeps the number, sealed, until somebody takes the call, and tells the desks that one is waiting. */
export async function ringCall(context: Context, number: string, acting: Acting): Promise<string> {
  await forgetOldNumbers(context, acting.now);
  const id = context.newId();
  const sealed = (await context.cipher()).seal(numberOf(id), number);
  await context.db
    .insertInto("calls")
    .values({ tenant_id: context.tenant, call_id: id, began_at: acting.now, number: sealed })
    .execute();
  context.outgoing.push({ topic: "call", callId: id, state: "ringing" });
  return id;
}

async function forgetOldNumbers({ tenant, db }: Context, now: EpochSeconds): Promise<void> {
  await db
    .updateTable("calls")
    .set({ number: null })
    .where("tenant_id", "=", tenant)
    .where("number", "is not", null)
    .where("began_at", "<", earlier(now, NUMBER_KEPT))
    .execute();
}

/** The first who asks gets the number; from then on it is nowhere. */
export async function takeCall(context: Context, id: string, acting: Acting): Promise<string | undefined> {
  const { tenant, db } = context;
  const row = await db
    .selectFrom("calls")
    .select("number")
    .where("tenant_id", "=", tenant)
    .where("call_id", "=", id)
    .where("number", "is not", null)
    .forUpdate()
    .executeTakeFirst();
  if (row?.number == null) return undefined;
  const number = (await context.cipher()).open(numberOf(id), row.number);
  await db
    .updateTable("calls")
    .set({ number: null, ...takenBy(acting) })
    .where("tenant_id", "=", tenant)
    .where("call_id", "=", id)
    .execute();
  await tell(context, { id, event: "call-taken" }, acting);
  return number;
}

export async function openCall(
  context: Context,
  memberId: MemberId | undefined,
  acting: Acting,
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto("calls")
    .values({
      tenant_id: context.tenant,
      call_id: id,
      began_at: acting.now,
      member_id: memberId ?? null,
      ...takenBy(acting),
    })
    .execute();
  await tell(context, { id, event: "call-taken" }, acting);
  return id;
}

/** An end that was noted before is corrected; the time of the end stays. */
export const closeCall = (
  context: Context,
  { id, end }: { readonly id: string; readonly end: CallEnd },
  acting: Acting,
): Promise<boolean> =>
  endCall(
    context,
    {
      id,
      outcome: end.outcome,
      more: {
        member_id: end.memberId ?? null,
        delegate_id: end.delegateId ?? null,
        booking_ids: [...end.bookingIds],
        doubts: [...end.doubts],
      },
    },
    acting,
  );

export const correctCall = (
  context: Context,
  call: { readonly id: string; readonly outcome: CallEnd["outcome"] },
  acting: Acting,
): Promise<boolean> => endCall(context, call, acting);

async function endCall(
  context: Context,
  {
    id,
    outcome,
    more,
  }: {
    readonly id: string;
    readonly outcome: CallEnd["outcome"];
    readonly more?: Updateable<Tables["calls"]>;
  },
  acting: Acting,
): Promise<boolean> {
  const { tenant, db } = context;
  const { numUpdatedRows } = await db
    .updateTable("calls")
    .set((is) => ({ ...more, outcome, ended_at: is.fn.coalesce("ended_at", is.val(acting.now)) }))
    .where("tenant_id", "=", tenant)
    .where("call_id", "=", id)
    .where("taken_at", "is not", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tell(context, { id, event: "call-ended", detail: { outcome } }, acting);
  return true;
}

export async function listCalls(
  { tenant, db }: Context,
  range: { readonly from: EpochSeconds; readonly to: EpochSeconds },
): Promise<readonly CallRecord[]> {
  const rows = await db
    .selectFrom("calls")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("began_at", ">=", range.from)
    .where("began_at", "<", range.to)
    .orderBy("began_at")
    .orderBy("recorded")
    .execute();
  return rows.map(toRecord);
}

/** Seals the numbers of calls that still ring with the newest key. */
export async function resealCalls(context: Context): Promise<void> {
  const { tenant, db } = context;
  const cipher = await context.cipher();
  const rows = await db
    .selectFrom("calls")
    .select(["call_id", "number"])
    .where("tenant_id", "=", tenant)
    .where("number", "is not", null)
    .execute();
  for (const { call_id, number } of rows)
    await db
      .updateTable("calls")
      .set({ number: cipher.seal(numberOf(call_id), cipher.open(numberOf(call_id), number!)) })
      .where("tenant_id", "=", tenant)
      .where("call_id", "=", call_id)
      .execute();
}

async function tell(
  context: Context,
  told: { readonly id: string; readonly event: AuditEvent; readonly detail?: object },
  acting: Acting,
): Promise<void> {
  const { id, event, detail } = told;
  await appendAudit(context, [{ event, subject: id, ...(detail && { detail }) }], acting);
  context.outgoing.push({ topic: "call", callId: id, state: event === "call-taken" ? "taken" : "ended" });
}

const takenBy = ({ by, now }: Acting) => ({
  taken_at: now,
  taken_by: by.account ?? null,
  taken_role: by.role,
});

const numberOf = (row: string) => ({ table: "calls", column: "number", row });

const toRecord = (row: Selectable<Tables["calls"]>): CallRecord => ({
  id: row.call_id,
  beganAt: row.began_at,
  takenAt: row.taken_at ?? undefined,
  takenBy: row.taken_by ?? undefined,
  endedAt: row.ended_at ?? undefined,
  outcome: row.outcome ?? undefined,
  memberId: row.member_id ?? undefined,
  delegateId: row.delegate_id ?? undefined,
  bookingIds: row.booking_ids,
});
