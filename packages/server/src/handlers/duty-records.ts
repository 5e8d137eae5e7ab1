import type { DutyRecord as RecordJson } from "@noriai/api";
import { type Day, type DutyRecord, dutyRecords, openDay } from "@noriai/booking";
import { addDays, type DriverId, ok, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { DateSpan, DutyClosing, RollCallRecord, TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import { crewSpan } from "../crew-span.ts";
import { csvAnswer } from "../csv-file.ts";
import type { StaffCall } from "../decide-on.ts";
import { dutyRecordsCsv } from "../duty-records-csv.ts";
import { presentDutyRecord } from "../present/duty-record.ts";
import { writeIn } from "../present/trip.ts";

/** What each driver did (業務記録), computed from what was recorded. */
export const listDutyRecords: Handler<"listDutyRecords"> = async (call) => {
  const range = crewSpan(call.query, call.language);
  if (!range.ok) return range;
  return ok({ body: { records: await readRecords(call, range.value) } });
};

/** The caller's own record of today. */
export const getMyDutyRecord: Handler<"getMyDutyRecord"> = async (call) => {
  const { world, town, who, now } = call;
  const today = serviceDateOf(now, town.service.timeZone);
  const door = await world.store.inTenant(who.tenant, (tx) => tx.findDriverDoor({ account: who.account.id }));
  if (door === undefined) return ok({ body: { record: null } });
  const [record = null] = await readRecords(call, { from: today, to: today }, door.id);
  return ok({ body: { record } });
};

export const getDutyRecordsCsv: Handler<"getDutyRecordsCsv"> = async (call) => {
  const { world, town, who, query, now } = call;
  const range = crewSpan(query, call.language);
  if (!range.ok) return range;
  const { encoding } = query;
  const { from, to } = range.value;
  const file = dutyRecordsCsv({
    service: town.service,
    records: await readRecords(call, range.value),
    encoding,
  });
  const detail = { what: "duty-records", encoding, rows: file.rows };
  const entry = { event: "crew-exported", subject: `${from}/${to}`, purpose: "duty-record", detail } as const;
  await world.store.inTenant(who.tenant, (tx) => tx.appendAudit(entry, who.actor, now));
  const [name, plainName] = [`業務記録_${from}_${to}`, `noriai-duty-records_${from}_${to}`];
  return ok({ raw: csvAnswer(file, { encoding, name, plainName }) });
};

/** @param only  this driver's; nobody else's name is read then */
async function readRecords(call: StaffCall, range: DateSpan, only?: DriverId): Promise<RecordJson[]> {
  const { world, town, who, now } = call;
  const today = serviceDateOf(now, town.service.timeZone);
  return world.store.inTenant(who.tenant, async (tx) => {
    const rollCalls = await tx.listRollCalls(range);
    const closings = await tx.listClosings(range);
    const access = { by: who.actor, now, purpose: "duty-record" } as const;
    const drivers = await tx.readDrivers(access, only && [only]);
    const isMeant = ({ driverId }: DutyRecord): boolean => only === undefined || driverId === only;
    const records: DutyRecord[] = [];
    for (const day of await daysOf(call, tx, { from: range.from, to: earlierOf(range.to, today) })) {
      const assignments = await tx.listAssignments(day.serviceDate);
      // Who else drove says when the driver's own work began and ended.
      const crew = only === undefined ? drivers : (await tx.loadCrew(town.service, day.serviceDate)).drivers;
      records.push(...dutyRecords({ day, drivers: crew, assignments }).filter(isMeant));
    }
    const write = writeIn(town.service.timeZone);
    return records
      .map((record) => ({
        record,
        rollCalls: rollCalls.filter((one) => isOf(one, record)),
        closing: closings.findLast((one) => isOf(one, record)),
      }))
      .filter((one) => one.record.serviceDate === today || hasWorked(one))
      .map(({ record, ...beside }) =>
        presentDutyRecord(record, {
          ...beside,
          service: town.service,
          write,
          driver: drivers.find(({ id }) => id === record.driverId),
        }),
      );
  });
}

/** The days of a range, also those on which nobody booked. */
async function daysOf({ town }: StaffCall, tx: TenantTransaction, { from, to }: DateSpan): Promise<Day[]> {
  const kept = new Map((await tx.loadDays(town.service, { from, to })).map((day) => [day.serviceDate, day]));
  const days: Day[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    days.push(kept.get(date) ?? openDay(town.service, date));
  return days;
}

/** Somebody who was planned and left no trace did not drive. */
const hasWorked = ({
  record,
  rollCalls,
  closing,
}: {
  readonly record: DutyRecord;
  readonly rollCalls: readonly RollCallRecord[];
  readonly closing: DutyClosing | undefined;
}): boolean =>
  closing !== undefined || rollCalls.length + record.rides.length + record.delays.length + record.noShows > 0;

const isOf = (
  one: { readonly serviceDate: ServiceDate; readonly driverId: string },
  { serviceDate, driverId }: DutyRecord,
): boolean => one.serviceDate === serviceDate && one.driverId === driverId;

const earlierOf = (a: ServiceDate, b: ServiceDate): ServiceDate => (a < b ? a : b);
