import { react } from "@noriai/dispatch";
import type { BookingId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import { untilDriversKnow } from "./decide-improve.ts";
import type { Effort } from "./effort.ts";
import { searchSpace } from "./find-offer.ts";
import { withLeftOut } from "./known-day.ts";
import { movedBetween, planMadeAnew } from "./plan-made-anew.ts";
import { type PlanFor, rescueStranded, takenOver } from "./rescue-stranded.ts";
import type { AtRisk } from "./schedule-of.ts";
import { type Troubles, troublesOf } from "./troubles.ts";
import type { World } from "./world.ts";

/** `before` was at risk, the rest says what still is wrong; `moved` ride in another vehicle or turn. */
export type ReplanAnswer =
  | ({
      readonly kind: "replanned";
      readonly moved: readonly BookingId[];
      readonly before: readonly AtRisk[];
    } & Troubles)
  | ({ readonly kind: "unchanged" } & Troubles);

/**
 * Makes the plan of a day anew where what really happened puts promises at risk or leaves riders without a vehicle: a
 * rider is moved where another vehicle or another turn keeps the promise, or breaks it by less.
 *
 * Nobody else's promise is given up for it, and nobody late is made later: to choose between riders is for people, and
 * the call list is what they choose from. Nothing at all changes where nothing can be mended.
 */
export function decideReplan(world: World, day: Day, effort: Effort): Decision<ReplanAnswer> {
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const before = troublesOf(world, open);
  const mended = rescueStranded(world, takenOver(world, open, reactedPlan(effort)));
  const change = mended === open ? undefined : planMadeAnew(world, open, mended.plan);
  if (change === undefined)
    return decision<ReplanAnswer>({ day, changes: [], answer: { kind: "unchanged", ...before } });
  const after = applyChanges(open, [change]);
  const troubles = troublesOf(world, after);
  const found = before.stranded.filter((id) => !troubles.stranded.includes(id));
  const moved = [...new Set([...movedBetween(open, after), ...found])];
  const answer: ReplanAnswer = { kind: "replanned", moved, before: before.atRisk, ...troubles };
  return decision({ day, changes: [...expired, change], answer });
}

/** The engine's least-harm plan; nothing where going on as planned harms no more. */
const reactedPlan =
  (effort: Effort): PlanFor =>
  (world, day) => {
    const { day: known, problem } = searchSpace(world, day, untilDriversKnow(world, day));
    const reaction = react({ ...effort, problem, plan: known.plan, happenings: [] });
    if (reaction.kind === "invalid" || reaction.changes.length === 0) return undefined;
    return withLeftOut({ plan: reaction.after.plan, known, day });
  };
