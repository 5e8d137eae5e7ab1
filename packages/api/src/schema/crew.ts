import { LICENCE_CLASSES } from "@noriai/booking";
import { z } from "zod";
import { id, instant, paperDate, seconds, serviceDate } from "./basics.ts";
import { personName } from "./person-fields.ts";

const licenceClass = z.enum(LICENCE_CLASSES);

/** 運転免許: as the reader showed it; no number, no picture. */
const licence = z.object({
  class: licenceClass,
  isSecondClass: z.boolean().describe("第二種免許"),
  expiresOn: paperDate,
  readOn: paperDate,
  readBy: z.string().trim().min(1).max(60).describe("who read it with a reader"),
});

/** 乗務員台帳 */
export const newDriver = z.object({
  number: z.string().regex(/^\d{1,6}$/),
  name: personName,
  licence: licence.optional(),
  healthCheckDue: paperDate.optional(),
  usualVehicle: id.optional().describe("担当車: driven when nobody says otherwise"),
  leftOn: paperDate.optional().describe("the first day on which the person no longer drives here"),
});

export const driver = newDriver.extend({
  id,
  name: z.string(),
  pin: z.enum(["none", "set", "locked"]),
});

export const vehiclePapers = z.object({ inspectionDue: paperDate.describe("車検の満了日") });

export const crewVehicle = z.object({
  id,
  name: z.string(),
  plate: z.string(),
  colour: z.string(),
  seats: z.int(),
  wheelchairPlaces: z.int(),
  inspectionDue: paperDate.nullable(),
});

const head = { weight: z.enum(["blocks", "warns"]), driverId: id, dutyId: id };
const days = z.int().min(0);
const finding = <K extends string, S extends z.ZodRawShape>(kind: K, amount: S) =>
  z.object({ kind: z.literal(kind), ...head, ...amount });

/** What speaks against a driver at a duty: the rule and by how much. */
export const crewFinding = z.discriminatedUnion("kind", [
  finding("licence-not-read", {}),
  finding("licence-expired", { expiredOn: paperDate, daysOver: days }),
  finding("licence-expires-soon", { expiresOn: paperDate, daysLeft: days }),
  finding("second-class-needed", { has: licenceClass }),
  finding("licence-too-small", { has: licenceClass, persons: z.int(), personsMax: z.int() }),
  finding("health-check-overdue", { dueOn: paperDate, daysOver: days }),
  finding("inspection-overdue", { vehicleId: id, dueOn: paperDate, daysOver: days }),
  finding("has-left", { leftOn: paperDate }),
  finding("rest-too-short", { rest: seconds, least: seconds, otherDate: serviceDate }),
  finding("span-too-long", { span: seconds, most: seconds }),
  finding("month-too-long", { sum: seconds, most: seconds }),
  finding("two-duties-at-once", { otherDutyId: id, from: instant, to: instant }),
]);

/** 点呼の状況 */
export const rollCallStand = z.object({
  kind: z.enum(["done", "missing", "must-not-drive"]),
  at: instant.nullable(),
  method: z.enum(["face", "it", "phone", "self"]).nullable(),
  because: z.enum(["alcohol", "health", "vehicle"]).nullable().describe("for the operator's eyes only"),
});

/** A service date with who drives what, and what stands against it. */
export const crewDay = z.object({
  serviceDate,
  duties: z.array(
    z.object({
      dutyId: id,
      vehicleId: id,
      startsAt: instant,
      endsAt: instant,
      driverId: id.nullable().describe("who is to drive from now on"),
      drivenVehicleId: id,
      findings: z.array(crewFinding),
    }),
  ),
  people: z.array(
    z.object({
      driverId: id,
      number: z.string(),
      name: z.string(),
      workFrom: instant,
      workTo: instant,
      before: rollCallStand,
      after: rollCallStand,
      isClosed: z.boolean().describe("the end of duty was reported"),
    }),
  ),
  drivers: z
    .array(z.object({ id, number: z.string(), name: z.string() }))
    .describe("who may be put to a duty"),
  vehicles: z.array(crewVehicle),
  rules: z.object({
    needsSecondClass: z.boolean(),
    spanStandard: seconds,
    spanMost: seconds,
    monthMost: seconds,
    restStandard: seconds,
    restLeast: seconds,
    rollCall: z.object({ isRequired: z.boolean(), maySelfReport: z.boolean() }),
    retention: z.object({ rollCallYears: z.int(), dutyRecordYears: z.int(), rosterYears: z.int() }),
  }),
});

export const newAssignment = z.object({
  serviceDate,
  dutyId: id,
  driverId: id.nullable().describe("null: nobody"),
  vehicleId: id.optional().describe("the vehicle that is driven, where it is not the duty's own"),
});

/** Assigned, with what somebody should know; or refused, by the findings that block. */
export const assignmentAnswer = z.object({
  kind: z.enum(["assigned", "refused"]),
  findings: z.array(crewFinding),
});
