import type { Body } from "@noriai/api";
import { DIGITS_BYTES, hashPassword, newPin, SALT_BYTES } from "@noriai/identity";
import {
  type DriverId,
  type DutyId,
  fail,
  ok,
  parseServiceDate,
  type Result,
  type ServiceDate,
  serviceDateOf,
  type VehicleId,
} from "@noriai/kernel";
import { DriverNumberTaken, type DriverRecord, type NewDriver, type TenantTransaction } from "@noriai/store";
import type { Call, Handler, Outcome } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { WORDS } from "../messages.ts";
import { presentCrewDay, presentDriver, presentFinding, type ReadCrew } from "../present/crew.ts";
import { writeIn } from "../present/trip.ts";
import type { Town } from "../town.ts";
import type { Trouble } from "../trouble.ts";

/** Who drives what on a date (乗務割), with everything that stands against it. */
export const getCrewDay: Handler<"getCrewDay"> = async (call) => {
  const { world, town, who, query, now } = call;
  const serviceDate = (query.date as ServiceDate | undefined) ?? serviceDateOf(now, town.service.timeZone);
  const read = await world.store.inTenant(who.tenant, (tx) => readCrew(call, tx, serviceDate));
  const how = { write: writeIn(town.service.timeZone), seesWhy: who.account.role === "transport_operator" };
  return ok({ body: presentCrewDay(read, how) });
};

async function readCrew(
  { town, who, now }: StaffCall,
  tx: TenantTransaction,
  serviceDate: ServiceDate,
): Promise<ReadCrew> {
  const range = { from: serviceDate, to: serviceDate };
  return {
    crew: await tx.loadCrew(town.service, serviceDate),
    records: await tx.readDrivers({ by: who.actor, now, purpose: "duty" }),
    rollCalls: await tx.listRollCalls(range),
    closings: await tx.listClosings(range),
  };
}

/** Puts a driver to a duty from now on; refused with the rule and by how much. */
export const assignDuty: Handler<"assignDuty"> = async ({ world, town, who, body, now, remember }) => {
  const { driverId, vehicleId } = body;
  const wish = {
    serviceDate: parseServiceDate(body.serviceDate)!,
    dutyId: body.dutyId as DutyId,
    at: now,
    ...(driverId !== null && { driverId: driverId as DriverId }),
    ...(vehicleId !== undefined && { vehicleId: vehicleId as VehicleId }),
  };
  return world.store.inTenant(who.tenant, async (tx): Promise<Outcome<"assignDuty">> => {
    const answer = await tx.assignCrew(town.service, wish, { by: who.actor, now });
    if (answer.kind !== "assigned" && answer.kind !== "refused") return fail({ kind: "not-found" });
    const found = answer.kind === "assigned" ? answer.warnings : answer.findings;
    const write = writeIn(town.service.timeZone);
    const findings = found.map((finding) => presentFinding(finding, write));
    const outcome = ok({ body: { kind: answer.kind, findings } });
    await remember(tx, outcome);
    return outcome;
  });
};

export const listDrivers: Handler<"listDrivers"> = async ({ world, who, now }) => {
  const access = { by: who.actor, now, purpose: "roster" } as const;
  const records = await world.store.inTenant(who.tenant, (tx) => tx.readDrivers(access));
  return ok({ body: { drivers: records.map(presentDriver) } });
};

export const addDriver: Handler<"addDriver"> = async (call) => {
  const { world, who, now, remember } = call;
  return namingNumber(call, async () => {
    const wished = readDriver(call);
    if (!wished.ok) return wished;
    return world.store.inTenant(who.tenant, async (tx) => {
      const outcome = ok({ body: presentDriver(await tx.addDriver(wished.value, { by: who.actor, now })) });
      await remember(tx, outcome);
      return outcome;
    });
  });
};

export const changeDriver: Handler<"changeDriver"> = async (call) => {
  const { world, who, now, params } = call;
  return namingNumber(call, async () => {
    const wished = readDriver(call);
    if (!wished.ok) return wished;
    const id = params.driverId as DriverId;
    const changed = await world.store.inTenant(who.tenant, (tx) =>
      tx.changeDriver(id, wished.value, { by: who.actor, now }),
    );
    return changed === undefined ? fail({ kind: "not-found" }) : ok({ body: presentDriver(changed) });
  });
};

/** A number that another driver has is told beside its field. */
async function namingNumber<T>(
  { language }: Pick<Call<"addDriver">, "language">,
  work: () => Promise<Result<T, Trouble>>,
): Promise<Result<T, Trouble>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DriverNumberTaken)) throw error;
    const message = WORDS[language].field.driverNumberTaken;
    return fail({ kind: "invalid-input", fields: [{ name: "number", message }] });
  }
}

/** The driver as typed, or what is wrong with it. */
function readDriver({
  town,
  body,
  language,
}: {
  readonly town: Town;
  readonly body: Body<"addDriver">;
  readonly language: Call<"addDriver">["language"];
}): Result<NewDriver, Trouble> {
  const { usualVehicle } = body;
  if (usualVehicle !== undefined && !hasVehicle(town, usualVehicle)) {
    const message = WORDS[language].field.vehicleUnknown;
    return fail({ kind: "invalid-input", fields: [{ name: "usualVehicle", message }] });
  }
  return ok(body as unknown as DriverRecord); // the schema has checked every date
}

export const hasVehicle = (town: Town, id: string): boolean =>
  town.service.vehicles.some((vehicle) => vehicle.id === id);

/** A new PIN, said this once and kept only as a hash. It also releases the lock. */
export const issuePin: Handler<"issuePin"> = async ({ world, who, params, now, passwordDesk }) => {
  const pin = newPin(world.randomBytes(DIGITS_BYTES));
  const salt = world.randomBytes(SALT_BYTES);
  const hash = await passwordDesk.serve(() => hashPassword({ password: pin, salt }));
  if (hash === "busy") return fail({ kind: "busy", headers: { "Retry-After": "2" } });
  const issued = await world.store.inTenant(who.tenant, (tx) =>
    tx.issuePin(params.driverId as DriverId, hash, { by: who.actor, now }),
  );
  return issued ? ok({ body: { pin } }) : fail({ kind: "not-found" });
};

export const releasePin: Handler<"releasePin"> = async ({ world, who, params, now }) => {
  const released = await world.store.inTenant(who.tenant, (tx) =>
    tx.releasePin(params.driverId as DriverId, { by: who.actor, now }),
  );
  return released ? ok({ body: null }) : fail({ kind: "not-found" });
};

export const saveVehiclePapers: Handler<"saveVehiclePapers"> = async (call) => {
  const { world, town, who, params, body, now } = call;
  if (!hasVehicle(town, params.vehicleId)) return fail({ kind: "not-found" });
  const papers = { inspectionDue: parseServiceDate(body.inspectionDue)! };
  await world.store.inTenant(who.tenant, (tx) =>
    tx.saveVehiclePapers(params.vehicleId as VehicleId, papers, { by: who.actor, now }),
  );
  return ok({ body: null });
};
