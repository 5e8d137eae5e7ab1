import { type EpochSeconds, fail, type Result, type Seconds, seconds, type VehicleId } from "@noriai/kernel";
import { asWanted } from "../by-hand.ts";
import type { Day, Duty } from "../day.ts";
import { eventsOfDuty } from "../effective-events.ts";
import type { Instruction, InstructionRejection } from "../instruction.ts";
import type { World } from "../world.ts";

/**
 * Another vehicle drives a duty that has not begun (車両の差し替え). Where it has a duty at that time itself, the two
 * vehicles change. The riders keep their duty, their turn and their promise, or it is refused.
 */
export function changeVehicle(
  world: World,
  open: Day,
  { dutyId, vehicleId }: Extract<Instruction, { kind: "change-vehicle" }>,
): Result<Day, InstructionRejection> {
  const duty = open.duties.find(({ id }) => id === dutyId);
  if (duty === undefined) return fail({ kind: "unknown-duty" });
  if (!isKnown(world, vehicleId)) return fail({ kind: "unknown-vehicle" });
  if (duty.vehicleId === vehicleId) return fail({ kind: "same-vehicle" });
  if (duty.endsAt <= world.now) return fail({ kind: "duty-over", endedAt: duty.endsAt });
  const clashing = open.duties.filter((one) => one.vehicleId === vehicleId && overlapOf(one, duty) > 0);
  const changed = [duty, ...clashing];
  const begun = changed.flatMap(({ id }) => eventsOfDuty(open, id)).map(({ at }) => at);
  if (begun.length > 0) return fail({ kind: "duty-begun", at: Math.min(...begun) as EpochSeconds });
  const out = changed.find(({ outOfService }) => outOfService !== undefined)?.outOfService;
  if (out !== undefined) return fail({ kind: "out-of-service", from: out.from });
  const duties = open.duties.map((one): Duty => {
    if (one === duty) return { ...one, vehicleId, turnedAt: world.now };
    return clashing.includes(one) ? { ...one, vehicleId: duty.vehicleId, turnedAt: world.now } : one;
  });
  const busy = clashOf(duties, changed);
  if (busy !== undefined) return fail({ kind: "vehicle-busy", ...busy });
  return asWanted(world, open, { ...open, duties });
}

export const isKnown = ({ service, travel }: World, vehicleId: VehicleId): boolean =>
  service.vehicles.some(({ id }) => id === vehicleId) && travel.depots.has(vehicleId);

/** How long two stints of work lie at the same time. */
export const overlapOf = (
  one: Pick<Duty, "startsAt" | "endsAt">,
  other: Pick<Duty, "startsAt" | "endsAt">,
): Seconds =>
  seconds(Math.max(0, Math.min(one.endsAt, other.endsAt) - Math.max(one.startsAt, other.startsAt)));

/** A vehicle would have to drive two duties at once. */
function clashOf(
  duties: readonly Duty[],
  changed: readonly Duty[],
): { readonly dutyId: Duty["id"]; readonly overlap: Seconds } | undefined {
  for (const { id } of changed) {
    const now = duties.find((one) => one.id === id)!;
    const other = duties.find(
      (one) => one.id !== id && one.vehicleId === now.vehicleId && overlapOf(one, now) > 0,
    );
    if (other !== undefined) return { dutyId: other.id, overlap: overlapOf(other, now) };
  }
  return undefined;
}
