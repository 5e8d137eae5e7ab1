import { CODE_SECONDS, DIGITS_BYTES, hashOfCode, newDeviceCode } from "@noriai/identity";
import { type DeviceId, fail, later, ok, type Result, seconds } from "@noriai/kernel";
import type { NewDevice } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import { WORDS } from "../messages.ts";
import { presentDevice } from "../present/crew.ts";
import { writeIn } from "../present/trip.ts";
import type { Trouble } from "../trouble.ts";
import { hasVehicle } from "./crew.ts";

/** The register of terminals (端末台帳). 仕様書 3-(2)-③ */
export const listDevices: Handler<"listDevices"> = async ({ world, town, who }) => {
  const devices = await world.store.inTenant(who.tenant, (tx) => tx.listDevices());
  const write = writeIn(town.service.timeZone);
  return ok({ body: { devices: devices.map((device) => presentDevice(device, write)) } });
};

export const addDevice: Handler<"addDevice"> = async (call) => {
  const { world, town, who, now, remember } = call;
  const wished = readDevice(call);
  if (!wished.ok) return wished;
  return world.store.inTenant(who.tenant, async (tx) => {
    const device = await tx.addDevice(wished.value, { by: who.actor, now });
    const outcome = ok({ body: presentDevice(device, writeIn(town.service.timeZone)) });
    await remember(tx, outcome);
    return outcome;
  });
};

export const changeDevice: Handler<"changeDevice"> = async (call) => {
  const { world, town, who, now, params } = call;
  const wished = readDevice(call);
  if (!wished.ok) return wished;
  const changed = await world.store.inTenant(who.tenant, (tx) =>
    tx.changeDevice(params.deviceId as DeviceId, wished.value, { by: who.actor, now }),
  );
  if (changed === undefined) return fail({ kind: "not-found" });
  return ok({ body: presentDevice(changed, writeIn(town.service.timeZone)) });
};

/** A new code; the one before is worth nothing then. Codes run by the wall clock, as sessions do. */
export const issueDeviceCode: Handler<"issueDeviceCode"> = async ({ world, town, who, params }) => {
  const now = world.wallNow();
  const code = newDeviceCode(world.randomBytes(DIGITS_BYTES));
  const expiresAt = later(now, seconds(CODE_SECONDS));
  const issued = await world.store.inTenant(who.tenant, (tx) =>
    tx.issueDeviceCode(
      params.deviceId as DeviceId,
      { hash: hashOfCode(code), expiresAt },
      { by: who.actor, now },
    ),
  );
  if (!issued) return fail({ kind: "not-found" });
  return ok({ body: { code, expiresAt: writeIn(town.service.timeZone)(expiresAt) } });
};

/**
 * Ends every sign-in at a terminal: its next request is refused, and its page hears of it and shows the door. The streams
 * of its pages end at their next heartbeat, after they have heard.
 */
export const signOutDevice: Handler<"signOutDevice"> = async ({ world, who, params, body, now }) => {
  const id = params.deviceId as DeviceId;
  const acting = { by: who.actor, now };
  const ended = await world.store.inTenant(who.tenant, (tx) =>
    body.lock ? tx.setDeviceLock(id, true, acting) : tx.signOutDevice(id, acting),
  );
  return ended === undefined ? fail({ kind: "not-found" }) : ok({ body: null });
};

export const unlockDevice: Handler<"unlockDevice"> = async ({ world, who, params, now }) => {
  const unlocked = await world.store.inTenant(who.tenant, (tx) =>
    tx.setDeviceLock(params.deviceId as DeviceId, false, { by: who.actor, now }),
  );
  return unlocked === undefined ? fail({ kind: "not-found" }) : ok({ body: null });
};

/** The device as typed, or what is wrong with it. */
function readDevice({
  town,
  body,
  language,
}: Pick<Call<"addDevice">, "town" | "body" | "language">): Result<NewDevice, Trouble> {
  const { field } = WORDS[language];
  const { vehicle, lentOn, returnedOn } = body;
  const wrong = (name: string, message: string) =>
    fail<Trouble>({ kind: "invalid-input", fields: [{ name, message }] });
  if (vehicle !== undefined && !hasVehicle(town, vehicle)) return wrong("vehicle", field.vehicleUnknown);
  if (lentOn !== undefined && returnedOn !== undefined && returnedOn < lentOn)
    return wrong("returnedOn", field.rangeTurned);
  return ok(body as unknown as NewDevice); // the schema has checked every date
}
