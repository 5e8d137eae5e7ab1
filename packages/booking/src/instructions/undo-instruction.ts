import type { Plan } from "@noriai/dispatch";
import { type BookingId, fail, ok, type QuoteId, type Result } from "@noriai/kernel";
import { applyChanges } from "../apply-changes.ts";
import { isOver } from "../close-quotes.ts";
import type { Day, Duty } from "../day.ts";
import type { InstructionRejection, Undoable } from "../instruction.ts";
import { leavingNow } from "../leaving-now.ts";
import { planMadeAnew } from "../plan-made-anew.ts";
import type { World } from "../world.ts";

/** The plan as it was before the last instruction; nothing where its drivers could not follow it any more. */
export function undoInstruction(world: World, open: Day): Result<Day, InstructionRejection> {
  if (open.undoable === undefined) return fail({ kind: "nothing-to-undo" });
  const { instruction, plan, duties, closures = [] } = open.undoable;
  const stood = open.duties.flatMap((duty) => withMarksOf(world, duty, duties));
  const marked = {
    ...open,
    duties: stood,
    plan: { routes: open.plan.routes.filter(({ dutyId }) => stood.some(({ id }) => id === dutyId)) },
    ...((open.closures ?? closures).length > 0 && { closures }),
  };
  const before = instruction.kind === "close-stop" ? leavingNow(world, open, marked) : marked;
  const wanted = withoutOver(world, open, plan);
  if (JSON.stringify(wanted) === JSON.stringify(before.plan)) return ok({ ...before, plan: wanted });
  const change = planMadeAnew(world, before, wanted);
  return change === undefined ? fail({ kind: "breaks-plan" }) : ok(applyChanges(before, [change]));
}

/** Nothing of a duty that the instruction added. */
function withMarksOf(
  { now }: World,
  { outOfService: _, byHand: _b, waits: _w, ...duty }: Duty,
  before: Undoable["duties"],
): readonly Duty[] {
  const marks = before.find(({ id }) => id === duty.id);
  if (marks === undefined) return [];
  const { vehicleId = duty.vehicleId } = marks;
  return [
    {
      ...duty,
      ...(vehicleId !== duty.vehicleId && { vehicleId, turnedAt: now }),
      ...(marks.outOfService && { outOfService: marks.outOfService }),
      ...(marks.byHand && { byHand: marks.byHand }),
      ...(marks.waits && { waits: marks.waits }),
    },
  ];
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
