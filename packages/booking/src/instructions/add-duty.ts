import { type DutyId, fail, type Result } from "@noriai/kernel";
import { asWanted } from "../by-hand.ts";
import type { Day, Duty } from "../day.ts";
import type { Instruction, InstructionRejection } from "../instruction.ts";
import { rescueStranded } from "../rescue-stranded.ts";
import type { World } from "../world.ts";
import { isKnown, overlapOf } from "./change-vehicle.ts";

/**
 * A vehicle of the service drives besides what was planned, on this date only (臨時便): the register of the service stays
 * as it is. Riders without a vehicle find a place in it; everybody else only when somebody or the improver moves them.
 */
export function addDuty(
  world: World,
  open: Day,
  { vehicleId, from, until }: Extract<Instruction, { kind: "add-duty" }>,
): Result<Day, InstructionRejection> {
  if (!isKnown(world, vehicleId)) return fail({ kind: "unknown-vehicle" });
  const startsAt = from > world.now ? from : world.now;
  if (startsAt >= until) return fail({ kind: "hours-wrong" });
  const hours = { startsAt, endsAt: until };
  const busy = open.duties.find((one) => one.vehicleId === vehicleId && overlapOf(one, hours) > 0);
  if (busy !== undefined)
    return fail({ kind: "vehicle-busy", dutyId: busy.id, overlap: overlapOf(busy, hours) });
  const duty: Duty = { id: newDutyId(open, vehicleId), vehicleId, ...hours, added: true };
  const wanted = asWanted(world, open, {
    ...open,
    duties: [...open.duties, duty],
    plan: { routes: [...open.plan.routes, { dutyId: duty.id, visits: [] }] },
  });
  return wanted.ok ? { ...wanted, value: rescueStranded(world, wanted.value) } : wanted;
}

/** Says date, vehicle and which of the added ones; never one that was there today. */
function newDutyId({ serviceDate, duties }: Day, vehicleId: Duty["vehicleId"]): DutyId {
  const added = duties.filter((duty) => duty.added === true && duty.vehicleId === vehicleId);
  return `${serviceDate}.${vehicleId}.x${added.length + 1}` as DutyId;
}
