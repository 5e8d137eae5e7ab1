import { applyChanges, decision } from "./apply-changes.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Change, Day, Decision } from "./day.ts";
import { offerToWaiting } from "./waiting-round.ts";
import { turnsOfWaiting } from "./waiting-turns.ts";
import type { World } from "./world.ts";

/**
 * Takes a decision on a day on which riders wait. They are asked before it, because the room that a hold's end or the
 * time has freed is theirs first, and after it, because of what it has freed itself. All of it is one decision: nobody
 * comes between a place that becomes free and those who wait for one.
 *
 * @param takesRoom  does the decision give room away? Else only ended holds and what it frees itself are looked at
 */
export function decideWithWaiting<Answer>(
  world: World,
  day: Day,
  { takesRoom, take }: { readonly takesRoom: boolean; readonly take: (day: Day) => Decision<Answer> },
): Decision<Answer> {
  const before = (day.waiting ?? []).length === 0 ? [] : askedBefore(world, day, takesRoom);
  const open = applyChanges(day, before);
  const taken = take(open);
  if ((taken.day.waiting ?? []).length === 0 && before.length === 0) return taken;
  const after = askedAfter(world, open, taken);
  return decision({ day, changes: [...before, ...taken.changes, ...after], answer: taken.answer });
}

function askedBefore(world: World, day: Day, takesRoom: boolean): readonly Change[] {
  const expired = expireQuotes(world, day);
  return askedOf(world, day, { happened: expired, mayOffer: takesRoom || expired.length > 0 });
}

function askedAfter(world: World, open: Day, { changes }: Decision<unknown>): readonly Change[] {
  const moves = changes.some(({ kind }) => kind === "plan-changed" || kind === "waiting-begun");
  if (changes.length === 0) return [];
  return askedOf(world, open, { happened: changes, mayOffer: moves }).slice(changes.length);
}

/** What happened, what became of those who wait, and the offers that are held for them then. */
function askedOf(
  world: World,
  before: Day,
  { happened, mayOffer }: { readonly happened: readonly Change[]; readonly mayOffer: boolean },
): readonly Change[] {
  const after = applyChanges(before, happened);
  const turns = turnsOfWaiting(world, { before, after, changes: happened });
  const settled = applyChanges(after, turns);
  // Whoever does not know the stops of intake makes no offer: it might be one that nobody could take.
  const isAsked = world.intakeStops !== undefined && (mayOffer || turns.length > 0);
  const offers = isAsked ? offerToWaiting(world, settled, false) : [];
  return [...happened, ...turns, ...offers];
}
