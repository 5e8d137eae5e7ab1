import { z } from "zod";
import { id, instant, seconds, serviceDate } from "./basics.ts";

const reason = z.enum(["breakdown", "accident", "driver", "inspection", "weather", "other"]);

export const outOfService = z.object({ from: instant, reason });

const closureReason = z.enum(["road-works", "snow", "accident", "event", "other"]);

export const stopClosure = z.object({ stopId: id, from: instant, until: instant, reason: closureReason });

const KINDS = [
  "take-out",
  "bring-back",
  "move",
  "pin",
  "unpin",
  "wait",
  "change-vehicle",
  "add-duty",
  "close-stop",
  "open-stop",
] as const;

export const instructionKind = z.enum(KINDS);

const turn = z
  .object({ pickup: z.int().min(0), dropoff: z.int().min(0) })
  .describe(
    "how many of the visits ahead of the vehicle, the rider's own left out, come before each of the two",
  );

/** What a dispatcher says; an instant that has passed means now. */
export const instruction = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("take-out"),
    dutyId: id,
    from: instant.optional(),
    reason,
    restOfDay: z.literal(true).optional().describe("the vehicle's later duties too"),
  }),
  z.object({ kind: z.literal("bring-back"), dutyId: id, restOfDay: z.literal(true).optional() }),
  z.object({
    kind: z.literal("move"),
    bookingId: id,
    dutyId: id,
    place: turn.optional().describe("the cheapest place when left out"),
  }),
  z.object({ kind: z.literal("pin"), bookingId: id }),
  z.object({ kind: z.literal("unpin"), bookingId: id }),
  z.object({ kind: z.literal("wait"), bookingId: id, until: instant }),
  z.object({ kind: z.literal("change-vehicle"), dutyId: id, vehicleId: id }),
  z.object({ kind: z.literal("add-duty"), vehicleId: id, from: instant, until: instant }),
  z.object({ kind: z.literal("close-stop"), stopId: id, until: instant, reason: closureReason }),
  z.object({ kind: z.literal("open-stop"), stopId: id }),
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
