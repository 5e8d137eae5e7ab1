import { type DelayCall, goodUntil, type Notice, type NoticeContent, toldByPeople } from "@noriai/booking";
import type { ChannelId, EpochSeconds, NoticeId, ServiceDate } from "@noriai/kernel";
import type { Selectable } from "kysely";
import type { Context } from "../context.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { Tables } from "../schema.ts";
import type { ChannelMeans, Delivery, NoticeRecord } from "../words/notices.ts";
import { listWaysToTell, type WayToTell } from "./member-channels.ts";

export async function addNotices(
  context: Context,
  notices: readonly Notice[],
  now: EpochSeconds,
): Promise<void> {
  if (notices.length === 0) return;
  const memberIds = notices.map(({ memberId }) => memberId);
  const channels = Map.groupBy(await listWaysToTell(context, memberIds), ({ memberId }) => memberId);
  let isAnyNew = false;
  for (const notice of notices) {
    const ways = waysOf(notice, channels.get(notice.memberId) ?? []);
    if (ways.length === 0) continue;
    const id = await insertNotice(context, notice, now);
    if (id === undefined) continue;
    await insertDeliveries(context, id, ways);
    isAnyNew = true;
  }
  if (isAnyNew) context.outgoing.push({ topic: "notices" });
}

interface Way extends Pick<WayToTell, "channelId" | "delegateId"> {
  readonly means: ChannelMeans | "desk";
}

const DESK: Way = { channelId: "desk" as ChannelId, delegateId: null, means: "desk" };

/** What must not be missed is told by the staff to who has no channel of their own: a helper who is told does not do it for them. */
function waysOf({ content }: Notice, channels: readonly WayToTell[]): readonly Way[] {
  const isReached = channels.some(({ delegateId }) => delegateId === null);
  return isReached || !toldByPeople(content) ? channels : [DESK, ...channels];
}

/** @returns nothing when the same cause was told before */
async function insertNotice(
  context: Context,
  notice: Notice,
  now: EpochSeconds,
): Promise<NoticeId | undefined> {
  const { memberId, bookingId, content, once } = notice;
  const id = context.newId() as NoticeId;
  const row = await context.db
    .insertInto("notices")
    .values({
      ...{ tenant_id: context.tenant, notice_id: id, once: once ?? id },
      ...{ member_id: memberId, booking_id: bookingId ?? null },
      ...{ service_date: content.ride.serviceDate, kind: content.kind, content: JSON.stringify(content) },
      ...{ good_until: goodUntil(notice), written_at: now },
    })
    .onConflict((known) => known.doNothing())
    .returning("notice_id")
    .executeTakeFirst();
  return row?.notice_id;
}

async function insertDeliveries(context: Context, id: NoticeId, ways: readonly Way[]): Promise<void> {
  await context.db
    .insertInto("notice_deliveries")
    .values(
      ways.map(({ channelId, delegateId, means }) => ({
        ...{ tenant_id: context.tenant, notice_id: id, channel_id: channelId, means },
        delegate_id: delegateId,
      })),
    )
    .execute();
}

export async function listNotices(
  context: Context,
  serviceDate: ServiceDate,
): Promise<readonly NoticeRecord[]> {
  const { tenant, db } = context;
  const rows = await db
    .selectFrom("notices")
    .select(["notice_id", "member_id", "booking_id", "content", "written_at"])
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .orderBy("recorded", "desc")
    .execute();
  if (rows.length === 0) return [];
  const sendings = await db
    .selectFrom("notice_deliveries")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where(
      "notice_id",
      "in",
      rows.map(({ notice_id }) => notice_id),
    )
    .orderBy("delegate_id", (order) => order.asc().nullsFirst())
    .orderBy("channel_id")
    .execute();
  const cipher = await context.cipher();
  const byNotice = Map.groupBy(sendings, ({ notice_id }) => notice_id);
  return rows.map(({ notice_id: id, member_id, booking_id, content, written_at }) => ({
    id,
    memberId: member_id,
    bookingId: booking_id ?? undefined,
    content,
    writtenAt: written_at,
    deliveries: (byNotice.get(id) ?? []).map((row) => toDelivery(cipher, row)),
  }));
}

const toDelivery = (cipher: FieldCipher, row: Selectable<Tables["notice_deliveries"]>): Delivery => ({
  means: row.means,
  toHelper: row.delegate_id !== null,
  state: row.state,
  attempts: row.attempts,
  settledAt: row.settled_at ?? undefined,
  settledBy: row.settled_by ?? undefined,
  fault: row.fault ?? undefined,
  words: row.words === null ? undefined : cipher.open(sentWordsOf(row.notice_id, row.channel_id), row.words),
});

/** Where the words of one sending are sealed to. */
export const sentWordsOf = (notice: NoticeId, channel: ChannelId) => ({
  table: "notice_deliveries",
  column: "words",
  row: `${notice} ${channel}`,
});

export async function listDelaysTold(
  { tenant, db }: Context,
  serviceDate: ServiceDate,
): Promise<readonly DelayCall[]> {
  const rows = await db
    .selectFrom("notices")
    .select(["booking_id", "content", "written_at"])
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .where("kind", "=", "delayed")
    .orderBy("recorded")
    .execute();
  return rows.map(({ booking_id, content, written_at }) => ({
    bookingId: booking_id!,
    outcome: "reached",
    at: written_at,
    told: (content as Extract<NoticeContent, { kind: "delayed" }>).tell,
  }));
}
