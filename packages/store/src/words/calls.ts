import type { Doubt } from "@noriai/booking";
import type { AccountId, BookingId, EpochSeconds, MemberId, QuoteId, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import { closeCall, correctCall, listCalls, openCall, ringCall, takeCall } from "../repositories/calls.ts";
import { addDelegate, listDelegates, revokeDelegate } from "../repositories/delegates.ts";
import { addSupervisorEntry } from "../repositories/supervisor-entries.ts";

/** What came of a call (通話の結果). */
export const CALL_OUTCOMES = [
  "booked",
  "changed",
  "cancelled",
  "information",
  "refused",
  "waiting",
  "nuisance",
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** A call as the desk closes it. */
export interface CallEnd {
  readonly outcome: CallOutcome;
  readonly memberId?: MemberId | undefined;
  /** Who spoke in the member's name. */
  readonly delegateId?: string | undefined;
  /** Every booking that was made, changed or cancelled. */
  readonly bookingIds: readonly BookingId[];
  /** What the desk asked once more, and the caller confirmed. */
  readonly doubts: readonly Doubt["kind"][];
}

/** One line of the call log (通話記録). */
export interface CallRecord {
  readonly id: string;
  /** When it rang, or was opened by hand. */
  readonly beganAt: EpochSeconds;
  /** Absent while nobody has taken it. */
  readonly takenAt: EpochSeconds | undefined;
  readonly takenBy: AccountId | undefined;
  readonly endedAt: EpochSeconds | undefined;
  readonly outcome: CallOutcome | undefined;
  readonly memberId: MemberId | undefined;
  readonly delegateId: string | undefined;
  readonly bookingIds: readonly BookingId[];
}

export const RELATIONS = ["family", "care-manager", "facility", "other"] as const;
export const CONSENT_WAYS = ["phone", "paper", "in-person"] as const;

/** Somebody who may book in a member's name (代理), and the member's consent. TEL-ELD-1 */
export interface NewDelegate {
  readonly memberId: MemberId;
  readonly name: string;
  readonly relation: (typeof RELATIONS)[number];
  readonly consentedOn: ServiceDate;
  readonly consentedHow: (typeof CONSENT_WAYS)[number];
}

export interface Delegate extends Omit<NewDelegate, "consentedHow"> {
  readonly id: string;
  /** `app`: by the member, on the web. */
  readonly consentedHow: NewDelegate["consentedHow"] | "app";
  readonly recordedAt: EpochSeconds;
  /** Absent as long as the consent stands. */
  readonly revokedAt: EpochSeconds | undefined;
}

/** A booking by phone out of hours, and who allowed it. D-05 */
export interface SupervisorEntry {
  readonly quoteId: QuoteId;
  readonly supervisor: string;
  readonly reason: string;
}

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** The phone desk's calls. The audit log names ids only; live updates carry no number. */
export interface CallWords {
  /** A telephone system tells of a call; numbers that nobody has asked for within a quarter of an hour are forgotten. */
  ringCall(number: string, acting: Acting): Promise<string>;
  /** Gives the number once, to whoever is first; nothing when there is no such call or it was taken. */
  takeCall(id: string, acting: Acting): Promise<string | undefined>;
  /** Begins a call by hand. */
  openCall(memberId: MemberId | undefined, acting: Acting): Promise<string>;
  /** Also writes the end of a call that has ended anew. False when there is no such call. */
  closeCall(id: string, end: CallEnd, acting: Acting): Promise<boolean>;
  /** Another outcome; a call that was left open ends with it. False when there is no such call. */
  correctCall(id: string, outcome: CallEnd["outcome"], acting: Acting): Promise<boolean>;
  /** In the order in which they began. */
  listCalls(range: {
    readonly from: EpochSeconds;
    readonly to: EpochSeconds;
  }): Promise<readonly CallRecord[]>;

  addDelegate(delegate: NewDelegate, acting: Acting): Promise<Delegate>;
  /** False when there is no such delegate of the member; taking back twice changes nothing. */
  revokeDelegate(id: string, memberId: MemberId, acting: Acting): Promise<boolean>;
  /** Those who may book in the member's name now. */
  listDelegates(memberId: MemberId, access: Access): Promise<readonly Delegate[]>;

  addSupervisorEntry(entry: SupervisorEntry, acting: Acting): Promise<void>;
}

export const callWords = (context: Context): CallWords => ({
  ringCall: (number, acting) => ringCall(context, number, acting),
  takeCall: (id, acting) => takeCall(context, id, acting),
  openCall: (memberId, acting) => openCall(context, memberId, acting),
  closeCall: (id, end, acting) => closeCall(context, { id, end }, acting),
  correctCall: (id, outcome, acting) => correctCall(context, { id, outcome }, acting),
  listCalls: (range) => listCalls(context, range),
  addDelegate: (delegate, acting) => addDelegate(context, delegate, acting),
  revokeDelegate: (id, memberId, acting) => revokeDelegate(context, { id, memberId }, acting),
  listDelegates: (memberId, access) => listDelegates(context, memberId, access),
  addSupervisorEntry: (entry, acting) => addSupervisorEntry(context, entry, acting),
});
