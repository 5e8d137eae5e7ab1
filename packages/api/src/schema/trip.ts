import { z } from "zod";
import { fareClass, id, instant, party, seconds, serviceDate, tripNeeds, yen } from "./basics.ts";
import { personName, withoutMyNumber } from "./person-fields.ts";

export const tripTime = z.object({ mode: z.enum(["depart", "arrive"]), at: instant });

export const tripRequest = z.object({
  memberId: id
    .optional()
    .describe("whom the call operator, or a helper, books for; absent: riders book for themselves"),
  from: id.describe("stop id"),
  to: id.describe("stop id"),
  time: tripTime,
  companions: party.describe("everybody who rides besides the member, by fare class"),
  wheelchairs: z.int().min(0).max(9),
  needs: tripNeeds,
  replaces: id.optional().describe("the booking that this trip would replace"),
  supervised: z
    .object({ supervisor: personName, reason: withoutMyNumber(z.string().trim().min(1).max(200)) })
    .optional()
    .describe(
      "who allows the phone desk to book outside its hours, and why; kept and noted in the audit log",
    ),
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
  needs: tripNeeds,
});

const whose = z
  .string()
  .nullable()
  .describe("boarding code of the booking it is about; null: an offer that is only held");

/** Why this vehicle, and what the trip costs those who were there before. */
export const offerReason = z.object({
  driving: seconds.describe("driving that the trip adds to the vehicle's day"),
  runnerUp: z
    .object({ vehicleId: id, driving: seconds })
    .nullable()
    .describe("the next best vehicle; null: no other could take the trip"),
  delays: z
    .array(z.object({ boardingCode: whose, pickupLater: seconds, dropoffLater: seconds }))
    .describe("who comes later than before, each within what was promised"),
  moved: z.array(whose).describe("who was given another vehicle or another turn to make room"),
});

export const quote = z.object({
  id,
  trip,
  promise,
  vehicleId: id,
  fare,
  held: z.boolean(),
  expiresAt: instant,
  why: offerReason.optional().describe("for the phone desk only"),
});

/**
 * Rules and amounts as the engine names them (`Rejection` of @noriai/booking); worded by the faces. Instants inside
 * (`opensAt`, `closedAt`, `opens` of `phone-closed`) are RFC 3339 text, durations are seconds. `no-vehicle` says how sure
 * it is (`certainty`), what stands against the trip over all vehicles (`summary`) and for each vehicle (`duties`); whose
 * promise that is, is told to the phone desk by `boardingCode`, to riders never.
 */
export const rejection = z.looseObject({ kind: z.string() });

export const alternative = z.object({
  kind: z.enum(["other-time", "other-stop"]),
  time: tripTime,
  from: id,
  to: id,
  walk: z
    .object({ from: z.int(), to: z.int() })
    .describe("metres on foot from the wished stops to these, estimated"),
  pickupAt: instant,
  dropoffAt: instant,
});

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

/** Who made, changed or called off a booking. */
export const bookingAct = z.object({
  kind: z.enum(["booked", "changed", "cancelled"]),
  at: instant,
  by: z.enum(["self", "helper", "desk", "system"]).describe("self: the member whose booking it is"),
  helper: z.string().nullable().describe("the name that the member has given the helper"),
  isReader: z.boolean().describe("it was whoever reads this"),
});

/** What was seen of a booking; carried by whoever changes it. Opaque. */
export const bookingVersion = z.string().min(1).max(300);

export const booking = z.object({
  id,
  trip,
  promise,
  fare,
  state: bookingState,
  boardingCode: z.string(),
  vehicleId: id.optional(),
  movedFrom: id.optional().describe("the vehicle it was to ride in before the plan was made anew"),
  pickupAt: instant.optional().describe("as planned or foreseen now; absent once cancelled"),
  dropoffAt: instant.optional(),
  bookedAt: instant,
  channel: z.enum(["web", "phone"]),
  actions: z.array(z.enum(["change", "cancel"])).describe("what the caller may do with it now"),
  acts: z.array(bookingAct).optional().describe("in lists of a member's bookings: who did what, in order"),
  version: bookingVersion.optional().describe("in the phone desk's list of a member's bookings"),
});
