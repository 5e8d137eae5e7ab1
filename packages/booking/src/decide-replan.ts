import { type Plan, react, remove } from "@noriai/dispatch";
import type { BookingId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import { untilDriversKnow } from "./decide-improve.ts";
import type { Effort } from "./effort.ts";
import { findPlaceForPromise, searchSpace } from "./find-offer.ts";
import { hasPlaces, withLeftOut } from "./known-day.ts";
import { movedBetween, planMadeAnew } from "./plan-made-anew.ts";
import { type AtRisk, scheduleOf } from "./schedule-of.ts";
import type { World } from "./world.ts";

/** What happened to riders: promises that can no longer be kept, the call list; riders whom no vehicle fetches any more. */
interface Troubles {
  readonly atRisk: readonly AtRisk[];
  readonly stranded: readonly BookingId[];
}

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
  const plans = [reactedPlan(effort), ...before.stranded.map((id) => planWithPlaceFor(id))];
  const mended = plans.reduce((current, planOn) => takenOver(world, current, planOn), open);
  const change = mended === open ? undefined : planMadeAnew(world, open, mended.plan);
  if (change === undefined)
    return decision<ReplanAnswer>({ day, changes: [], answer: { kind: "unchanged", ...before } });
  const after = applyChanges(open, [change]);
  const moved = movedBetween(open, after);
  const answer: ReplanAnswer = {
    kind: "replanned",
    moved,
    before: before.atRisk,
    ...troublesOf(world, after),
  };
  return decision({ day, changes: [...expired, change], answer });
}

function troublesOf(world: World, day: Day): Troubles {
  const { atRisk, rides } = scheduleOf(world, day);
  const planned = new Set(day.plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  const waiting = [...day.bookings.values()].filter(
    ({ state }) => state === "confirmed" || state === "boarding",
  );
  const stranded = waiting.filter(({ id }) => planned.has(id) && !rides.has(id)).map(({ id }) => id);
  return { atRisk, stranded };
}

type PlanFor = (world: World, day: Day) => Plan | undefined;

/** The day with the plan, where there is one and its drivers can follow it; else the day as it was. */
function takenOver(world: World, day: Day, planOn: PlanFor): Day {
  const plan = planOn(world, day);
  const change = plan && planMadeAnew(world, day, plan);
  return change === undefined ? day : applyChanges(day, [change]);
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

/** A place under the same promise for a rider whose vehicle or stop is gone. */
const planWithPlaceFor =
  (id: BookingId): PlanFor =>
  (world, day) => {
    const booking = day.bookings.get(id);
    if (booking?.state !== "confirmed" || !hasPlaces(world, booking.request)) return undefined;
    return findPlaceForPromise({
      world,
      day: { ...day, plan: remove({ plan: day.plan, tripId: id }) },
      tripId: id,
      request: booking.request,
      promise: booking.promise,
      departingBy: untilDriversKnow(world, day),
    })?.plan;
  };
