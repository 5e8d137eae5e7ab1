import { z } from "zod";
import { id, instant, serviceDate, yen } from "./basics.ts";
import { withoutMyNumber } from "./person-fields.ts";

const kilometres = z.int().min(0).max(9_999_999);

/** 業務終了: till and distance. */
export const dutyEnd = z
  .object({
    odometerStart: kilometres,
    odometerEnd: kilometres,
    cashCounted: z.int().min(0).max(10_000_000),
    remarks: withoutMyNumber(z.string().trim().max(500)).default(""),
  })
  .refine(({ odometerStart, odometerEnd }) => odometerStart <= odometerEnd, {
    path: ["odometerEnd"],
    error: "less than at the start",
    params: { because: "odometer-turned" },
  });

export const dutyClosing = z.object({
  endedAt: instant,
  vehicleId: id,
  odometerStart: z.int(),
  odometerEnd: z.int(),
  cashExpected: yen,
  cashCounted: yen,
  remarks: z.string(),
});

const span = z.object({ from: instant, to: instant });

/** 業務記録 of one driver and date. */
export const dutyRecord = z.object({
  serviceDate,
  driverId: id,
  number: z.string(),
  name: z.string(),
  beganAt: instant,
  endedAt: instant.nullable().describe("null: not reported yet"),
  place: z.string().describe("where the work began and ended: the vehicle's depot"),
  stints: z.array(span.extend({ dutyId: id, vehicleId: id })),
  breaks: z.array(span),
  rides: z.array(
    z.object({
      bookingId: id,
      vehicleId: id,
      from: id,
      to: id,
      boardedAt: instant,
      alightedAt: instant.nullable(),
      persons: z.int(),
      fareCollected: yen,
    }),
  ),
  delays: z.array(
    z.object({
      at: instant,
      minutes: z.int(),
      cause: z.enum(["traffic", "weather", "boarding", "vehicle", "other"]),
    }),
  ),
  noShows: z.int(),
  fareNotes: z
    .array(
      z.object({
        at: instant,
        bookingId: id,
        due: yen,
        amount: yen,
        before: yen.nullable(),
        means: z.enum(["cash", "cashless"]),
        reason: z.enum(["other-class", "other-party", "short", "mistyped", "other"]),
      }),
    )
    .describe("fares taken otherwise than due, or corrected"),
  takings: z.object({ cash: yen, cashless: yen }),
  closing: dutyClosing.nullable(),
});
