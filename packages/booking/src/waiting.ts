import { type EpochSeconds, never, type QuoteId, type WaitingId } from "@noriai/kernel";
import type { Change } from "./day.ts";
import type { TripRequest } from "./trip-request.ts";

/** A wish that was refused and waits for room on its day (キャンセル待ち). */
export interface Waiting {
  readonly id: WaitingId;
  /** The wish with its time, party and needs, as it was refused. */
  readonly request: TripRequest;
  /** The moment at which the wish was made; the earlier one is asked first. */
  readonly since: EpochSeconds;
  /** Afterwards nobody is asked any more: the rider's own choice, or the end of reception for the ride. */
  readonly until: EpochSeconds;
  /** Offers made so far. */
  readonly asked: number;
  /** Of these, offers that were let pass; who has let fewer pass is asked first. */
  readonly letPass: number;
  /** The last offer was let pass: not asked again until other room comes free. */
  readonly rests: boolean;
  /** The offer that is held for her now. */
  readonly quoteId?: QuoteId;
}

/** Why nobody waits any more: booked, left the list, the time is over, too many offers let pass. */
export type WaitingEnd = "booked" | "left" | "over" | "let-pass";

/** Why an entry changed: an offer is held for it, it was let pass, or it simply waits on and may be asked again. */
export type WaitingTurn = "offered" | "let-pass" | "waits-on";

/** Who waits on a day and since when. Absent in a day on which nobody waits. */
export type WaitingList = readonly Waiting[];

/** The n-th offer of an entry. The id tells whose it is, and no chance is drawn for it. */
export const offerIdOf = ({ id }: Waiting, n: number): QuoteId => `${id}.${n}` as QuoteId;

/** Is this quote, or the booking that it became, an offer made to this entry? */
export const isOfferOf = ({ id, asked }: Waiting, tripId: string): boolean =>
  Array.from({ length: asked }, (_, k) => `${id}.${k + 1}`).includes(tripId);

/** What a decision changes of the list. */
export type WaitingChange = Extract<
  Change,
  { readonly kind: "waiting-begun" | "waiting-changed" | "waiting-ended" }
>;

/** The list after a change; everybody keeps their place in it. */
export function waitingAfter(list: WaitingList, change: WaitingChange): WaitingList {
  switch (change.kind) {
    case "waiting-begun":
      return [...list, change.waiting];
    case "waiting-changed":
      return list.map((one) => (one.id === change.waiting.id ? change.waiting : one));
    case "waiting-ended":
      return list.filter(({ id }) => id !== change.waitingId);
    default:
      return never(change);
  }
}

/**
 * The order in which riders are asked: who has let fewer offers pass, then who has waited longer. The list is kept in
 * the order in which the wishes were written, which decides between wishes of one second.
 *
 * @see docs/decisions/0013-who-waits-is-asked-first.md
 */
export function inFairOrder(list: WaitingList): WaitingList {
  return [...list].sort((a, b) => a.letPass - b.letPass || a.since - b.since);
}

/** Place in the list of the day, from 1. */
export function placeOf(list: WaitingList, id: WaitingId): number {
  return inFairOrder(list).findIndex((one) => one.id === id) + 1;
}
