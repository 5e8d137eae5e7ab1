import { type Plan, remove } from "@noriai/dispatch";
import type { Quote } from "./booking.ts";
import type { Change, Day } from "./day.ts";
import type { World } from "./world.ts";

/** What every decision does first: offers whose hold has ended leave the plan. */
export function expireQuotes(world: World, day: Day): readonly Change[] {
  return closeQuotes(day, "expired", (quote) => world.now > quote.expiresAt);
}

/** Closes the quotes that match and takes their trips out of the plan. */
export function closeQuotes(
  day: Day,
  because: "released" | "expired",
  matches: (quote: Quote) => boolean,
): readonly Change[] {
  const closing = [...day.quotes.values()].filter(matches);
  const plan = closing.reduce<Plan>((rest, { id }) => remove({ plan: rest, tripId: id }), day.plan);
  return [
    ...closing.map(({ id }): Change => ({ kind: "quote-closed", quoteId: id, because })),
    ...(closing.some(({ held }) => held) ? [{ kind: "plan-changed", plan } as const] : []),
  ];
}
