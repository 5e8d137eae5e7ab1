import type { Plan } from "@noriai/dispatch";
import { type BookingId, fail, ok, type QuoteId, type Result } from "@noriai/kernel";
import { applyChanges } from "../apply-changes.ts";
import { isOver } from "../close-quotes.ts";
import type { Day, Duty } from "../day.ts";
import type { InstructionRejection, Undoable } from "../instruction.ts";
import { planMadeAnew } from "../plan-made-anew.ts";
import type { World } from "../world.ts";

/** The plan as it was before the last instruction; nothing where its drivers could not follow it any more. */
export function undoInstruction(world: World, open: Day): Result<Day, InstructionRejection> {
  if (open.undoable === undefined) return fail({ kind: "nothing-to-undo" });
  const { plan, duties } = open.undoable;
  const before = { ...open, duties: open.duties.map((duty) => withMarksOf(duty, duties)) };
  const change = planMadeAnew(world, before, withoutOver(world, open, plan));
  return change === undefined ? fail({ kind: "breaks-plan" }) : ok(applyChanges(before, [change]));
}

function withMarksOf({ outOfService: _, byHand: _b, ...duty }: Duty, before: Undoable["duties"]): Duty {
  const { outOfService, byHand } = before.find(({ id }) => id === duty.id) ?? {};
  return { ...duty, ...(outOfService && { outOfService }), ...(byHand && { byHand }) };
}

/** Offers whose hold has ended meanwhile have left the plan for good. */
function withoutOver(world: World, { bookings, quotes }: Day, plan: Plan): Plan {
  const stands = (tripId: string) => {
    const quote = quotes.get(tripId as QuoteId);
    return quote === undefined ? bookings.has(tripId as BookingId) : !isOver(world, quote);
  };
  return {
    routes: plan.routes.map((route) => ({
      ...route,
      visits: route.visits.filter(({ tripId }) => stands(tripId)),
    })),
  };
}
