import type { AccountId, BookingId, EpochSeconds, MemberId, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import { listBookingActs } from "../repositories/booking-acts.ts";
import {
  acceptInvitation,
  findHelping,
  findInvitation,
  inviteHelper,
  listHelpers,
  listHelping,
  namesOfHelpers,
  setTold,
  stopHelping,
} from "../repositories/helping.ts";
import type { Delegate, NewDelegate } from "./calls.ts";

/** Whom a member lets book in their name, invited by the member on the web. */
export interface NewHelper extends Pick<NewDelegate, "memberId" | "name" | "relation"> {
  readonly consentedOn: ServiceDate;
  /** In its normal form; the row keeps a blind index of it. */
  readonly code: string;
  readonly until: EpochSeconds;
  /** So many may help a member, those who are only invited included. */
  readonly most: number;
}

/** Somebody who may book in a member's name, as the member sees them. */
export type Helper = Delegate & {
  /** `noted`: the desk has noted the consent. `invited`: the member has consented, the helper has not. */
  readonly standing: "noted" | "invited" | "expired" | "helping";
  readonly invitedUntil: EpochSeconds | undefined;
  readonly acceptedAt: EpochSeconds | undefined;
  /** Of the member's rides, by the helper's own channels. */
  readonly told: boolean;
};

/** The other side of it: whom a member helps. */
export interface Helping {
  readonly id: string;
  readonly memberId: MemberId;
  readonly relation: Delegate["relation"];
  readonly acceptedAt: EpochSeconds;
  readonly told: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly memberId: MemberId;
  readonly relation: Delegate["relation"];
  readonly until: EpochSeconds;
}

/** Who made, changed or called off a booking, and when. */
export interface BookingAct {
  readonly bookingId: BookingId;
  readonly kind: "booked" | "changed" | "cancelled";
  readonly at: EpochSeconds;
  readonly by: Actor;
  /** The member whose account acted; absent for the staff, the system, and whoever was erased. */
  readonly member: MemberId | undefined;
}

interface Acting {
  readonly by: Actor & { readonly account?: AccountId };
  readonly now: EpochSeconds;
}

/** A member's helpers: consent of both sides is kept with its time, and each side takes it back at once. FIELD row 14 */
export interface HelperWords {
  /** One after the other for each member, so that two at one moment are not one too many. */
  inviteHelper(helper: NewHelper, acting: Acting): Promise<Helper | "too-many-helpers">;
  /** One that can still be accepted. */
  findInvitation(code: string, now: EpochSeconds): Promise<Invitation | undefined>;
  /** The helper's own consent. `already-helps`: an earlier consent of the two stands, and stays. */
  acceptInvitation(
    invitation: { readonly code: string; readonly helper: MemberId },
    acting: Acting,
  ): Promise<Helping | "not-found" | "own" | "already-helps">;
  /** Everybody who may book in the member's name, and who is invited to; in the order in which they were noted. */
  listHelpers(memberId: MemberId, access: Access): Promise<readonly Helper[]>;
  /** Whom a member helps now. Names nobody. */
  listHelping(helper: MemberId): Promise<readonly Helping[]>;
  /**
   * The consent under which one member may act for another now. It stays until this transaction ends: who takes it back
   * waits for what is being written, and nothing is written after it was taken back.
   */
  findHelping(pair: { readonly helper: MemberId; readonly member: MemberId }): Promise<Helping | undefined>;
  /** The helper's way out; false when there is no such consent. */
  stopHelping(helping: { readonly id: string; readonly helper: MemberId }, acting: Acting): Promise<boolean>;
  /** The helper's choice to be told of the member's rides or not; false when there is no such consent. */
  setTold(
    helping: { readonly id: string; readonly helper: MemberId; readonly told: boolean },
    acting: Acting,
  ): Promise<boolean>;
  /** The names that a member has given their helpers, those of before included, by the helper's membership. */
  namesOfHelpers(memberId: MemberId): Promise<ReadonlyMap<MemberId, string>>;
  /** In the order in which they were done. */
  listBookingActs(bookings: readonly BookingId[]): Promise<readonly BookingAct[]>;
}

export const helperWords = (context: Context): HelperWords => ({
  inviteHelper: (helper, acting) => inviteHelper(context, helper, acting),
  findInvitation: (code, now) => findInvitation(context, { code, now }),
  acceptInvitation: (invitation, acting) => acceptInvitation(context, invitation, acting),
  listHelpers: (memberId, access) => listHelpers(context, memberId, access),
  listHelping: (helper) => listHelping(context, helper),
  findHelping: (pair) => findHelping(context, pair),
  stopHelping: (helping, acting) => stopHelping(context, helping, acting),
  setTold: (helping, acting) => setTold(context, helping, acting),
  namesOfHelpers: (memberId) => namesOfHelpers(context, memberId),
  listBookingActs: (bookings) => listBookingActs(context, bookings),
});
