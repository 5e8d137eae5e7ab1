import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import { dutyClosing, dutyEnd, dutyRecord } from "../schema/duty-record.ts";
import { session } from "../schema/person.ts";
import { ownRollCall } from "../schema/roll-call.ts";
import {
  bindTerminal,
  device,
  deviceCode,
  myShift,
  newDevice,
  terminal,
  terminalSignIn,
} from "../schema/terminal.ts";
import { CREW_HANDS, CREW_READERS, DISPATCHERS, T } from "./who.ts";

const deviceParams = tenantParams.extend({ deviceId: id });

/** Drivers' terminals: the register of them, how one becomes one, and a driver's day at it. */
export const terminalRoutes = {
  listDevices: route({
    method: "GET",
    path: `${T}/devices`,
    summary: "Register of terminals",
    access: CREW_READERS,
    params: tenantParams,
    response: z.object({ devices: z.array(device) }),
  }),
  addDevice: route({
    method: "POST",
    path: `${T}/devices`,
    summary: "Enter a terminal into the register",
    access: CREW_HANDS,
    params: tenantParams,
    body: newDevice,
    response: device,
    idempotent: true,
  }),
  changeDevice: route({
    method: "PUT",
    path: `${T}/devices/:deviceId`,
    summary: "Write a terminal's record anew; one given back is signed out",
    access: CREW_HANDS,
    params: deviceParams,
    body: newDevice,
    response: device,
  }),
  issueDeviceCode: route({
    method: "POST",
    path: `${T}/devices/:deviceId/code`,
    summary: "A code by which a tablet becomes this terminal, once and for ten minutes",
    access: CREW_HANDS,
    params: deviceParams,
    response: deviceCode,
  }),
  signOutDevice: route({
    method: "POST",
    path: `${T}/devices/:deviceId/sign-out`,
    summary: "End every sign-in at a terminal at once; locked, it opens nothing until it is unlocked",
    access: DISPATCHERS,
    params: deviceParams,
    body: z.object({ lock: z.boolean() }),
    response: noContent,
  }),
  unlockDevice: route({
    method: "POST",
    path: `${T}/devices/:deviceId/unlock`,
    summary: "Let a locked terminal sign in again",
    access: CREW_HANDS,
    params: deviceParams,
    response: noContent,
  }),
  getTerminal: route({
    method: "GET",
    path: `${T}/terminal`,
    summary: "Which terminal this browser is",
    access: "public",
    params: tenantParams,
    response: terminal,
  }),
  bindTerminal: route({
    method: "POST",
    path: `${T}/terminal`,
    summary: "Become a terminal by a one-time code",
    access: "public",
    params: tenantParams,
    body: bindTerminal,
    response: terminal,
  }),
  signInAtTerminal: route({
    method: "POST",
    path: `${T}/terminal/session`,
    summary: "Sign in at a bound terminal with driver number and PIN",
    access: "public",
    params: tenantParams,
    body: terminalSignIn,
    response: session,
  }),
  getMyShift: route({
    method: "GET",
    path: `${T}/duty/shift`,
    summary: "How it stands with the driver's own work of today",
    access: ["driver"],
    params: tenantParams,
    response: myShift,
  }),
  reportOwnRollCall: route({
    method: "POST",
    path: `${T}/duty/roll-call`,
    summary: "The driver's own word at the roll call, where the service allows it",
    access: ["driver"],
    params: tenantParams,
    body: ownRollCall,
    response: myShift,
    idempotent: true,
  }),
  getMyDutyRecord: route({
    method: "GET",
    path: `${T}/duty/record`,
    summary: "The driver's own duty record of today, to be read and printed",
    access: ["driver"],
    params: tenantParams,
    response: z.object({ record: dutyRecord.nullable().describe("null: did not drive today") }),
  }),
  endDuty: route({
    method: "POST",
    path: `${T}/duty/end`,
    summary: "End of duty: till, distance, remarks",
    access: ["driver"],
    params: tenantParams,
    body: dutyEnd,
    response: dutyClosing,
    idempotent: true,
  }),
} as const;
