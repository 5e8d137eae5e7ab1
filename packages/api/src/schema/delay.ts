import { z } from "zod";
import { id, instant, seconds, serviceDate } from "./basics.ts";
import { trip } from "./trip.ts";

/** The times that a rider is told in place of the promised ones. */
export const toldTimes = z.object({ pickupFrom: instant, pickupTo: instant, arriveBy: instant });

/** What is said in a call: other times, or that no vehicle comes. */
const told = z.union([toldTimes, z.literal("stranded")]);

export const delayCallMade = z.object({
  outcome: z.enum(["reached", "absent", "call-again"]),
  at: instant,
  by: z.string().describe("who called"),
  told: told.nullable(),
});

/** What was told goes with a rider who was reached, and with nobody else. */
export const delayCall = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("reached"), told }),
  z.object({ outcome: z.literal("absent") }),
  z.object({ outcome: z.literal("call-again") }),
]);

const rider = z.object({
  bookingId: id,
  calledName: z.string(),
  phone: z.string(),
  trip,
  boardingCode: z.string(),
  promised: toldTimes,
  deadline: instant.describe("the first promised instant that will be missed"),
  calls: z.array(delayCallMade),
});
const carried = rider.extend({ vehicleId: id, tell: toldTimes.describe("what to say now") });
const entry = z.discriminatedUnion("kind", [
  rider
    .extend({ kind: z.literal("stranded"), tell: z.literal("stranded") })
    .describe("no vehicle comes; first on the list"),
  carried
    .extend({ kind: z.literal("found") })
    .describe("a vehicle comes after all: the rider was told that none does"),
  carried.extend({
    kind: z.literal("late"),
    lateBy: seconds,
    cause: z.enum(["traffic", "weather", "boarding", "vehicle", "other"]).nullable(),
  }),
]);

export const delayList = z.object({
  serviceDate,
  calls: z.array(entry).describe("to be called, most urgent first"),
  texts: z.array(entry).describe("to be told by text; never called"),
  workedOff: z.array(
    z.object({
      bookingId: id,
      calledName: z.string(),
      boardingCode: z.string(),
      calls: z.array(delayCallMade),
    }),
  ),
  aboard: z.int().describe("riders aboard who will be late; their driver tells them"),
});
