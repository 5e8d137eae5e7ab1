import type { AccountId, EpochSeconds, NoticeId } from "@noriai/kernel";
import { type SqlBool, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import type { ClaimedDelivery, DeliveryKey, Settlement } from "../words/notices.ts";
import { logAccess } from "./access-log.ts";
import { appendAudit } from "./audit.ts";
import { toChannel } from "./member-channels.ts";
import { sentWordsOf } from "./notices.ts";

/**
 * Takes on what is due. Counted and put off in one step, so that neither another server nor this one after a crash takes
 * it up before the lease has ended; rows that another server is taking on right now are passed over.
 */
export async function claimDeliveries(
  context: Context,
  {
    wallNow,
    leaseEnds,
    limit,
    access,
  }: {
    readonly wallNow: EpochSeconds;
    readonly leaseEnds: EpochSeconds;
    readonly limit: number;
    readonly access: Access;
  },
): Promise<readonly ClaimedDelivery[]> {
  const { tenant, db } = context;
  const due = await db
    .selectFrom("notice_deliveries")
    .select(["notice_id", "channel_id"])
    .where("tenant_id", "=", tenant)
    .where("state", "=", "waiting")
    .where("means", "!=", "desk")
    .where("due_at", "<=", wallNow)
    .orderBy("due_at")
    .orderBy("notice_id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (due.length === 0) return [];
  for (const key of due) await putOff(context, key, leaseEnds);
  return readClaimed(context, due, access);
}

async function putOff(
  { tenant, db }: Context,
  key: { readonly notice_id: NoticeId; readonly channel_id: DeliveryKey["channelId"] },
  leaseEnds: EpochSeconds,
): Promise<void> {
  await db
    .updateTable("notice_deliveries")
    .set({ due_at: leaseEnds, attempts: sql<number>`attempts + 1` })
    .where("tenant_id", "=", tenant)
    .where("notice_id", "=", key.notice_id)
    .where("channel_id", "=", key.channel_id)
    .execute();
}

async function readClaimed(
  context: Context,
  claimed: readonly { readonly notice_id: NoticeId; readonly channel_id: DeliveryKey["channelId"] }[],
  access: Access,
): Promise<readonly ClaimedDelivery[]> {
  const keys = new Set(claimed.map(({ notice_id, channel_id }) => `${notice_id} ${channel_id}`));
  const ids = claimed.map(({ notice_id }) => notice_id);
  const rows = await sendings(context).where("sending.notice_id", "in", ids).execute();
  const taken = rows.filter(({ noticeId, channelId }) => keys.has(`${noticeId} ${channelId}`));
  const opened = taken.flatMap(({ toldId }) => toldId ?? []);
  await logAccess(context, opened, access);
  const cipher = await context.cipher();
  return taken.map(({ toldId, means, address, language, bookingId, delegateId, ...rest }) => ({
    ...rest,
    bookingId: bookingId ?? undefined,
    delegateId: delegateId ?? undefined,
    channel:
      toldId === null || means === null || address === null || language === null
        ? undefined
        : toChannel(cipher, {
            ...{ channel_id: rest.channelId, member_id: toldId },
            ...{ means, address, language },
          }),
  }));
}

/** Sendings with their notice, and their channel where it is still there and its member may still be told. */
const sendings = ({ tenant, db }: Context) =>
  db
    .selectFrom("notice_deliveries as sending")
    .innerJoin("notices as notice", (join) =>
      join
        .onRef("notice.tenant_id", "=", "sending.tenant_id")
        .onRef("notice.notice_id", "=", "sending.notice_id"),
    )
    .leftJoin("member_channels as channel", (join) =>
      join
        .onRef("channel.tenant_id", "=", "sending.tenant_id")
        .onRef("channel.channel_id", "=", "sending.channel_id")
        .on(MAY_BE_TOLD),
    )
    .select([
      "sending.notice_id as noticeId",
      "sending.channel_id as channelId",
      "sending.attempts",
      "notice.member_id as memberId",
      "notice.booking_id as bookingId",
      "notice.service_date as serviceDate",
      "notice.content",
      "notice.good_until as goodUntil",
      "notice.written_at as writtenAt",
      "sending.delegate_id as delegateId",
      "channel.member_id as toldId",
      "channel.means",
      "channel.address",
      "channel.language",
    ])
    .where("sending.tenant_id", "=", tenant);

/** It goes to the member, or under a consent that stands and to a helper who chooses to be told, now as when it was written. */
const MAY_BE_TOLD = sql<SqlBool>`(sending.delegate_id IS NULL OR EXISTS (
  SELECT FROM noriai.delegates AS consent
  WHERE consent.tenant_id = sending.tenant_id AND consent.delegate_id = sending.delegate_id
    AND consent.helper_member_id = channel.member_id AND consent.told AND consent.revoked_at IS NULL))`;

export async function settleDelivery(
  context: Context,
  { noticeId, channelId }: DeliveryKey,
  { state, now, words, fault }: Settlement,
): Promise<void> {
  const place = sentWordsOf(noticeId, channelId);
  await context.db
    .updateTable("notice_deliveries")
    .set({
      ...{ state, settled_at: now, fault: fault ?? null },
      words: words === undefined ? null : (await context.cipher()).seal(place, words),
    })
    .where("tenant_id", "=", context.tenant)
    .where("notice_id", "=", noticeId)
    .where("channel_id", "=", channelId)
    .where("state", "=", "waiting")
    .execute();
  context.outgoing.push({ topic: "notices" });
}

export async function postponeDelivery(
  { tenant, db }: Context,
  { noticeId, channelId }: DeliveryKey,
  { dueAt, fault }: { readonly dueAt: EpochSeconds; readonly fault: string },
): Promise<void> {
  await db
    .updateTable("notice_deliveries")
    .set({ due_at: dueAt, fault })
    .where("tenant_id", "=", tenant)
    .where("notice_id", "=", noticeId)
    .where("channel_id", "=", channelId)
    .where("state", "=", "waiting")
    .execute();
}

export async function settleByDesk(
  context: Context,
  id: NoticeId,
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<boolean> {
  const settled = await context.db
    .updateTable("notice_deliveries")
    .set({ state: "sent", settled_at: now, settled_by: (by.account as AccountId | undefined) ?? null })
    .where("tenant_id", "=", context.tenant)
    .where("notice_id", "=", id)
    .where("means", "=", "desk")
    .where("state", "=", "waiting")
    .returning("notice_id")
    .executeTakeFirst();
  if (settled === undefined) return false;
  await appendAudit(context, [{ event: "notice-told", subject: id }], { by, now });
  context.outgoing.push({ topic: "notices" });
  return true;
}
