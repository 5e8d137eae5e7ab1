import { z } from "zod";
import { fareClass, id, instant, party, serviceDate, yen } from "./basics.ts";

export const tripTime = z.object({ mode: z.enum(["depart", "arrive"]), at: instant });

export const tripRequest = z.object({
  memberId: id.optional().describe("whom the call operator books for; riders book for themselves"),
  from: id.describe("stop id"),
  to: id.describe("stop id"),
  time: tripTime,
  companions: party.describe("everybody who rides besides the member, by fare class"),
  wheelchairs: z.int().min(0).max(9),
  replaces: id.optional().describe("the booking that this trip would replace"),
});

export const fare = z.object({
  lines: z.array(z.object({ fareClass, count: z.int(), unit: yen })),
  total: yen,
});

export const promise = z.object({
  pickupFrom: instant,
  pickupTo: instant,
  arriveBy: instant,
});

export const trip = z.object({
  serviceDate,
  from: id,
  to: id,
  time: tripTime,
  party,
  wheelchairs: z.int(),
});

export const quote = z.object({
  id,
  trip,
  promise,
  vehicleId: id,
  fare,
  held: z.boolean(),
  expiresAt: instant,
});

/**
 * Rules and amounts as the engine names them (`Rejection` of @noriai/booking); worded by the faces. Instants inside
 * (`opensAt`, `closedAt`, `opens` of `phone-closed`) are RFC 3339 text, durations are seconds.
 */
export const rejection = z.looseObject({ kind: z.string() });

export const alternative = z.object({ time: tripTime, pickupAt: instant, dropoffAt: instant });

export const refusal = z.object({
  id,
  trip,
  rejections: z.array(rejection),
  alternatives: z.array(alternative),
});

export const quoteAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("quote"), quote }),
  z.object({ kind: z.literal("refusal"), refusal }),
]);

export const bookingState = z.enum([
  "confirmed",
  "boarding",
  "riding",
  "completed",
  "cancelled_by_rider",
  "cancelled_by_operator",
  "no_show",
  "suspended",
]);

export const booking = z.object({
  id,
  trip,
  promise,
  fare,
  state: bookingState,
  boardingCode: z.string(),
  vehicleId: id.optional(),
  pickupAt: instant.optional().describe("as planned or foreseen now; absent once cancelled"),
  dropoffAt: instant.optional(),
  bookedAt: instant,
  channel: z.enum(["web", "phone"]),
  actions: z.array(z.enum(["change", "cancel"])).describe("what the caller may do with it now"),
});
