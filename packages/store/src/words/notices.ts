import type { DelayCall, Notice, NoticeContent } from "@noriai/booking";
import type {
  AccountId,
  BookingId,
  ChannelId,
  EpochSeconds,
  MemberId,
  NoticeId,
  ServiceDate,
} from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import { addChannel, listChannels, reachable, removeChannel } from "../repositories/member-channels.ts";
import {
  claimDeliveries,
  postponeDelivery,
  settleByDesk,
  settleDelivery,
} from "../repositories/notice-deliveries.ts";
import { addNotices, listDelaysTold, listNotices } from "../repositories/notices.ts";

/** By which a notice can leave the house. */
export type ChannelMeans = "email" | "sms" | "push";
export type NoticeLanguage = "ja" | "ja-easy" | "en";

export interface NewChannel {
  readonly memberId: MemberId;
  readonly means: ChannelMeans;
  /** An e-mail address, a phone number, or a browser's push subscription as JSON. Sealed at rest. */
  readonly address: string;
  readonly language: NoticeLanguage;
}

/** One way to reach a member. */
export interface MemberChannel extends NewChannel {
  readonly id: ChannelId;
}

export interface NoticeRecord extends Omit<Notice, "once"> {
  readonly id: NoticeId;
  readonly writtenAt: EpochSeconds;
  readonly deliveries: readonly Delivery[];
}

/** One sending of a notice. `kept`: the demo sends nothing. By `desk` somebody of the staff tells it. */
export interface Delivery {
  readonly means: ChannelMeans | "desk";
  readonly toHelper: boolean;
  readonly state: "waiting" | "sent" | "kept" | "given-up";
  readonly attempts: number;
  readonly settledAt: EpochSeconds | undefined;
  readonly settledBy: AccountId | undefined;
  /** Why the last attempt failed; a code, no address. */
  readonly fault: string | undefined;
  /** What was sent, as it was sent; nothing before that and when a person told it. */
  readonly words: string | undefined;
}

/** A sending that this server has taken on until its lease ends. */
export interface ClaimedDelivery {
  readonly noticeId: NoticeId;
  /** Nothing when it was taken away, or the consent under which it goes to a helper. */
  readonly channel: MemberChannel | undefined;
  readonly channelId: ChannelId;
  /** The consent under which it goes to a helper; nothing when it goes to the member. */
  readonly delegateId: string | undefined;
  /** Whom the notice is about. */
  readonly memberId: MemberId;
  readonly bookingId: BookingId | undefined;
  readonly serviceDate: ServiceDate;
  readonly content: NoticeContent;
  readonly goodUntil: EpochSeconds;
  readonly writtenAt: EpochSeconds;
  /** This one counted. */
  readonly attempts: number;
}

export type DeliveryKey = Pick<ClaimedDelivery, "noticeId" | "channelId">;

export interface Settlement {
  readonly state: "sent" | "kept" | "given-up";
  readonly now: EpochSeconds;
  readonly words?: string;
  readonly fault?: string;
}

/** What riders are told, and by which ways. */
export interface NoticeWords {
  /**
   * Writes notices and a sending for each channel of each member, and of each helper who chose to be told, in the
   * transaction of what caused them. Who has no channel is told by the staff what must not be missed, and else by nobody.
   */
  addNotices(notices: readonly Notice[], now: EpochSeconds): Promise<void>;
  /** Those about rides of a date, latest first. */
  listNotices(serviceDate: ServiceDate): Promise<readonly NoticeRecord[]>;
  /** Delays of a date that were put into notices, as if each had been a call. */
  listDelaysTold(serviceDate: ServiceDate): Promise<readonly DelayCall[]>;
  /** Takes on sendings that are due by the wall clock; another server takes them up again when the lease has ended. */
  claimDeliveries(claim: {
    readonly wallNow: EpochSeconds;
    readonly leaseEnds: EpochSeconds;
    readonly limit: number;
    readonly access: Access;
  }): Promise<readonly ClaimedDelivery[]>;
  settleDelivery(key: DeliveryKey, settlement: Settlement): Promise<void>;
  postponeDelivery(
    key: DeliveryKey,
    until: { readonly dueAt: EpochSeconds; readonly fault: string },
  ): Promise<void>;
  /** Somebody of the staff has told the rider; false when there was nothing to tell any more. */
  settleByDesk(id: NoticeId, telling: { readonly by: Actor; readonly now: EpochSeconds }): Promise<boolean>;

  /** Adds a way to reach a member. A second e-mail address or number takes the place of the first. */
  addChannel(
    channel: NewChannel,
    adding: { readonly by: Actor; readonly now: EpochSeconds },
  ): Promise<MemberChannel>;
  removeChannel(
    channel: { readonly memberId: MemberId; readonly id: ChannelId },
    removing: { readonly by: Actor; readonly now: EpochSeconds },
  ): Promise<boolean>;
  /** Opens sealed addresses; the reading is logged. */
  listChannels(memberId: MemberId, access: Access): Promise<readonly MemberChannel[]>;
  /** Those who have any channel, or a helper who chose to be told and has one. */
  reachable(memberIds: readonly MemberId[]): Promise<ReadonlySet<MemberId>>;
}

export const noticeWords = (context: Context): NoticeWords => ({
  addNotices: (notices, now) => addNotices(context, notices, now),
  listNotices: (serviceDate) => listNotices(context, serviceDate),
  listDelaysTold: (serviceDate) => listDelaysTold(context, serviceDate),
  claimDeliveries: (claim) => claimDeliveries(context, claim),
  settleDelivery: (key, settlement) => settleDelivery(context, key, settlement),
  postponeDelivery: (key, until) => postponeDelivery(context, key, until),
  settleByDesk: (id, telling) => settleByDesk(context, id, telling),
  addChannel: (channel, adding) => addChannel(context, channel, adding),
  removeChannel: (channel, removing) => removeChannel(context, channel, removing),
  listChannels: (memberId, access) => listChannels(context, memberId, access),
  reachable: (memberIds) => reachable(context, memberIds),
});
