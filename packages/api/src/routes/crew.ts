import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import {
  assignmentAnswer,
  crewDay,
  driver,
  newAssignment,
  newDriver,
  vehiclePapers,
} from "../schema/crew.ts";
import { dutyRecord } from "../schema/duty-record.ts";
import { newRollCall, rollCall } from "../schema/roll-call.ts";
import { CONSOLE, CREW_HANDS, CREW_READERS, DISPATCHERS, T } from "./who.ts";

const span = z.object({ from: serviceDate, to: serviceDate });
const file = span.extend({ encoding: z.enum(["utf-8", "shift_jis"]).default("utf-8") });
const driverParams = tenantParams.extend({ driverId: id });

/** Who drives: registers, assignment, roll calls, records. */
export const crewRoutes = {
  getCrewDay: route({
    method: "GET",
    path: `${T}/crew`,
    summary: "Who drives what on a day, and what stands against it",
    access: CONSOLE,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: crewDay,
  }),
  assignDuty: route({
    method: "POST",
    path: `${T}/crew/assignments`,
    summary: "Put a driver to a duty; refused with the rule and by how much",
    access: DISPATCHERS,
    params: tenantParams,
    body: newAssignment,
    response: assignmentAnswer,
    idempotent: true,
  }),
  listDrivers: route({
    method: "GET",
    path: `${T}/drivers`,
    summary: "Register of drivers",
    access: CREW_READERS,
    params: tenantParams,
    response: z.object({ drivers: z.array(driver) }),
  }),
  addDriver: route({
    method: "POST",
    path: `${T}/drivers`,
    summary: "Enter a driver into the register",
    access: CREW_HANDS,
    params: tenantParams,
    body: newDriver,
    response: driver,
    idempotent: true,
  }),
  changeDriver: route({
    method: "PUT",
    path: `${T}/drivers/:driverId`,
    summary: "Write a driver's record anew",
    access: CREW_HANDS,
    params: driverParams,
    body: newDriver,
    response: driver,
  }),
  issuePin: route({
    method: "POST",
    path: `${T}/drivers/:driverId/pin`,
    summary: "Give a driver a new PIN, shown this once",
    access: CREW_HANDS,
    params: driverParams,
    response: z.object({ pin: z.string() }),
  }),
  releasePin: route({
    method: "POST",
    path: `${T}/drivers/:driverId/release`,
    summary: "Let a driver try the PIN again after too many wrong ones",
    access: DISPATCHERS,
    params: driverParams,
    response: noContent,
  }),
  saveVehiclePapers: route({
    method: "PUT",
    path: `${T}/vehicles/:vehicleId/papers`,
    summary: "Until when a vehicle's inspection is good",
    access: CREW_HANDS,
    params: tenantParams.extend({ vehicleId: id }),
    body: vehiclePapers,
    response: noContent,
  }),
  listRollCalls: route({
    method: "GET",
    path: `${T}/roll-calls`,
    summary: "Roll calls of some days",
    access: CREW_HANDS,
    params: tenantParams,
    query: span,
    response: z.object({ rollCalls: z.array(rollCall) }),
  }),
  recordRollCall: route({
    method: "POST",
    path: `${T}/roll-calls`,
    summary: "Keep a roll call before or after a duty",
    access: CREW_HANDS,
    params: tenantParams,
    body: newRollCall,
    response: rollCall,
    idempotent: true,
  }),
  getRollCallsCsv: route({
    method: "GET",
    path: `${T}/roll-calls.csv`,
    summary: "Roll calls as CSV",
    access: CREW_HANDS,
    params: tenantParams,
    query: file,
    response: { media: "text/csv" },
  }),
  listDutyRecords: route({
    method: "GET",
    path: `${T}/duty-records`,
    summary: "What each driver did on some days",
    access: CREW_READERS,
    params: tenantParams,
    query: span,
    response: z.object({ records: z.array(dutyRecord) }),
  }),
  getDutyRecordsCsv: route({
    method: "GET",
    path: `${T}/duty-records.csv`,
    summary: "Duty records as CSV",
    access: CREW_READERS,
    params: tenantParams,
    query: file,
    response: { media: "text/csv" },
  }),
} as const;
