import { fail, ok, type Result } from "@noriai/kernel";
import type { Day } from "../day.ts";
import type { Instruction, InstructionRejection } from "../instruction.ts";
import { rescueStranded } from "../rescue-stranded.ts";
import type { World } from "../world.ts";

/**
 * The vehicle drives again: its riders aboard go on with it, and riders without a vehicle find a place where there is
 * one. It cannot have set out for anybody before now.
 */
export function bringBack(
  world: World,
  open: Day,
  { dutyId }: Extract<Instruction, { kind: "bring-back" }>,
): Result<Day, InstructionRejection> {
  const duty = open.duties.find(({ id }) => id === dutyId);
  if (duty === undefined) return fail({ kind: "unknown-duty" });
  if (duty.outOfService === undefined) return fail({ kind: "not-out" });
  if (duty.endsAt <= world.now) return fail({ kind: "duty-over", endedAt: duty.endsAt });
  const { outOfService: _, ...driven } = duty;
  const back = { ...driven, turnedAt: world.now };
  const duties = open.duties.map((one) => (one === duty ? back : one));
  return ok(rescueStranded(world, { ...open, duties }));
}
