import { z } from "zod";
import { id, instant, position, seconds, serviceDate, yen } from "./basics.ts";
import { board } from "./board.ts";
import { delayCallMade, toldTimes } from "./delay.ts";
import { driverMessage } from "./driver-message.ts";
import { trip } from "./trip.ts";

const by = z.object({
  role: z.string().nullable().describe("null: from before it was kept"),
  name: z.string().nullable().describe("of staff; nobody else is named"),
  onBehalf: z.boolean().optional().describe("a helper of the member whose booking it is"),
});

const entry = z.object({ at: instant, by });
const told = z.object({ trip, promise: toldTimes });

/** One thing that was decided, done or told about a booking, without names. */
export const historyEntry = z.discriminatedUnion("kind", [
  entry.extend({
    kind: z.literal("offered"),
    forChange: z.boolean(),
    channel: z.enum(["web", "phone"]),
    trip,
    promise: toldTimes,
    expiresAt: instant,
  }),
  entry.extend({ kind: z.literal("offer-closed"), because: z.string() }),
  entry.extend({ kind: z.literal("booked"), promise: toldTimes, vehicleId: id.nullable() }),
  entry.extend({ kind: z.literal("changed"), before: told, after: told, vehicleId: id.nullable() }),
  entry.extend({ kind: z.literal("cancelled"), state: z.string() }),
  entry.extend({
    kind: z.literal("moved"),
    because: z.string().describe("the kind of decision, or of instruction, by which it was given elsewhere"),
    from: id.nullable().describe("the vehicle before; null: none"),
    to: id.nullable(),
  }),
  entry.extend({ kind: z.literal("instructed"), instruction: z.string() }),
  entry.extend({
    kind: z.literal("driven"),
    event: z.string(),
    undone: z.string().nullable().describe("what was taken back, when `event` is `undone`"),
    amount: yen.nullable(),
    recordedAt: instant,
  }),
  entry.extend({ kind: z.literal("delayed"), late: seconds, cause: z.string() }),
  entry.extend({
    kind: z.literal("called"),
    outcome: delayCallMade.shape.outcome,
    told: delayCallMade.shape.told,
  }),
]);

export const bookingHistory = z.object({
  bookingId: id,
  serviceDate,
  boardingCode: z.string(),
  state: z.string(),
  complete: z.boolean().describe("false: the day was begun before everything was kept"),
  entries: z.array(historyEntry),
});

/** One decision of a day, for the list of moments. */
const moment = z.object({
  no: z.int(),
  at: instant,
  by,
  kind: z.string(),
  instruction: z.string().nullable(),
  event: z.string().nullable().describe("what the driver recorded"),
  boardingCode: z.string().nullable(),
  vehicleId: id.nullable(),
  refused: z.boolean(),
  version: z.int(),
});

export const pastDay = z.object({
  serviceDate,
  complete: z
    .boolean()
    .describe("false: the day was begun before everything was kept, or what was kept was altered"),
  from: instant.describe("where the slider begins"),
  until: instant,
  moments: z.array(moment),
  calls: z.array(delayCallMade.extend({ boardingCode: z.string() })),
  messages: z.array(
    driverMessage.pick({ id: true, to: true, priority: true, content: true, sentAt: true }).extend({
      vehicleId: id.nullable(),
      shownAt: instant.nullable(),
      readAt: instant.nullable(),
    }),
  ),
  phoneCalls: z
    .array(
      z.object({
        beganAt: instant,
        answered: z.boolean(),
        endedAt: instant.nullable(),
        outcome: z.string().nullable().describe("null: nobody answered, or what came of it was never noted"),
        bookings: z.int().describe("how many bookings came of it"),
      }),
    )
    .describe("at the phone desk, without who called"),
  refusals: z.array(
    z.object({ at: instant, trip, channel: z.enum(["web", "phone"]), reasons: z.array(z.string()) }),
  ),
  trails: z.array(z.object({ vehicleId: id, points: z.array(position.extend({ at: instant })) })),
});

/** The board as it was known at a moment. */
export const pastBoard = z.object({ at: instant, board });
