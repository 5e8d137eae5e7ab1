import type { WaitingId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import { offerToWaiting } from "./waiting-round.ts";
import type { World } from "./world.ts";

/** Who was made an offer. */
export type WaitingOffersAnswer =
  | { readonly kind: "offered"; readonly to: readonly WaitingId[] }
  | { readonly kind: "unchanged" };

/**
 * Asks those who wait when nothing else happens: what the time has ended is ended, and others are moved within their
 * promises to make room, as hard as before a refusal.
 */
export function decideWaitingOffers(world: World, day: Day): Decision<WaitingOffersAnswer> {
  const expired = expireQuotes(world, day);
  const offers = offerToWaiting(world, applyChanges(day, expired), true);
  const to = offers.flatMap((change) =>
    change.kind === "waiting-changed" && change.because === "offered" ? [change.waiting.id] : [],
  );
  const answer = to.length > 0 ? ({ kind: "offered", to } as const) : ({ kind: "unchanged" } as const);
  return decision({ day, changes: [...expired, ...offers], answer });
}
