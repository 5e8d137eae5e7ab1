import { z } from "zod";
import { fareClass, id, instant, position, seconds, serviceDate, yen } from "./basics.ts";

export const world = z.object({
  mode: z.enum(["demo", "production"]),
  now: instant,
  demoClock: z.object({ rate: z.int(), running: z.boolean() }).optional(),
  lives: z.boolean().optional().describe("demo: riders, callers and drivers play in the town"),
  tenants: z.array(z.object({ id, name: z.string() })),
});

export const clockCommand = z.discriminatedUnion("action", [
  z.object({ action: z.literal("pause") }),
  z.object({ action: z.literal("run"), rate: z.union([z.literal(1), z.literal(10), z.literal(60)]) }),
  z.object({ action: z.literal("jump"), to: instant }),
]);

export const stop = z.object({
  id,
  number: z.int(),
  name: z.string(),
  kana: z.string(),
  aliases: z.array(z.string()).describe("other names people use for it"),
  position,
  guidance: z.string(),
  sign: z
    .object({
      side: z.string().optional().describe("on which side of the road"),
      walk: z.string().optional().describe("how to find it on foot"),
      landmarks: z.array(z.string()).optional(),
      winter: z.string().optional().describe("what is different when snow lies"),
    })
    .optional()
    .describe("how it is found on the ground"),
  servable: z.boolean().describe("false when no road is near or the stop is closed"),
});

/** What everybody may know of the service. */
export const publicService = z.object({
  tenant: z.object({ id, name: z.string() }),
  name: z.string(),
  projectName: z.string(),
  timeZone: z.string(),
  phoneNumber: z.string(),
  phoneOpen: z.boolean(),
  stops: z.array(stop),
  vehicles: z.array(
    z.object({
      id,
      name: z.string(),
      plate: z.string(),
      colour: z.string(),
      seats: z.int(),
      wheelchairPlaces: z.int(),
    }),
  ),
  fares: z.array(z.object({ fareClass, yen })),
  hours: z.array(z.object({ from: z.string(), to: z.string() })),
  days: z
    .array(z.object({ serviceDate, operating: z.boolean(), bookable: z.boolean() }))
    .describe("from today to the end of the booking window"),
  plannedOperatingDays: z.int(),
  bookingWindow: z.object({ opensDaysBefore: z.int(), closesBefore: seconds }),
  standards: z.object({ pickupWindow: seconds, rideFactorPermille: z.int(), rideOffset: seconds }),
  travelBasis: z.enum(["road", "estimate"]).describe("estimate: great-circle × 1.3, shown as 概算"),
  mapAttribution: z.string().nullable(),
});
