import type { EpochSeconds, Yen } from "@noriai/kernel";
import type { Selectable } from "kysely";
import type { Context } from "../context.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { Tables } from "../schema.ts";
import type {
  Acting,
  DateSpan,
  DutyClosing,
  NewClosing,
  NewRollCall,
  RollCallRecord,
} from "../words/crew.ts";
import { appendAudit } from "./audit.ts";

/** Keeps a roll call; one that was wrong is followed by another, never changed. */
export async function addRollCall(
  context: Context,
  call: NewRollCall,
  acting: Acting,
): Promise<RollCallRecord> {
  const id = context.newId();
  const { serviceDate, driverId, vehicleId, moment, method, at, ...said } = call;
  await context.db
    .insertInto("roll_calls")
    .values({
      tenant_id: context.tenant,
      roll_call_id: id,
      service_date: serviceDate,
      driver_id: driverId,
      vehicle_id: vehicleId,
      moment,
      method,
      at,
      record: (await context.cipher()).seal(recordOf(id), JSON.stringify(said)),
      actor_account: acting.by.account ?? null,
      role: acting.by.role,
    })
    .execute();
  // What was found is health data; the log tells that it was done.
  const detail = { serviceDate, moment, method };
  await appendAudit(context, [{ event: "roll-call-made", subject: driverId, detail }], acting);
  context.outgoing.push({ topic: "crew" });
  return { ...call, id, by: acting.by };
}

export async function listRollCalls(
  context: Context,
  { from, to }: DateSpan,
): Promise<readonly RollCallRecord[]> {
  const rows = await context.db
    .selectFrom("roll_calls")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("service_date", ">=", from)
    .where("service_date", "<=", to)
    .orderBy("service_date")
    .orderBy("recorded")
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map((row) => toRecord(cipher, row));
}

/** Keeps the end of a driver's work; a later one of the same date counts instead. */
export async function closeDuty(context: Context, closing: NewClosing, acting: Acting): Promise<void> {
  const id = context.newId();
  const { serviceDate, driverId, vehicleId, endedAt, remarks } = closing;
  await context.db
    .insertInto("duty_closings")
    .values({
      tenant_id: context.tenant,
      closing_id: id,
      service_date: serviceDate,
      driver_id: driverId,
      vehicle_id: vehicleId,
      ended_at: endedAt,
      odometer_start: closing.odometerStart,
      odometer_end: closing.odometerEnd,
      cash_expected: closing.cashExpected as Yen,
      cash_counted: closing.cashCounted as Yen,
      remarks: remarks === "" ? null : (await context.cipher()).seal(remarksOf(id), remarks),
      actor_account: acting.by.account ?? null,
      role: acting.by.role,
    })
    .execute();
  const detail = { serviceDate, vehicleId };
  await appendAudit(context, [{ event: "duty-closed", subject: driverId, detail }], acting);
  context.outgoing.push({ topic: "crew" });
}

export async function listClosings(
  context: Context,
  { from, to }: DateSpan,
): Promise<readonly DutyClosing[]> {
  const rows = await context.db
    .selectFrom("duty_closings")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("service_date", ">=", from)
    .where("service_date", "<=", to)
    .orderBy("service_date")
    .orderBy("recorded")
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map((row) => ({
    serviceDate: row.service_date,
    driverId: row.driver_id,
    vehicleId: row.vehicle_id,
    endedAt: row.ended_at as EpochSeconds,
    odometerStart: row.odometer_start,
    odometerEnd: row.odometer_end,
    cashExpected: row.cash_expected,
    cashCounted: row.cash_counted,
    remarks: row.remarks === null ? "" : cipher.open(remarksOf(row.closing_id), row.remarks),
  }));
}

type Said = Omit<NewRollCall, "serviceDate" | "driverId" | "vehicleId" | "moment" | "method" | "at">;

const toRecord = (cipher: FieldCipher, row: Selectable<Tables["roll_calls"]>): RollCallRecord => ({
  ...(JSON.parse(cipher.open(recordOf(row.roll_call_id), row.record)) as Said),
  id: row.roll_call_id,
  serviceDate: row.service_date,
  driverId: row.driver_id,
  vehicleId: row.vehicle_id,
  moment: row.moment,
  method: row.method,
  at: row.at,
  by: { ...(row.actor_account !== null && { account: row.actor_account }), role: row.role },
});

const recordOf = (id: string) => ({ table: "roll_calls", column: "record", row: id });
const remarksOf = (id: string) => ({ table: "duty_closings", column: "remarks", row: id });
