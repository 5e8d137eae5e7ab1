import { improve } from "@noriai/dispatch";
import { type BookingId, later, minutes, type Seconds } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import type { Effort } from "./effort.ts";
import { searchSpace } from "./find-offer.ts";
import { withLeftOut } from "./known-day.ts";
import { movedBetween, planMadeAnew } from "./plan-made-anew.ts";
import type { World } from "./world.ts";

export type ImproveAnswer =
  /** `before` and `after` are what the two plans cost by the engine's weights; `moved` ride in another vehicle or turn. */
  | {
      readonly kind: "improved";
      readonly before: number;
      readonly after: number;
      readonly moved: readonly BookingId[];
    }
  | { readonly kind: "unchanged" };

/** What riders and drivers may be bothered for: a minute of driving, in the engine's weights. */
const LEAST_GAIN = 600;

/** A driver hears of a new plan a moment later; until then vehicles do as they were going to. */
const NOTICE: Seconds = minutes(2);

/**
 * Makes the plan of a day better between bookings (再最適化): a cheaper plan that keeps every promise, the stops that
 * vehicles are at or drive to, and every offer that is held. Nothing else of the day changes; where no plan is better by
 * enough, nothing at all.
 */
export function decideImprove(world: World, day: Day, effort: Effort): Decision<ImproveAnswer> {
  const unchanged = decision<ImproveAnswer>({ day, changes: [], answer: { kind: "unchanged" } });
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const space = searchSpace(world, open, untilDriversKnow(world, open));
  const { plan, before, after } = improve({ ...effort, problem: space.problem, plan: space.day.plan });
  if (before - after < LEAST_GAIN) return unchanged;
  const change = planMadeAnew(world, open, withLeftOut({ plan, known: space.day, day: open }));
  if (change === undefined) return unchanged;
  const moved = movedBetween(open, applyChanges(open, [change]));
  // Whom a dispatcher keeps where they are, no improvement moves: neither to another vehicle nor to another turn.
  const kept = new Set(open.duties.flatMap(({ byHand = [] }) => byHand));
  if (moved.some((id) => kept.has(id))) return unchanged;
  return decision({
    day,
    changes: [...expired, change],
    answer: { kind: "improved", before, after, moved },
  });
}

/** Vehicles that set out by then are left to their next stop: word has to reach them, and held offers are no word yet. */
export function untilDriversKnow({ now }: World, { quotes }: Day) {
  const held = [...quotes.values()].filter((quote) => quote.held).map(({ expiresAt }) => expiresAt);
  return held.reduce((a, b) => (a > b ? a : b), later(now, NOTICE));
}
