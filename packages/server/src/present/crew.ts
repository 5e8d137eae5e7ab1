import type {
  CrewDay,
  Device,
  Driver as DriverJson,
  CrewFinding as FindingJson,
  RollCallStand as StandJson,
} from "@noriai/api";
import {
  assignmentOf,
  type Crew,
  type CrewFinding,
  crewFindings,
  type RollCallMoment,
  type RollCallStand,
  rollCallStand,
  workOn,
} from "@noriai/booking";
import type { EpochSeconds } from "@noriai/kernel";
import type { DeviceRecord, DriverRecord, DutyClosing, RollCallRecord } from "@noriai/store";
import type { Write } from "./trip.ts";

/** Everything that the page of a date shows. */
export interface ReadCrew {
  readonly crew: Crew;
  /** Of everybody in the register. */
  readonly records: readonly DriverRecord[];
  /** Of the date. */
  readonly rollCalls: readonly RollCallRecord[];
  readonly closings: readonly DutyClosing[];
}

/** @param seesWhy  whether the caller may know why somebody must not drive: it is health data */
export function presentCrewDay(
  read: ReadCrew,
  { write, seesWhy }: { readonly write: Write; readonly seesWhy: boolean },
): CrewDay {
  const { crew, records } = read;
  const { beforeDuty, afterDuty, breaks, personsMax, from, ...rules } = crew.rules;
  const findings = crewFindings(crew);
  return {
    serviceDate: crew.serviceDate,
    duties: crew.duties.map((duty) => {
      const { driverId, vehicleId } = assignmentOf(duty, crew);
      return {
        dutyId: duty.id,
        vehicleId: duty.vehicleId,
        startsAt: write(duty.startsAt),
        endsAt: write(duty.endsAt),
        driverId: driverId ?? null,
        drivenVehicleId: vehicleId,
        findings: findings
          .filter(({ dutyId }) => dutyId === duty.id)
          .map((finding) => presentFinding(finding, write)),
      };
    }),
    people: peopleOf(read, { write, seesWhy }),
    drivers: records
      .filter(({ leftOn }) => leftOn === undefined || leftOn > crew.serviceDate)
      .map(({ id, number, name }) => ({ id, number, name })),
    vehicles: crew.vehicles.map(({ id, name, plate, colour, seats, wheelchairPlaces }) => ({
      ...{ id, name, plate, colour, seats, wheelchairPlaces },
      inspectionDue: crew.papers.get(id)?.inspectionDue ?? null,
    })),
    rules,
  };
}

function peopleOf(
  { crew, records, rollCalls, closings }: ReadCrew,
  { write, seesWhy }: { readonly write: Write; readonly seesWhy: boolean },
): CrewDay["people"] {
  return workOn(crew).flatMap(({ driverId, from, to }) => {
    const record = records.find(({ id }) => id === driverId);
    if (record === undefined) return [];
    const calls = rollCalls.filter((call) => call.driverId === driverId);
    const stand = (moment: RollCallMoment) => presentStand(rollCallStand(calls, moment), { write, seesWhy });
    return [
      {
        driverId,
        number: record.number,
        name: record.name,
        workFrom: write(from),
        workTo: write(to),
        before: stand("before"),
        after: stand("after"),
        isClosed: closings.some((closing) => closing.driverId === driverId),
      },
    ];
  });
}

export const presentStand = (
  stand: RollCallStand,
  { write, seesWhy }: { readonly write: Write; readonly seesWhy: boolean },
): StandJson => ({
  kind: stand.kind,
  at: stand.kind === "done" ? write(stand.at) : null,
  method: stand.kind === "done" ? stand.method : null,
  because: stand.kind === "must-not-drive" && seesWhy ? stand.because : null,
});

/** Only an overlap carries instants. */
export function presentFinding(finding: CrewFinding, write: Write): FindingJson {
  if (finding.kind !== "two-duties-at-once") return finding;
  return { ...finding, from: write(finding.from), to: write(finding.to) };
}

export const presentDriver = (record: DriverRecord): DriverJson => {
  const { id, number, name, licence, healthCheckDue, usualVehicle, leftOn, pin } = record;
  return {
    ...{ id, number, name, pin },
    ...(licence && { licence: { ...licence, readBy: licence.readBy ?? "" } }),
    ...(healthCheckDue && { healthCheckDue }),
    ...(usualVehicle && { usualVehicle }),
    ...(leftOn && { leftOn }),
  };
};

export const presentDevice = (record: DeviceRecord, write: Write): Device => {
  const { boundAt, lockedAt, lastSeenAt, ...rest } = record;
  const text = (at: EpochSeconds | undefined) => (at === undefined ? null : write(at));
  return { ...rest, boundAt: text(boundAt), lockedAt: text(lockedAt), lastSeenAt: text(lastSeenAt) };
};
