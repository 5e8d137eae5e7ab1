import { fail, ok, type Result } from "@noriai/kernel";
import type { Day, Duty } from "../day.ts";
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
  { dutyId, restOfDay }: Extract<Instruction, { kind: "bring-back" }>,
): Result<Day, InstructionRejection> {
  const duty = open.duties.find(({ id }) => id === dutyId);
  if (duty === undefined) return fail({ kind: "unknown-duty" });
  if (duty.outOfService === undefined) return fail({ kind: "not-out" });
  if (duty.endsAt <= world.now) return fail({ kind: "duty-over", endedAt: duty.endsAt });
  const isBack = (one: Duty) =>
    one === duty ||
    (restOfDay === true &&
      one.vehicleId === duty.vehicleId &&
      one.startsAt >= duty.endsAt &&
      one.outOfService !== undefined);
  const duties = open.duties.map((one): Duty => {
    if (!isBack(one)) return one;
    const { outOfService: _, ...driven } = one;
    return { ...driven, turnedAt: world.now };
  });
  return ok(rescueStranded(world, { ...open, duties }));
}
