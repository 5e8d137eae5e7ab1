import { z } from "zod";
import { id, instant, paperDate, serviceDate, yen } from "./basics.ts";
import { rollCallStand } from "./crew.ts";
import { dutyClosing } from "./duty-record.ts";

const note = (max: number) => z.string().trim().max(max).default("");

/** 端末台帳 */
export const newDevice = z.object({
  label: z.string().trim().min(1).max(40),
  vehicle: id.optional(),
  serial: note(60).describe("製造番号"),
  sim: note(60).describe("SIM・回線"),
  holder: note(60).describe("貸与先"),
  lentOn: paperDate.optional(),
  returnedOn: paperDate.optional(),
});

export const device = newDevice.extend({
  id,
  serial: z.string(),
  sim: z.string(),
  holder: z.string(),
  boundAt: instant.nullable(),
  lockedAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
  sessions: z.int().describe("sign-ins that stand at it"),
});

/** A one-time code by which a terminal becomes the device. */
export const deviceCode = z.object({
  code: z.string().regex(/^\d{8}$/),
  expiresAt: instant.describe("by the wall clock, also in the demo"),
});

/** What a terminal is, to itself. */
export const terminal = z.object({
  device: z
    .object({ label: z.string(), vehicleId: id.nullable() })
    .nullable()
    .describe("null: not bound, or no longer"),
});

export const bindTerminal = z.object({ code: z.string().trim().min(8).max(20) });

export const terminalSignIn = z.object({
  number: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/),
  pin: z.string().regex(/^\d{4}$/),
});

/** How it stands with the driver's own work of today. */
export const myShift = z.object({
  serviceDate,
  isAtTerminal: z.boolean(),
  /** Null: this account is nobody in the register of drivers. */
  shift: z
    .object({
      driverId: id,
      vehicleId: id.nullable().describe("null: not put to any duty today"),
      rollCall: z.object({
        isRequired: z.boolean(),
        maySelfReport: z.boolean(),
        before: rollCallStand,
        after: rollCallStand,
        instructions: z.string(),
      }),
      takings: z.object({ cash: yen, cashless: yen }),
      odometer: z.int().nullable().describe("as the vehicle last showed it"),
      closing: dutyClosing.nullable(),
    })
    .nullable(),
});
