import {
  type DriverId,
  type DutyId,
  type EpochSeconds,
  later,
  type ServiceDate,
  type VehicleId,
} from "@noriai/kernel";
import type { CrewFinding } from "./crew-finding.ts";
import { hoursFaults } from "./crew-hours.ts";
import { paperFaults } from "./crew-papers.ts";
import type { CrewRules } from "./crew-rules.ts";
import { type Assignment, assignmentOf, type Stint, stintsOf } from "./crew-stints.ts";
import type { Duty } from "./day.ts";
import type { Driver, VehiclePapers } from "./driver.ts";
import type { Vehicle } from "./service.ts";

/** Everything that may be looked at when somebody is put to a duty of one service date. */
export interface Crew {
  readonly serviceDate: ServiceDate;
  readonly duties: readonly Duty[];
  readonly vehicles: readonly Vehicle[];
  readonly papers: ReadonlyMap<VehicleId, VehiclePapers>;
  readonly drivers: readonly Driver[];
  /** Of this date, in the order in which they were said. */
  readonly assignments: readonly Assignment[];
  /** Work on other dates, at least of the month and of the days next to this one. */
  readonly otherWork: readonly WorkSpan[];
  readonly rules: CrewRules;
}

/** A driver's work of one service date, from the first thing done to the last (拘束時間). */
export interface WorkSpan {
  readonly driverId: DriverId;
  readonly serviceDate: ServiceDate;
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
}

/** Who is to drive which duty, in which vehicle, from now on. */
export interface AssignmentWish {
  readonly dutyId: DutyId;
  /** Absent: nobody. */
  readonly driverId?: DriverId;
  /** Absent: the duty's own. */
  readonly vehicleId?: VehicleId;
  readonly at: EpochSeconds;
}

export type AssignAnswer =
  | { readonly kind: "assigned"; readonly assignment: Assignment; readonly warnings: readonly CrewFinding[] }
  /** Some finding blocks it; those that only warn come along. */
  | { readonly kind: "refused"; readonly findings: readonly CrewFinding[] }
  | { readonly kind: "unknown-duty" | "unknown-driver" | "unknown-vehicle" };

/**
 * Puts a driver to a duty (乗務割), or says which rule stands against it and by how much. Pure; the store writes the
 * assignment. While the duty runs it is a change of driver or vehicle from `wish.at` on.
 */
export function assign(crew: Crew, wish: AssignmentWish): AssignAnswer {
  const duty = crew.duties.find(({ id }) => id === wish.dutyId);
  if (duty === undefined) return { kind: "unknown-duty" };
  const { driverId, vehicleId = duty.vehicleId, at } = wish;
  if (!crew.vehicles.some(({ id }) => id === vehicleId)) return { kind: "unknown-vehicle" };
  if (driverId !== undefined && !crew.drivers.some(({ id }) => id === driverId))
    return { kind: "unknown-driver" };
  const assignment: Assignment = {
    dutyId: duty.id,
    vehicleId,
    at,
    ...(driverId !== undefined && { driverId }),
  };
  const then: Crew = { ...crew, assignments: [...crew.assignments, assignment] };
  const findings = driverId === undefined ? [] : findingsOf(then, duty, { driverId, vehicleId });
  if (findings.some(({ weight }) => weight === "blocks")) return { kind: "refused", findings };
  return { kind: "assigned", assignment, warnings: findings };
}

/** What stands against those who are to drive on the date as it is, duty by duty. */
export function crewFindings(crew: Crew): readonly CrewFinding[] {
  return crew.duties.flatMap((duty) => {
    const { driverId, vehicleId } = assignmentOf(duty, crew);
    return driverId === undefined ? [] : findingsOf(crew, duty, { driverId, vehicleId });
  });
}

/** The work of everybody on a date: from before the first duty to after the last. */
export function workOn(crew: Omit<Crew, "otherWork" | "papers" | "vehicles">): readonly WorkSpan[] {
  const { beforeDuty, afterDuty } = crew.rules;
  const spans = new Map<DriverId, WorkSpan>();
  for (const { driverId, from, to } of crew.duties.flatMap((duty) => stintsOf(duty, crew))) {
    const known = spans.get(driverId);
    const begins = (from - beforeDuty) as EpochSeconds;
    const ends = later(to, afterDuty);
    spans.set(driverId, {
      driverId,
      serviceDate: crew.serviceDate,
      from: known === undefined || begins < known.from ? begins : known.from,
      to: known === undefined || ends > known.to ? ends : known.to,
    });
  }
  return [...spans.values()];
}

function findingsOf(
  crew: Crew,
  duty: Duty,
  { driverId, vehicleId }: { readonly driverId: DriverId; readonly vehicleId: VehicleId },
): readonly CrewFinding[] {
  const driver = crew.drivers.find(({ id }) => id === driverId);
  const vehicle = crew.vehicles.find(({ id }) => id === vehicleId);
  if (driver === undefined || vehicle === undefined) return [];
  const { serviceDate, rules, papers } = crew;
  const stints: readonly Stint[] = crew.duties.flatMap((one) => stintsOf(one, crew));
  const work = workOn(crew).find((span) => span.driverId === driverId);
  const faults = [
    ...paperFaults({ serviceDate, rules, driver, vehicle, papers: papers.get(vehicleId) }),
    ...hoursFaults({
      rules,
      work,
      otherWork: crew.otherWork.filter((span) => span.driverId === driverId),
      stints: stints.filter((stint) => stint.driverId === driverId),
      dutyId: duty.id,
    }),
  ];
  return faults.map((fault) => ({ ...fault, driverId, dutyId: duty.id }));
}
