import { FARE_CLASSES, TRIP_NEEDS } from "@noriai/booking";
import { z } from "zod";

/** Years in which a service can run; dates outside are typing errors. */
const isWithinReach = (text: string): boolean => text >= "2000" && text < "2200";
const OUT_OF_REACH = {
  error: "outside the years that can be meant",
  params: { because: "date-out-of-reach" },
};

/** RFC 3339 with offset, to the second. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isWithinReach, OUT_OF_REACH)
  .describe("RFC 3339 with offset");
export const serviceDate = z.iso
  .date()
  .refine(isWithinReach, OUT_OF_REACH)
  .describe("service date 運行日, YYYY-MM-DD");
/** Any day of a living person's papers. */
export const paperDate = z.iso
  .date()
  .refine((text) => text >= "1900" && text < "2200", OUT_OF_REACH)
  .describe("YYYY-MM-DD");
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w:.-]+$/);
export const position = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });
export const fareClass = z.enum(FARE_CLASSES);
export const seconds = z.int();
export const yen = z.int();

const persons = z.int().min(0).max(99);
export const party = z.object({
  general: persons,
  senior: persons,
  disabled: persons,
  child: persons,
  infant: persons,
});
export const tripNeed = z.enum(TRIP_NEEDS);
/** What else comes along or is needed on a trip; absent: nothing. */
export const tripNeeds = z
  .array(tripNeed)
  .max(TRIP_NEEDS.length)
  .refine((needs) => new Set(needs).size === needs.length, {
    error: "named twice",
    params: { because: "named-twice" },
  })
  .optional()
  .meta({ uniqueItems: true })
  .describe("what else comes along or is needed; absent: nothing");
export const noContent = z.null();
export const tenantParams = z.object({ tenant: z.string().min(1).max(63) });
