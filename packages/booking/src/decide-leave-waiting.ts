import type { MemberId, WaitingId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { closeQuotes, expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import type { World } from "./world.ts";

export type LeaveAnswer = { readonly kind: "left" } | { readonly kind: "not-found" };

/** Stops waiting; an offer that is held goes back, and the next are asked for its room. */
export function decideLeaveWaiting(
  world: World,
  day: Day,
  { waitingId, memberId }: { readonly waitingId: WaitingId; readonly memberId: MemberId },
): Decision<LeaveAnswer> {
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const waiting = open.waiting?.find(({ id, request }) => id === waitingId && request.memberId === memberId);
  if (waiting === undefined) return decision({ day, changes: expired, answer: { kind: "not-found" } });
  return decision({
    day,
    changes: [
      ...expired,
      ...closeQuotes(open, "released", ({ id }) => id === waiting.quoteId),
      { kind: "waiting-ended", waitingId, because: "left" },
    ],
    answer: { kind: "left" },
  });
}
