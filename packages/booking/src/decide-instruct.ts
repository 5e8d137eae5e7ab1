import { never, type Result } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import { type Effect, effectsOf } from "./effects.ts";
import type { Effort } from "./effort.ts";
import type { Instruction, InstructionRejection, Undoable } from "./instruction.ts";
import { addDuty } from "./instructions/add-duty.ts";
import { bringBack } from "./instructions/bring-back.ts";
import { changeVehicle } from "./instructions/change-vehicle.ts";
import { closeStop, openStop } from "./instructions/close-stop.ts";
import { moveByHand } from "./instructions/move-by-hand.ts";
import { pin, unpin } from "./instructions/pin.ts";
import { takeOut } from "./instructions/take-out.ts";
import { undoInstruction } from "./instructions/undo-instruction.ts";
import { wait } from "./instructions/wait.ts";
import { type Troubles, troublesOf } from "./troubles.ts";
import type { World } from "./world.ts";

/** `effects` is what it does to riders; the troubles are those of the day after it, whatever caused them. */
export type InstructAnswer =
  | ({ readonly kind: "instructed"; readonly effects: readonly Effect[] } & Troubles)
  | { readonly kind: "refused"; readonly rejection: InstructionRejection };

/**
 * Carries out what a dispatcher says, or answers why not and changes nothing. Asked without writing what it changes, it
 * is the preview: whom it moves, who comes how much later, whose promise fails, who is left without a vehicle.
 *
 * It can be taken back until a booking, an offer or a driver has moved the day on.
 */
export function decideInstruct(
  world: World,
  day: Day,
  { instruction, effort }: { readonly instruction: Instruction; readonly effort: Effort },
): Decision<InstructAnswer> {
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const result = carryOut({ world, open, instruction, effort });
  if (!result.ok) return decision({ day, changes: [], answer: { kind: "refused", rejection: result.error } });
  const after = result.value;
  const undoable = instruction.kind === "undo" ? "none" : undoableOf(world, open, instruction);
  return decision<InstructAnswer>({
    day,
    changes: [
      ...expired,
      {
        kind: "plan-changed",
        plan: after.plan,
        duties: after.duties,
        undoable,
        ...(after.closures !== open.closures && { closures: after.closures ?? [] }),
      },
    ],
    answer: { kind: "instructed", effects: effectsOf(world, open, after), ...troublesOf(world, after) },
  });
}

function carryOut({
  world,
  open,
  instruction,
  effort,
}: {
  readonly world: World;
  readonly open: Day;
  readonly instruction: Instruction;
  readonly effort: Effort;
}): Result<Day, InstructionRejection> {
  switch (instruction.kind) {
    case "take-out":
      return takeOut({ world, open, instruction, effort });
    case "bring-back":
      return bringBack(world, open, instruction);
    case "move":
      return moveByHand(world, open, instruction);
    case "pin":
      return pin(open, instruction);
    case "unpin":
      return unpin(open, instruction);
    case "wait":
      return wait(world, open, instruction);
    case "change-vehicle":
      return changeVehicle(world, open, instruction);
    case "add-duty":
      return addDuty(world, open, instruction);
    case "close-stop":
      return closeStop({ world, open, instruction, effort });
    case "open-stop":
      return openStop(world, open, instruction);
    case "undo":
      return undoInstruction(world, open);
    default:
      return never(instruction);
  }
}

function undoableOf(world: World, open: Day, instruction: Undoable["instruction"]): Undoable {
  const isSwap = instruction.kind === "change-vehicle";
  const duties = open.duties.map(({ id, vehicleId, outOfService, byHand, waits }) => ({
    id,
    ...(isSwap && { vehicleId }),
    ...(outOfService && { outOfService }),
    ...(byHand && { byHand }),
    ...(waits && { waits }),
  }));
  const { closures } = open;
  return { at: world.now, instruction, plan: open.plan, duties, ...(closures && { closures }) };
}
