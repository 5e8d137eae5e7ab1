import { z } from "zod";
import { id, instant, seconds, serviceDate } from "./basics.ts";
import { bookingState } from "./trip.ts";

const no = z.int().min(1).max(1_000_000).describe("counted from 1 without a gap by the tablet");
/** A tablet's clock may show any year: what it said is kept, which instant counts the server decides. */
const claimed = z.iso.datetime({ offset: true }).describe("RFC 3339 with offset, of any year");
/** From one end of the years of four digits to the other. */
const DRIFT_MOST = 316_000_000_000;
const drift = z
  .int()
  .min(-DRIFT_MOST)
  .max(DRIFT_MOST)
  .describe("by how many seconds the tablet's clock has been set since");

/** What a tablet recorded, with and without a network: taken in once, in the order of the numbers. */
export const deviceLogBatch = z.object({
  logId: id.describe("the tablet's own id of its log"),
  oldest: no.describe("the lowest number that the tablet still has"),
  sentAt: claimed.describe("the present by the tablet's clock, RFC 3339 with offset, of any year"),
  entries: z
    .array(
      z.object({
        no,
        drift: drift.default(0),
        event: z
          .looseObject({ id, at: claimed, kind: z.string().min(1).max(40), dutyId: id.optional() })
          .describe(
            "as `recordTaskEvents` takes it, or `stop-reported`, `office-told`, `message-read`; of anything else is noted that it came",
          ),
      }),
    )
    .min(1)
    .max(200),
});

export const deviceLogAnswer = z.object({
  takenIn: z.int().min(0).describe("every entry up to this number is kept for good"),
  forked: z
    .boolean()
    .describe("another tablet has written the same log: go on under a new id, from number 1"),
  results: z.array(
    z.object({
      no,
      id,
      outcome: z.enum(["recorded", "repeated", "told-before", "refused"]),
      rejection: z.looseObject({ kind: z.string() }).optional(),
    }),
  ),
});

const settlement = z.enum(["taken", "stands", "withdrawn"]);

/** What a tablet told and the record contradicts (記録の食い違い). */
export const conflict = z.object({
  id,
  serviceDate,
  receivedAt: instant,
  vehicleId: id.nullable(),
  /** null: the tablet has lost what it recorded. */
  deed: z
    .object({
      kind: z.string(),
      at: instant.describe("as it counts"),
      movedBy: seconds.describe("by how much the tablet's clock was put right"),
      stopId: id.nullable(),
      amount: z.int().nullable(),
    })
    .nullable(),
  because: z.looseObject({ kind: z.string() }),
  rider: z
    .object({
      bookingId: id,
      calledName: z.string().nullable().describe("for those who may see names on that day"),
      boardingCode: z.string(),
      state: bookingState,
    })
    .nullable(),
  by: z.string().nullable().describe("whose terminal told it"),
  isTakeable: z.boolean().describe("it can still be recorded as the driver told it"),
  settled: z.object({ settlement, at: instant, by: z.string().nullable() }).nullable(),
});

export const conflicts = z.object({ conflicts: z.array(conflict) });

/** `taken`: it happened as the driver told it, and what belongs to the same ride too. `stands`: the record is right. */
export const newSettlement = z.object({ settlement: z.enum(["taken", "stands"]) });
