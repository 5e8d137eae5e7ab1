import { z } from "zod";
import { id, instant, serviceDate } from "./basics.ts";
import { memberSummary, role } from "./person.ts";
import { booking, bookingVersion } from "./trip.ts";

/** States as an operator asks for them. */
export const stateGroup = z.enum(["ahead", "aboard", "completed", "no-show", "cancelled"]);

export const bookingFilter = z.object({
  from: serviceDate,
  to: serviceDate,
  state: stateGroup.optional(),
  memberId: id.optional(),
  stopId: id.optional().describe("rides that begin or end there"),
  vehicleId: id.optional(),
  channel: z.enum(["web", "phone"]).optional(),
  code: z
    .string()
    .trim()
    .regex(/^\d{1,8}$/)
    .optional()
    .describe("a boarding code, or how it begins"),
  atRisk: z.literal("yes").optional().describe("only rides that will miss their promise"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** One line of the list of bookings. */
export const bookingLine = booking.extend({
  calledName: z.string().nullable().describe("null: not to be shown on that day, or erased"),
  lateBy: z.int(),
});

export const bookingList = z.object({
  bookings: z.array(bookingLine),
  total: z.int().describe("on all pages"),
  page: z.int(),
  pages: z.int(),
});

const cancellation = z.object({
  at: instant,
  reason: z.string().nullable().describe("for the phone desk"),
});

/** A booking as it stands, with what is needed to decide about it. */
export const bookingPage = z.object({
  booking: bookingLine,
  version: bookingVersion,
  changedAt: instant.nullable(),
  cancellation: cancellation.nullable(),
  member: memberSummary.nullable().describe("for the phone desk, as long as names are shown on that day"),
  memberId: id.nullable().describe("for the phone desk; null: the person was erased"),
  lastAct: z
    .object({ at: instant, by: z.string().nullable(), role: z.union([role, z.literal("system")]) })
    .nullable()
    .describe("who wrote the booking last"),
});
