import type { DriverMessageContent, SayingToDriver, SayingToOffice } from "@noriai/booking";
import type { AccountId, DriverMessageId, DutyId, EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { DriverMessageRecord, NewDriverMessage } from "../words/driver-messages.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

export async function sendDriverMessage(
  context: Context,
  message: NewDriverMessage,
  { by, now }: Acting,
): Promise<DriverMessageRecord> {
  const { serviceDate, dutyId, to, priority, content } = message;
  const id = context.newId() as DriverMessageId;
  await context.db
    .insertInto("driver_messages")
    .values({
      tenant_id: context.tenant,
      message_id: id,
      service_date: serviceDate,
      duty_id: dutyId,
      addressee: to,
      priority,
      saying: content.kind === "saying" ? content.saying : null,
      words: content.kind === "text" ? (await context.cipher()).seal(wordsOf(id), content.text) : null,
      sent_at: now,
      sent_by: by.account ?? null,
      sent_role: by.role,
    })
    .execute();
  const detail = { serviceDate, dutyId, to, priority };
  await appendAudit(context, [{ event: "driver-message-sent", subject: id, detail }], { by, now });
  context.outgoing.push({ topic: "driver-messages", dutyId });
  return { ...message, id, sentAt: now, sentBy: by.account, ...UNRECEIVED };
}

const UNRECEIVED = { shownAt: undefined, readAt: undefined, readBy: undefined };

export async function receiveDriverMessage(
  context: Context,
  { id, receipt }: { readonly id: DriverMessageId; readonly receipt: "shown" | "read" },
  { by, now }: Acting,
): Promise<void> {
  const { tenant, db } = context;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("driver_message_receipts")
    .values({
      ...{ tenant_id: tenant, message_id: id, receipt },
      ...{ at: now, actor_account: by.account ?? null, role: by.role },
    })
    .onConflict((known) => known.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return;
  if (receipt === "read")
    await appendAudit(context, [{ event: "driver-message-read", subject: id }], { by, now });
  const { duty_id: dutyId } = await db
    .selectFrom("driver_messages")
    .select("duty_id")
    .where("tenant_id", "=", tenant)
    .where("message_id", "=", id)
    .executeTakeFirstOrThrow();
  context.outgoing.push({ topic: "driver-messages", dutyId });
}

export async function findDriverMessage(
  context: Context,
  id: DriverMessageId,
): Promise<DriverMessageRecord | undefined> {
  const rows = await messages(context).where("sent.message_id", "=", id).execute();
  return (await toRecords(context, rows))[0];
}

export async function listDriverMessages(
  context: Context,
  serviceDate: ServiceDate,
  dutyId?: DutyId,
): Promise<readonly DriverMessageRecord[]> {
  const rows = await messages(context)
    .where("sent.service_date", "=", serviceDate)
    .$if(dutyId !== undefined, (query) => query.where("sent.duty_id", "=", dutyId!))
    .orderBy("sent.recorded")
    .execute();
  return toRecords(context, rows);
}

const messages = ({ tenant, db }: Context) =>
  db
    .selectFrom("driver_messages as sent")
    .leftJoin("driver_message_receipts as shown", (join) =>
      join
        .onRef("shown.tenant_id", "=", "sent.tenant_id")
        .onRef("shown.message_id", "=", "sent.message_id")
        .on("shown.receipt", "=", "shown"),
    )
    .leftJoin("driver_message_receipts as read", (join) =>
      join
        .onRef("read.tenant_id", "=", "sent.tenant_id")
        .onRef("read.message_id", "=", "sent.message_id")
        .on("read.receipt", "=", "read"),
    )
    .select([
      "sent.message_id as id",
      "sent.service_date as serviceDate",
      "sent.duty_id as dutyId",
      "sent.addressee as to",
      "sent.priority",
      "sent.saying",
      "sent.words",
      "sent.sent_at as sentAt",
      "sent.sent_by as sentBy",
      "shown.at as shownAt",
      "read.at as readAt",
      "read.actor_account as readBy",
    ])
    .where("sent.tenant_id", "=", tenant);

type Row = Awaited<ReturnType<ReturnType<typeof messages>["execute"]>>[number];

async function toRecords(context: Context, rows: readonly Row[]): Promise<readonly DriverMessageRecord[]> {
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map(({ saying, words, sentBy, shownAt, readAt, readBy, ...row }) => ({
    ...row,
    content: contentOf(cipher, { id: row.id, saying, words }),
    sentBy: sentBy ?? undefined,
    shownAt: shownAt ?? undefined,
    readAt: readAt ?? undefined,
    readBy: (readBy as AccountId | null) ?? undefined,
  }));
}

const contentOf = (
  cipher: FieldCipher,
  { id, saying, words }: Pick<Row, "id" | "saying" | "words">,
): DriverMessageContent =>
  words === null
    ? { kind: "saying", saying: saying as SayingToDriver | SayingToOffice }
    : { kind: "text", text: cipher.open(wordsOf(id), words) };

const wordsOf = (id: DriverMessageId) => ({ table: "driver_messages", column: "words", row: id });
