import type { RollCall as RollCallJson } from "@noriai/api";
import { type Crew, rollCallFault, stintsOf } from "@noriai/booking";
import { type AccountId, type DriverId, fail, ok, parseServiceDate, type VehicleId } from "@noriai/kernel";
import type { DateSpan, DriverRecord, NewRollCall, RollCallRecord, TenantTransaction } from "@noriai/store";
import type { Handler, Outcome } from "../call.ts";
import { crewSpan } from "../crew-span.ts";
import { csvAnswer } from "../csv-file.ts";
import type { StaffCall } from "../decide-on.ts";
import { presentRollCall } from "../present/roll-call.ts";
import { writeIn } from "../present/trip.ts";
import { rollCallsCsv } from "../roll-calls-csv.ts";
import { notPossible } from "../trouble.ts";

/** The roll calls (点呼記録簿) of some days. What was found is health data, so only the operator reads it. */
export const listRollCalls: Handler<"listRollCalls"> = async (call) => {
  const range = crewSpan(call.query, call.language);
  if (!range.ok) return range;
  return ok({ body: { rollCalls: await readRollCalls(call, range.value) } });
};

export const getRollCallsCsv: Handler<"getRollCallsCsv"> = async (call) => {
  const { world, town, who, query, now } = call;
  const range = crewSpan(query, call.language);
  if (!range.ok) return range;
  const { encoding } = query;
  const { from, to } = range.value;
  const file = rollCallsCsv({
    service: town.service,
    calls: await readRollCalls(call, range.value),
    encoding,
  });
  const detail = { what: "roll-calls", encoding, rows: file.rows };
  const entry = { event: "crew-exported", subject: `${from}/${to}`, purpose: "roll-call", detail } as const;
  await world.store.inTenant(who.tenant, (tx) => tx.appendAudit(entry, who.actor, now));
  const [name, plainName] = [`点呼記録簿_${from}_${to}`, `noriai-roll-calls_${from}_${to}`];
  return ok({ raw: csvAnswer(file, { encoding, name, plainName }) });
};

async function readRollCalls({ world, town, who, now }: StaffCall, range: DateSpan): Promise<RollCallJson[]> {
  return world.store.inTenant(who.tenant, async (tx) => {
    const calls = await tx.listRollCalls(range);
    const drivers = await tx.readDrivers(
      { by: who.actor, now, purpose: "roll-call" },
      calls.map(({ driverId }) => driverId),
    );
    const callerOf = await callersOf(tx, calls, drivers);
    const write = writeIn(town.service.timeZone);
    return calls.map((call) =>
      presentRollCall(call, { write, driver: drivers.find(({ id }) => id === call.driverId), callerOf }),
    );
  });
}

/** The names of those who called: the staff, or the driver. */
async function callersOf(
  tx: TenantTransaction,
  calls: readonly RollCallRecord[],
  drivers: readonly DriverRecord[],
): Promise<(call: RollCallRecord) => string> {
  const names = new Map<AccountId, string>(drivers.map(({ account, name }) => [account, name]));
  for (const { by } of calls)
    if (by.account !== undefined && !names.has(by.account))
      names.set(by.account, (await tx.findAccount(by.account))?.displayName ?? "");
  return ({ by }) => (by.account && names.get(by.account)) ?? "";
}

/** Keeps a roll call (点呼) by the operator. */
export const recordRollCall: Handler<"recordRollCall"> = async (call) => {
  const { world, town, who, body, now, remember } = call;
  const serviceDate = parseServiceDate(body.serviceDate)!;
  const driverId = body.driverId as DriverId;
  return world.store.inTenant(who.tenant, async (tx): Promise<Outcome<"recordRollCall">> => {
    const crew = await tx.loadCrew(town.service, serviceDate);
    const vehicleId = vehicleOf(crew, driverId);
    if (vehicleId === undefined) return fail(notPossible({ kind: "not-on-duty" }));
    const { method, instructions } = body;
    const wished = saidOf(body, { serviceDate, driverId, vehicleId, method, instructions, at: now });
    const fault = rollCallFault(wished, crew.rules.rollCall);
    if (fault !== undefined) return fail(notPossible({ kind: fault }));
    const kept = await tx.addRollCall(wished, { by: who.actor, now });
    const drivers = await tx.readDrivers({ by: who.actor, now, purpose: "roll-call" }, [driverId]);
    const callerOf = () => who.account.displayName;
    const write = writeIn(town.service.timeZone);
    const outcome = ok({ body: presentRollCall(kept, { write, driver: drivers[0], callerOf }) });
    await remember(tx, outcome);
    return outcome;
  });
};

interface Said {
  readonly moment: "before" | "after";
  readonly isDetected: boolean;
  readonly detector: string;
  readonly isHealthy: boolean;
  readonly health: string;
  readonly isVehicleInOrder?: boolean | undefined;
  readonly remarks: string;
}

/** What was said at a roll call, with who and when. A vehicle is looked at before a duty only. */
export const saidOf = (
  { moment, isDetected, detector, isHealthy, health, isVehicleInOrder, remarks }: Said,
  head: Pick<NewRollCall, "serviceDate" | "driverId" | "vehicleId" | "method" | "instructions" | "at">,
): NewRollCall => ({
  ...head,
  moment,
  alcohol: { withDetector: detector !== "", isDetected },
  detector,
  isHealthy,
  health,
  ...(moment === "before" && isVehicleInOrder !== undefined && { isVehicleInOrder }),
  remarks,
});

/** The vehicle with which a driver's work of the date begins; nothing for who has none. */
export const vehicleOf = (crew: Crew, driverId: DriverId): VehicleId | undefined =>
  crew.duties
    .flatMap((duty) => stintsOf(duty, crew))
    .toSorted((a, b) => a.from - b.from)
    .find((stint) => stint.driverId === driverId)?.vehicleId;
