import type { Waiting as WaitingJson } from "@noriai/api";
import { type Day, placeOf, type Quote, type Waiting } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { EpochSeconds } from "@noriai/kernel";
import { presentQuote, presentTrip, type Write } from "./trip.ts";

/** For whom and how a waiting list is written, on which day and when. */
export interface WaitingSight {
  readonly day: Day;
  readonly now: EpochSeconds;
  readonly write: Write;
  readonly role: Role;
}

export function presentWaiting(waiting: Waiting, sight: WaitingSight): WaitingJson {
  const { day, write } = sight;
  const { id, request, since, until, letPass } = waiting;
  const offer = offerTo(waiting, sight);
  return {
    id,
    trip: presentTrip(request, write),
    since: write(since),
    until: write(until),
    place: placeOf(day.waiting ?? [], id),
    letPass,
    offer: offer === undefined ? null : presentQuote(offer, sight),
  };
}

/** The offer that is held; nothing when its time is over, even where nobody has looked at the day since. */
export function offerTo({ quoteId }: Waiting, { day, now }: Pick<WaitingSight, "day" | "now">) {
  const quote: Quote | undefined = quoteId && day.quotes.get(quoteId);
  return quote !== undefined && now <= quote.expiresAt ? quote : undefined;
}
