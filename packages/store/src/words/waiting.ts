import type { Service, TripRequest } from "@noriai/booking";
import type { AccountId, EpochSeconds, MemberId, QuoteId, ServiceDate, WaitingId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import { addWaitingCall, listWaitingCalls } from "../repositories/waiting-calls.ts";
import {
  findWaitingDate,
  listVainWaitings,
  listWaitingDates,
  listWaitingDatesOf,
} from "../repositories/waitings.ts";

/** What came of a call to a rider for whom room has come free. */
export const WAITING_CALL_OUTCOMES = ["accepted", "declined", "left", "absent", "call-again"] as const;
export type WaitingCallOutcome = (typeof WAITING_CALL_OUTCOMES)[number];

export interface WaitingCall {
  readonly waitingId: WaitingId;
  /** The offer that the call was about. */
  readonly quoteId: QuoteId;
  readonly outcome: WaitingCallOutcome;
  readonly at: EpochSeconds;
}

/** A service date on which riders wait. */
export interface WaitingDate {
  readonly serviceDate: ServiceDate;
  /** Of its plan. */
  readonly version: number;
  /** When the time itself ends an offer or a wait next. */
  readonly due: EpochSeconds;
}

/** A wish that waited and came to nothing. */
export interface VainWaiting {
  readonly id: WaitingId;
  readonly request: TripRequest;
  readonly because: "over" | "let-pass";
  readonly at: EpochSeconds;
}

/** Who waits for room. The entries themselves belong to their `Day`, and change by decisions only. */
export interface WaitingWords {
  /** In order. */
  listWaitingDates(service: Service): Promise<readonly WaitingDate[]>;
  /** The dates for which a member waits, in order. */
  listWaitingDatesOf(member: MemberId): Promise<readonly ServiceDate[]>;
  /** For which date this entry waits; nothing when it does no longer. */
  findWaitingDate(id: WaitingId): Promise<ServiceDate | undefined>;
  /** What came to nothing for a member since then, latest first: no room until the end, or offers let pass. */
  listVainWaitings(member: MemberId, since: EpochSeconds): Promise<readonly VainWaiting[]>;
  addWaitingCall(call: WaitingCall, by: Actor): Promise<void>;
  /** In the order in which they were made. */
  listWaitingCalls(
    ids: readonly WaitingId[],
  ): Promise<readonly (WaitingCall & { readonly by: AccountId | null })[]>;
}

export const waitingWords = (context: Context): WaitingWords => ({
  listWaitingDates: (service) => listWaitingDates(context, service),
  listWaitingDatesOf: (member) => listWaitingDatesOf(context, member),
  findWaitingDate: (id) => findWaitingDate(context, id),
  listVainWaitings: (member, since) => listVainWaitings(context, member, since),
  addWaitingCall: (call, by) => addWaitingCall(context, call, by),
  listWaitingCalls: (ids) => listWaitingCalls(context, ids),
});
