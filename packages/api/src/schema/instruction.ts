import { z } from "zod";
import { id, instant, seconds, serviceDate } from "./basics.ts";

const reason = z.enum(["breakdown", "accident", "driver", "inspection", "weather", "other"]);

export const outOfService = z.object({ from: instant, reason });

export const instructionKind = z.enum(["take-out", "bring-back", "move"]);

/** What a dispatcher says; an instant that has passed means now. */
export const instruction = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("take-out"), dutyId: id, from: instant.optional(), reason }),
  z.object({ kind: z.literal("bring-back"), dutyId: id }),
  z.object({ kind: z.literal("move"), bookingId: id, dutyId: id }),
  z.object({ kind: z.literal("undo") }),
]);

export const instructionOn = z.object({ serviceDate, instruction });

const fate = z.object({
  dutyId: id.nullable().describe("null: no vehicle"),
  pickupAt: instant.nullable(),
  dropoffAt: instant.nullable(),
  late: seconds.describe("by how much the promise is foreseen to fail"),
});

/** What it does, or the rule that stands against it; `version` is that of the plan it was asked of, or made. */
export const instructionAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("instructed"),
    version: z.int(),
    effects: z.array(z.object({ bookingId: id, before: fate, after: fate })),
    atRisk: z.array(id),
    stranded: z.array(id),
  }),
  z.object({
    kind: z.literal("refused"),
    version: z.int(),
    rejection: z.looseObject({ kind: z.string() }),
  }),
  /** The plan has moved on since the preview: look again. */
  z.object({ kind: z.literal("overtaken"), version: z.int() }),
]);
