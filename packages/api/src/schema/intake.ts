import { z } from "zod";
import { id, instant } from "./basics.ts";
import { role } from "./person.ts";
import { withoutMyNumber } from "./person-fields.ts";
import { booking } from "./trip.ts";

const ring = z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])).min(3);

/** What a stop of intake covers: every part that is given has to be true of a ride; without any it covers everything. */
export const intakeScope = z.object({
  channels: z
    .array(z.enum(["web", "phone"]))
    .min(1)
    .max(2)
    .optional(),
  stops: z.array(id).min(1).max(1000).optional().describe("rides that begin or end at one of these stops"),
  area: z.array(ring).min(1).max(20).optional().describe("or inside these rings of [lng, lat]"),
  rides: z
    .object({ from: instant, to: instant })
    .optional()
    .describe("rides that share time with this band, from boarding to alighting as wished"),
});

const plannedEnd = instant.describe("when it is meant to end; told, it ends when somebody resumes it");

/** 新規予約受付停止 */
export const newIntakeStop = z.object({
  scope: intakeScope,
  reason: withoutMyNumber(z.string().trim().min(1).max(200)).describe("for the staff"),
  notice: withoutMyNumber(z.string().trim().min(1).max(300)).describe("for everybody to read"),
  plannedEnd: plannedEnd.optional(),
});

/** A stop that stands, as everybody may know it. */
export const intakeNotice = z.object({
  id,
  scope: intakeScope,
  notice: z.string(),
  plannedEnd: plannedEnd.nullable(),
});

const act = z.object({
  at: instant,
  by: z.string().nullable().describe("who did it; null: the system"),
  role: z.union([role, z.literal("system")]),
});

export const intakeStop = intakeNotice.extend({
  reason: z.string(),
  stopped: act,
  resumed: act.nullable().describe("null as long as it stands"),
});

/** Bookings that stood before and are not yet begun: somebody has to decide about each. */
export const touchedBookings = z.object({
  bookings: z.array(
    booking.extend({
      calledName: z.string().nullable(),
      phone: z.string().nullable().describe("for those who may see names on that day"),
    }),
  ),
});
