import { z } from "zod";
import { seconds, serviceDate } from "./basics.ts";

const permille = z.int().min(0).max(1000).describe("rounded down: 1000 means every one");

const keptPromises = z.object({
  all: z.int(),
  kept: z.int(),
  late: z.int().describe("kept + late = all"),
  keptPermille: permille.nullable(),
  lateness: z
    .object({ median: seconds, largest: seconds })
    .nullable()
    .describe("by how much the late ones were late"),
});

/** How promises were kept (約束の達成); a delay that was told does not make one kept. */
export const punctuality = z.object({
  pickups: keptPromises.describe("rides that boarded; kept: by the end of the promised pickup window"),
  arrivals: keptPromises.describe("rides that alighted; kept: by the promised latest arrival"),
  calledOff: z.int().describe("confirmed rides that the operator called off"),
});

const shown = z.union([z.int(), z.enum(["few", "hidden"])]).describe("few: 1 to 4");

/** How promises were kept in one month, as everybody may know it. */
export const publishedMonth = z.object({
  from: serviceDate,
  to: serviceDate,
  rides: shown,
  pickupsKeptPermille: permille.nullable().describe("nothing where fewer than five rides stand behind it"),
  arrivalsKeptPermille: permille.nullable(),
  calledOff: shown,
});

/** What the service promises everybody, and how it was kept (お約束と実績). */
export const servicePromise = z.object({
  week: z
    .array(
      z.object({
        weekdays: z.array(z.int().min(1).max(7)).describe("1 Monday … 7 Sunday"),
        hours: z.array(z.object({ from: z.string(), to: z.string() })),
      }),
    )
    .describe("the hours of an ordinary week"),
  restsOnHolidays: z.boolean(),
  pickupWindow: seconds,
  earlyArrival: seconds.describe("at most so long before a wished arrival"),
  rideFactorPermille: z.int().describe("a ride takes at most max(direct × permille / 1000, direct + offset)"),
  rideOffset: seconds,
  lastMonth: publishedMonth,
  thisMonth: publishedMonth.nullable().describe("up to yesterday; nothing on the first day of a month"),
});
