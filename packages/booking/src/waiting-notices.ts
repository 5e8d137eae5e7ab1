import type { Change, Day } from "./day.ts";
import type { Notice } from "./notice.ts";

/** Riders who wait and were made an offer, each to be told until when it is held. */
export function waitingNotices({ quotes }: Day, changes: readonly Change[]): readonly Notice[] {
  return changes.flatMap((change): readonly Notice[] => {
    if (change.kind !== "waiting-changed" || change.because !== "offered") return [];
    const quote = change.waiting.quoteId && quotes.get(change.waiting.quoteId);
    if (quote === undefined) return [];
    const { request, offer, expiresAt } = quote;
    const { serviceDate, from, to, memberId } = request;
    const { pickupFrom, pickupTo, arriveBy } = offer.promise;
    const ride = { serviceDate, from, to, pickupFrom, pickupTo, arriveBy };
    return [
      { memberId, bookingId: undefined, content: { kind: "waiting-offer", ride, answerBy: expiresAt } },
    ];
  });
}
