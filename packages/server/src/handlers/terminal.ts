import {
  hashOfCode,
  hashOfToken,
  PIN_TRIES_MAX,
  sessionToken,
  TOKEN_BYTES,
  verifyPassword,
} from "@noriai/identity";
import { fail, ok, serviceDateOf } from "@noriai/kernel";
import type { DeviceRecord, DriverDoor } from "@noriai/store";
import type { Call, Handler, Outcome } from "../call.ts";
import { deviceCookie, presentedDevice } from "../http/device-cookie.ts";
import { notPossible } from "../trouble.ts";
import { nobodysHash, openSession } from "./session.ts";

type AtDoor = Pick<Call<"getTerminal">, "world" | "town" | "request">;

/** Which terminal this browser is: the one page that a lost tablet can still open says nothing about anybody. */
export const getTerminal: Handler<"getTerminal"> = async (call) =>
  ok({ body: present(await deviceOf(call)) });

async function deviceOf({ world, town, request }: AtDoor): Promise<DeviceRecord | undefined> {
  const token = presentedDevice(request.headers.get("cookie"), world.mode);
  if (token === undefined) return undefined;
  return world.store.inTenant(town.tenant.id, (tx) => tx.findDeviceByToken(hashOfToken(token)));
}

const present = (device: DeviceRecord | undefined) => ({
  device: device === undefined ? null : { label: device.label, vehicleId: device.vehicle ?? null },
});

/** Makes this browser a terminal of the register, by a code from the console. Codes are guessed no faster than passwords. */
export const bindTerminal: Handler<"bindTerminal"> = async (call) => {
  const { world, town, body, signInLimit, address } = call;
  const attempt = { tenant: town.tenant.id, login: `terminal-code ${address}`, address };
  const wait = signInLimit.waitFor(attempt);
  if (wait !== undefined)
    return fail({ kind: "too-many-attempts", headers: { "Retry-After": String(wait) } });
  const token = sessionToken(world.randomBytes(TOKEN_BYTES));
  const device = await world.store.inTenant(town.tenant.id, (tx) =>
    tx.bindDevice(hashOfCode(body.code), hashOfToken(token), world.wallNow()),
  );
  if (device === undefined) {
    signInLimit.failed(attempt);
    return fail({ kind: "wrong-credentials" });
  }
  const cookie = deviceCookie({ tenant: town.tenant.id, token, mode: world.mode });
  return ok({ body: present(device), headers: { "Set-Cookie": cookie } });
};

/**
 * Signs a driver in with number and PIN. Four digits are few, so three things stand before them: the terminal must be
 * ours, it may fail ten times in a quarter of an hour, and a driver's fifth wrong PIN shuts the driver's own door until
 * somebody at the console opens it. A number that nobody has costs the same time and gets the same answer as a wrong PIN.
 */
export const signInAtTerminal: Handler<"signInAtTerminal"> = async (call) => {
  const { world, town, body, signInLimit, address } = call;
  const device = await deviceOf(call);
  if (device === undefined) return fail({ kind: "not-signed-in" });
  const attempt = { tenant: town.tenant.id, login: `terminal ${device.id}`, address };
  const wait = signInLimit.waitFor(attempt);
  if (wait !== undefined)
    return fail({ kind: "too-many-attempts", headers: { "Retry-After": String(wait) } });
  const door = await world.store.inTenant(town.tenant.id, (tx) => tx.findDriverDoor({ number: body.number }));
  if (door?.isLocked === true) return fail(notPossible({ kind: "driver-locked" }));
  const right = await isRight(call, door);
  if (right === "busy") return fail({ kind: "busy", headers: { "Retry-After": "2" } });
  if (!right || door === undefined) {
    signInLimit.failed(attempt);
    return refuse(call, door);
  }
  signInLimit.succeeded(attempt);
  return letIn(call, device, door);
};

async function isRight(
  { world, town, body, passwordDesk, now }: Call<"signInAtTerminal">,
  door: DriverDoor | undefined,
): Promise<boolean | "busy"> {
  const today = serviceDateOf(now, town.service.timeZone);
  const stored = door?.pinHash ?? (await nobodysHash(world));
  const right = await passwordDesk.serve(() => verifyPassword(body.pin, stored));
  return right === true && door?.leftOn !== undefined && door.leftOn <= today ? false : right;
}

/** Counts the wrong PIN; who has no try left hears that, and whom to ask. */
async function refuse(
  { world, town }: Call<"signInAtTerminal">,
  door: DriverDoor | undefined,
): Promise<Outcome<"signInAtTerminal">> {
  const isLocked = await world.store.inTenant(town.tenant.id, async (tx) => {
    const entry = {
      event: "session-refused",
      subject: door?.account ?? "unknown",
      purpose: "terminal",
    } as const;
    await tx.appendAudit(entry, { role: "system" }, world.wallNow());
    return door !== undefined && (await tx.notePinFailure(door.id, PIN_TRIES_MAX, world.wallNow()));
  });
  return fail(isLocked ? notPossible({ kind: "driver-locked" }) : { kind: "wrong-credentials" });
}

async function letIn(
  { world, town, now, request }: Call<"signInAtTerminal">,
  device: DeviceRecord,
  door: DriverDoor,
): Promise<Outcome<"signInAtTerminal">> {
  const { account, vehicle } = await world.store.inTenant(town.tenant.id, async (tx) => {
    await tx.notePinSuccess(door.id);
    return {
      account: await tx.findAccount(door.account),
      vehicle: await tx.findVehicleOf(town.service, door.id, now),
    };
  });
  if (account === undefined) return fail({ kind: "wrong-credentials" });
  const { vehicle: _, ...person } = account;
  const driving = { ...person, ...(vehicle !== undefined && { vehicle }) };
  const terminal = { device: device.id, driver: door.id };
  return ok(await openSession({ world, town, account: driving, now, request, means: "pin", terminal }));
}
