import { z } from "zod";
import { id, instant, paperDate, serviceDate } from "./basics.ts";
import { personName } from "./person-fields.ts";
import { tripTime } from "./trip.ts";

/** As a telephone system knows it, in any spelling. */
export const phoneNumber = z
  .string()
  .trim()
  .regex(/^[+＋]?[\d０-９\s()（）‐‑–—ー−－-]{3,30}$/u);

export const callId = z.object({ callId: id });

export const callOutcome = z.enum([
  "booked",
  "changed",
  "cancelled",
  "information",
  "refused",
  "waiting",
  "nuisance",
]);

const doubtKind = z.enum([
  "duplicate",
  "too-close",
  "half-day-slip",
  "unusual-hour",
  "missing-wheelchair",
  "forgotten-return",
  "closed-facility",
]);

export const callEnd = z.object({
  outcome: callOutcome,
  memberId: id.optional(),
  delegateId: id.optional().describe("who spoke in the member's name"),
  bookingIds: z.array(id).max(20).describe("made, changed or cancelled in this call"),
  doubts: z.array(doubtKind).max(20).describe("asked once more, and confirmed by the caller"),
});

export const callRecord = z.object({
  id,
  beganAt: instant,
  takenAt: instant.nullable().describe("null: nobody has taken it"),
  takenBy: z.string().nullable(),
  endedAt: instant.nullable(),
  outcome: callOutcome.nullable(),
  memberId: id.nullable(),
  memberName: z.string().nullable(),
  onBehalf: z.boolean().describe("somebody spoke in the member's name"),
  bookings: z.int(),
});

export const callLog = z.object({ serviceDate, calls: z.array(callRecord) });

export const relation = z.enum(["family", "care-manager", "facility", "other"]);
export const consentWay = z.enum(["phone", "paper", "in-person"]);

export const newDelegate = z.object({
  name: personName,
  relation,
  consentedOn: paperDate,
  consentedHow: consentWay,
});

export const delegate = newDelegate.extend({
  id,
  name: z.string(),
  consentedHow: z.enum([...consentWay.options, "app"]).describe("app: by the member, on the web"),
});

const mend = z
  .object({ time: tripTime.optional(), wheelchairs: z.int().optional() })
  .describe("the wish as it was probably meant");

/** What to ask the caller once more. Nothing is refused for it. */
export const doubt = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("duplicate"), bookingId: id }),
  z.object({ kind: z.literal("too-close"), bookingId: id }),
  z.object({ kind: z.literal("half-day-slip"), meant: instant, mend }),
  z.object({ kind: z.literal("unusual-hour"), usual: instant, mend }),
  z.object({
    kind: z.literal("missing-wheelchair"),
    because: z.enum(["rides", "record"]),
    usual: z.int(),
    mend,
  }),
  z.object({ kind: z.literal("forgotten-return"), usual: instant }),
  z.object({
    kind: z.literal("closed-facility"),
    stopId: id,
    name: z.string(),
    because: z.enum(["weekday", "holiday"]),
    open: serviceDate.nullable(),
    mend: mend.optional(),
  }),
]);
