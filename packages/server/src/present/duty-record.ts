import type { DutyClosing as ClosingJson, DutyRecord as RecordJson } from "@noriai/api";
import type { DutyRecord, Service } from "@noriai/booking";
import type { EpochSeconds } from "@noriai/kernel";
import type { DriverRecord, DutyClosing, RollCallRecord } from "@noriai/store";
import type { Write } from "./trip.ts";

interface Beside {
  readonly service: Service;
  readonly write: Write;
  readonly driver: DriverRecord | undefined;
  /** The driver's of that date. */
  readonly rollCalls: readonly RollCallRecord[];
  readonly closing: DutyClosing | undefined;
}

/** A driver's record of a date, with roll calls and end of duty beside it. */
export function presentDutyRecord(record: DutyRecord, beside: Beside): RecordJson {
  const { service, write, driver, closing } = beside;
  const first = record.stints[0]!;
  const depot = service.vehicles.find(({ id }) => id === first.vehicleId)?.depot.name ?? "";
  return {
    serviceDate: record.serviceDate,
    driverId: record.driverId,
    number: driver?.number ?? "",
    name: driver?.name ?? "",
    beganAt: write(beganAt(record, beside)),
    endedAt: closing === undefined ? null : write(closing.endedAt),
    place: depot,
    stints: record.stints.map(({ dutyId, vehicleId, from, to }) => ({
      dutyId,
      vehicleId,
      from: write(from),
      to: write(to),
    })),
    breaks: record.breaks.map(({ from, to }) => ({ from: write(from), to: write(to) })),
    rides: record.rides.map(({ boardedAt, alightedAt, ...ride }) => ({
      ...ride,
      boardedAt: write(boardedAt),
      alightedAt: alightedAt === undefined ? null : write(alightedAt),
    })),
    delays: record.delays.map(({ at, ...delay }) => ({ ...delay, at: write(at) })),
    noShows: record.noShows,
    fareNotes: record.fareNotes.map(({ at, before, ...note }) => ({
      ...note,
      at: write(at),
      before: before ?? null,
    })),
    takings: record.takings,
    closing: closing === undefined ? null : presentClosing(closing, write),
  };
}

export const presentClosing = (
  { serviceDate, driverId, endedAt, ...closing }: DutyClosing,
  write: Write,
): ClosingJson => ({ ...closing, endedAt: write(endedAt) });

/** Work begins with the roll call before it, or with the first duty where there was none. */
const beganAt = ({ stints }: DutyRecord, { rollCalls }: Beside): EpochSeconds =>
  Math.min(
    stints[0]!.from,
    ...rollCalls.filter(({ moment }) => moment === "before").map(({ at }) => at),
  ) as EpochSeconds;
