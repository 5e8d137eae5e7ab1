import type { MemberId, QuoteId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { closeQuotes, expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import type { World } from "./world.ts";

export type ReleaseAnswer = { readonly kind: "released" } | { readonly kind: "not-found" };

/** Gives a held offer back: its seat is free at once. */
export function decideRelease(
  world: World,
  day: Day,
  { quoteId, memberId }: { readonly quoteId: QuoteId; readonly memberId: MemberId },
): Decision<ReleaseAnswer> {
  const expired = expireQuotes(world, day);
  const released = closeQuotes(
    applyChanges(day, expired),
    "released",
    ({ id, request }) => id === quoteId && request.memberId === memberId,
  );
  const answer: ReleaseAnswer = { kind: released.length > 0 ? "released" : "not-found" };
  return decision({ day, changes: [...expired, ...released], answer });
}
