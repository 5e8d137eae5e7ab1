import { type Plan, remove } from "@noriai/dispatch";
import { minutes, type Seconds } from "@noriai/kernel";
import type { Quote } from "./booking.ts";
import type { Change, Day } from "./day.ts";
import type { World } from "./world.ts";

/**
 * A "yes" that comes later than the hold by no more than this is still asked for under the same promise: long enough for
 * somebody who was called away, short enough that nobody is surprised by a ride that they had given up.
 */
const LATE_YES: Seconds = minutes(15);

/**
 * What every decision does first: offers whose hold has ended leave the plan. They stay among the day's quotes for a
 * late yes, and are closed after it; so it does not matter for a rider whether anybody else touched the day meanwhile.
 */
export function expireQuotes(world: World, day: Day): readonly Change[] {
  const over = [...day.quotes.values()].filter((quote) => isOver(world, quote));
  const closing = over.filter(({ expiresAt }) => world.now > expiresAt + LATE_YES);
  return [...closed(closing, "expired"), ...withoutTrips(day, over)];
}

/** Has the hold ended? Then the quote occupies nothing, whether it is still among the day's quotes or not. */
export function isOver({ now }: World, { expiresAt }: Quote): boolean {
  return now > expiresAt;
}

/** Closes the quotes that match and takes their trips out of the plan. */
export function closeQuotes(
  day: Day,
  because: "released" | "expired" | "stopped",
  matches: (quote: Quote) => boolean,
): readonly Change[] {
  const closing = [...day.quotes.values()].filter(matches);
  return [...closed(closing, because), ...withoutTrips(day, closing)];
}

function closed(quotes: readonly Quote[], because: "released" | "expired" | "stopped"): readonly Change[] {
  return quotes.map(({ id }) => ({ kind: "quote-closed", quoteId: id, because }));
}

/** The plan without these trips; no change where it carries none of them. */
function withoutTrips(day: Day, quotes: readonly Quote[]): readonly Change[] {
  const planned = new Set<string>(
    day.plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)),
  );
  const leaving = quotes.filter(({ id }) => planned.has(id));
  if (leaving.length === 0) return [];
  const plan = leaving.reduce<Plan>((rest, { id }) => remove({ plan: rest, tripId: id }), day.plan);
  return [{ kind: "plan-changed", plan }];
}
