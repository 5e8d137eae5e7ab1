import { z } from "zod";
import { id, instant, seconds, serviceDate } from "./basics.ts";
import { trip } from "./trip.ts";

/** The times that a rider is told in place of the promised ones. */
export const toldTimes = z.object({ pickupFrom: instant, pickupTo: instant, arriveBy: instant });

export const delayCallMade = z.object({
  outcome: z.enum(["reached", "absent", "call-again"]),
  at: instant,
  by: z.string().describe("who called"),
  told: toldTimes.nullable(),
});

/** Told times go with a rider who was reached, and with nobody else. */
export const delayCall = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("reached"), told: toldTimes }),
  z.object({ outcome: z.literal("absent") }),
  z.object({ outcome: z.literal("call-again") }),
]);

const entry = z.object({
  bookingId: id,
  calledName: z.string(),
  phone: z.string(),
  trip,
  vehicleId: id,
  boardingCode: z.string(),
  promised: toldTimes,
  deadline: instant.describe("the first promised instant that will be missed; the list is in its order"),
  lateBy: seconds,
  tell: toldTimes.describe("what to say now"),
  cause: z.enum(["traffic", "weather", "boarding", "vehicle", "other"]).nullable(),
  calls: z.array(delayCallMade),
});

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
