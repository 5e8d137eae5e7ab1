import type { DriverId, DutyId, EpochSeconds, VehicleId } from "@noriai/kernel";
import type { Duty } from "./day.ts";
import type { Driver } from "./driver.ts";

/** Who drives a duty, as it was said at an instant; the latest word of a duty counts from then on (配車). */
export interface Assignment {
  readonly dutyId: DutyId;
  /** Absent: nobody is to drive it. */
  readonly driverId?: DriverId;
  /** The vehicle that is driven: the duty's own, or one in its place. */
  readonly vehicleId: VehicleId;
  readonly at: EpochSeconds;
}

/** One driver at one vehicle within one duty, without a change. */
export interface Stint {
  readonly dutyId: DutyId;
  readonly driverId: DriverId;
  readonly vehicleId: VehicleId;
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
}

interface Roster {
  readonly drivers: readonly Pick<Driver, "id" | "number" | "usualVehicle">[];
  /** In the order in which they were said. */
  readonly assignments: readonly Assignment[];
}

/**
 * Who drives a duty from when to when. Until somebody says otherwise it is whose usual vehicle it is; what was said before
 * the duty begins holds for all of it, what is said while it runs holds from then on.
 */
export function stintsOf(duty: Duty, { drivers, assignments }: Roster): readonly Stint[] {
  const said = assignments.filter(({ dutyId }) => dutyId === duty.id);
  const before = said.findLast(({ at }) => at <= duty.startsAt) ?? usualOf(duty, drivers);
  const during = said.filter(({ at }) => duty.startsAt < at && at < duty.endsAt);
  const words = [{ ...before, at: duty.startsAt }, ...during];
  return words.flatMap(({ driverId, vehicleId, at }, k) => {
    const to = words[k + 1]?.at ?? duty.endsAt;
    return driverId === undefined || to <= at ? [] : [{ dutyId: duty.id, driverId, vehicleId, from: at, to }];
  });
}

/** Who is to drive a duty now, or would if it began now. */
export function assignmentOf(duty: Duty, { drivers, assignments }: Roster): Omit<Assignment, "at"> {
  const said = assignments.findLast(({ dutyId }) => dutyId === duty.id);
  return said ?? usualOf(duty, drivers);
}

/** The driver of the vehicle: of several the one with the lowest number. */
function usualOf({ id, vehicleId }: Duty, drivers: Roster["drivers"]): Omit<Assignment, "at"> {
  const [first] = drivers
    .filter((driver) => driver.usualVehicle === vehicleId)
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  return { dutyId: id, vehicleId, ...(first && { driverId: first.id }) };
}
