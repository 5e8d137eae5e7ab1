import { STOP_RECORD_KINDS, STOP_TASK_STEPS, STOP_TROUBLES } from "@noriai/booking";
import { z } from "zod";
import { id, instant, paperDate, party, position, serviceDate, tripNeeds } from "./basics.ts";
import { role } from "./person.ts";
import { withoutMyNumber } from "./person-fields.ts";

const trouble = z.enum(STOP_TROUBLES).describe("what is wrong with a stop");
const words = withoutMyNumber(z.string().trim().min(1).max(300));

/** 乗降ポイントの異状 as a terminal reports it; sent again with the same id it counts once. */
export const newStopReport = z.object({
  id: id.describe("the terminal's own id of the report"),
  stopId: id,
  trouble,
  words: words.optional(),
  at: instant.describe("when it was seen; later than now counts as now"),
});

const act = {
  by: z.string().nullable().describe("who of the staff; null: the system"),
  role: z.union([role, z.literal("system")]),
};

export const stopTask = z.object({
  id,
  stopId: id,
  trouble,
  state: z.enum(["open", "in-hand", "done"]),
  changedAt: instant,
  entries: z
    .array(
      z.object({
        step: z.enum(["report", ...STOP_TASK_STEPS]),
        at: instant,
        notedAt: instant.describe("when it reached us"),
        words: z.string().nullable(),
        vehicleId: id.nullable(),
        ...act,
      }),
    )
    .describe("in the order in which they reached us; the first opened the task"),
});

export const stopTaskStep = z.object({ step: z.enum(STOP_TASK_STEPS), words: words.optional() });

/** 設置記録 */
export const newStopRecord = z.object({
  kind: z.enum(STOP_RECORD_KINDS),
  on: paperDate,
  words: words.optional(),
});
export const stopRecord = z.object({
  kind: z.enum(STOP_RECORD_KINDS),
  on: serviceDate,
  words: z.string().nullable(),
  notedAt: instant,
  ...act,
});

/** How it stands with the marker of a stop. */
export const placement = z.object({
  stopId: id,
  placedOn: serviceDate.nullable(),
  photoOn: serviceDate.nullable(),
  consentOn: serviceDate.nullable(),
  winter: z
    .object({ on: serviceDate, isFit: z.boolean() })
    .nullable()
    .describe("the last look of this winter"),
  missing: z.array(z.enum(["marker", "photo", "consent", "winter-check", "winter-unfit"])),
});

/** A photo of the place; without people, as small as a phone needs it. */
export const newStopPhoto = z.object({
  takenOn: paperDate,
  words: words.optional(),
  picture: z
    .base64()
    .min(1)
    .max(61_440)
    .describe("JPEG in base64; what a camera writes beside it is left out"),
});

/** What everybody may know of a stop at this moment. */
export const stopMoment = z.object({
  asOf: instant,
  photo: z.object({ takenOn: serviceDate }).nullable(),
  closures: z.array(
    z.object({
      from: instant,
      until: instant,
      reason: z.enum(["road-works", "snow", "accident", "event", "other"]),
    }),
  ),
  troubles: z.array(trouble).describe("reported and not yet mended"),
  arrivals: z
    .array(z.object({ about: instant }))
    .describe("only those that as many members share as a published number needs; never one household's"),
});

/** 空き状況 */
export const hourOpenings = z.object({
  asOf: instant,
  hours: z.array(
    z.object({
      from: instant,
      to: instant,
      state: z
        .enum(["open", "few", "full", "closed"])
        .describe("places at every, some or none of its times; closed: nothing can be asked for"),
      first: instant.nullable().describe("the first time in it at which there was a place"),
    }),
  ),
});

/** 帰りは「終わったら呼ぶ」: nothing is kept for it. */
export const openReturn = z.object({
  bookingId: id.describe("of the way out"),
  serviceDate,
  from: id,
  to: id,
  party,
  wheelchairs: z.int(),
  needs: tripNeeds,
  outBy: instant.describe("when the way out is over at the latest"),
  wished: z.boolean().describe("false: it may be wished for"),
  callFrom: instant
    .nullable()
    .describe("the first time that can be asked for at this moment; null: not on this day"),
});

/** A place of the town by its name. */
export const addressPoint = z.object({ name: z.string(), position });
