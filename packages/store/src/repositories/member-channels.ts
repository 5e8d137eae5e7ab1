import type { ChannelId, EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import { normalisePhone } from "../phone-number.ts";
import type { ChannelMeans, MemberChannel, NewChannel } from "../words/notices.ts";
import { logAccess } from "./access-log.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

export async function addChannel(
  context: Context,
  channel: NewChannel,
  acting: Acting,
): Promise<MemberChannel> {
  const { tenant, db } = context;
  const { memberId, means, address, language } = channel;
  const cipher = await context.cipher();
  const id = context.newId() as ChannelId;
  // A browser is added to the others; of addresses and numbers a member has one each.
  await db
    .deleteFrom("member_channels")
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", memberId)
    .where("means", "=", means)
    .$if(means === "push", (query) => query.where("address_index", "=", indexOf(cipher, channel)))
    .execute();
  await db
    .insertInto("member_channels")
    .values({
      ...{ tenant_id: tenant, channel_id: id, member_id: memberId, means, language },
      address: cipher.seal(addressOf(id), address),
      address_index: indexOf(cipher, channel),
      added_at: acting.now,
    })
    .execute();
  if (means === "sms") await notePhoneShown(context, { memberId, address });
  await appendAudit(
    context,
    [{ event: "member-channel-added", subject: memberId, detail: { means, language } }],
    acting,
  );
  return { ...channel, id };
}

/** Messages go to a number that the desk entered or a code has shown. Where it is that of the record, so is that. */
async function notePhoneShown(
  context: Context,
  { memberId, address }: Pick<NewChannel, "memberId" | "address">,
): Promise<void> {
  await context.db
    .updateTable("members")
    .set({ phone_claimed_at: null })
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", memberId)
    .where("phone_index", "=", (await context.cipher()).index("phone", normalisePhone(address)))
    .execute();
}

export async function removeChannel(
  context: Context,
  { memberId, id }: { readonly memberId: MemberId; readonly id: ChannelId },
  acting: Acting,
): Promise<boolean> {
  const removed = await context.db
    .deleteFrom("member_channels")
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", memberId)
    .where("channel_id", "=", id)
    .returning("means")
    .executeTakeFirst();
  if (removed === undefined) return false;
  const detail = { means: removed.means };
  await appendAudit(context, [{ event: "member-channel-removed", subject: memberId, detail }], acting);
  return true;
}

export async function listChannels(
  context: Context,
  memberId: MemberId,
  access: Access,
): Promise<readonly MemberChannel[]> {
  const rows = await context.db
    .selectFrom("member_channels")
    .select(["channel_id", "member_id", "means", "address", "language"])
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", memberId)
    .orderBy("channel_id")
    .execute();
  if (rows.length === 0) return [];
  await logAccess(context, [memberId], access);
  const cipher = await context.cipher();
  return rows.map((row) => toChannel(cipher, row));
}

/** A channel by which a member's notices leave: their own, or, under a consent, that of a helper who chose to be told. */
export interface WayToTell {
  readonly memberId: MemberId;
  readonly channelId: ChannelId;
  readonly means: ChannelMeans;
  readonly delegateId: string | null;
}

export async function listWaysToTell(
  { tenant, db }: Context,
  memberIds: readonly MemberId[],
): Promise<readonly WayToTell[]> {
  if (memberIds.length === 0) return [];
  const ids = [...new Set(memberIds)];
  const own = await db
    .selectFrom("member_channels")
    .select(["member_id as memberId", "channel_id as channelId", "means"])
    .where("tenant_id", "=", tenant)
    .where("member_id", "in", ids)
    .orderBy("channel_id")
    .execute();
  const helpers = await db
    .selectFrom("delegates as consent")
    .innerJoin("member_channels as channel", (join) =>
      join
        .onRef("channel.tenant_id", "=", "consent.tenant_id")
        .onRef("channel.member_id", "=", "consent.helper_member_id"),
    )
    .select(["consent.member_id as memberId", "channel.channel_id as channelId", "channel.means"])
    .select("consent.delegate_id as delegateId")
    .where("consent.tenant_id", "=", tenant)
    .where("consent.member_id", "in", ids)
    .where("consent.told", "=", true)
    .where("consent.revoked_at", "is", null)
    .orderBy("channel.channel_id")
    .execute();
  return [...own.map((channel) => ({ ...channel, delegateId: null })), ...helpers];
}

export async function reachable(
  context: Context,
  memberIds: readonly MemberId[],
): Promise<ReadonlySet<MemberId>> {
  return new Set((await listWaysToTell(context, memberIds)).map(({ memberId }) => memberId));
}

/** Writes every address anew, with the newest key. */
export async function resealChannels(context: Context): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("member_channels")
    .select(["channel_id", "address"])
    .where("tenant_id", "=", tenant)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const { channel_id: id, address } of rows)
    await db
      .updateTable("member_channels")
      .set({ address: cipher.seal(addressOf(id), cipher.open(addressOf(id), address)) })
      .where("tenant_id", "=", tenant)
      .where("channel_id", "=", id)
      .execute();
}

export const toChannel = (
  cipher: FieldCipher,
  row: {
    readonly channel_id: ChannelId;
    readonly member_id: MemberId;
    readonly means: ChannelMeans;
    readonly address: Uint8Array;
    readonly language: MemberChannel["language"];
  },
): MemberChannel => ({
  id: row.channel_id,
  memberId: row.member_id,
  means: row.means,
  address: cipher.open(addressOf(row.channel_id), row.address),
  language: row.language,
});

const addressOf = (id: ChannelId) => ({ table: "member_channels", column: "address", row: id });

const indexOf = (cipher: FieldCipher, { means, address }: NewChannel): Buffer =>
  cipher.index("channel", means === "sms" ? normalisePhone(address) : address.trim().toLowerCase());
