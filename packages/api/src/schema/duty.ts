import { z } from "zod";
import { id, instant, party, position, seconds, serviceDate, tripNeed, yen } from "./basics.ts";
import { outOfService } from "./instruction.ts";
import { need } from "./person.ts";
import { bookingState, fare } from "./trip.ts";

const fareMeans = z.enum(["cash", "cashless"]);

/** What was collected, by what it was paid with. */
export const takings = z.object({ cash: yen, cashless: yen });

export const taskRider = z.object({
  bookingId: id,
  /** As the driver calls the rider; only on the day of the ride. */
  calledName: z.string(),
  party,
  wheelchairs: z.int(),
  fare,
  collected: yen.nullable(),
  payment: z
    .object({ eventId: id, means: fareMeans })
    .nullable()
    .optional()
    .describe("the event that recorded what was collected, to be taken back when it is corrected"),
  needs: z
    .array(z.enum([...tripNeed.options, ...need.options]))
    .optional()
    .describe("of the trip, then for the driver of the day what the member's record adds"),
  boardingCode: z.string(),
  state: bookingState,
  actions: z.array(z.enum(["board", "alight", "no-show", "collect"])),
  noShowFrom: instant.optional(),
});

/** One stop of the duty with everything to do there. */
export const tripTask = z.object({
  stopId: id,
  plannedAt: instant,
  leaveNotBefore: instant
    .nullable()
    .describe("the latest opening of the promises at this stop; leaving earlier would break one"),
  state: z.enum(["done", "here", "next", "later"]),
  boards: z.array(taskRider),
  alights: z.array(taskRider),
});

export const dutySheet = z.object({
  serviceDate,
  version: z.int(),
  acknowledged: z.int().describe("the plan version that the terminal has shown to the driver"),
  duty: z
    .object({
      id,
      vehicleId: id,
      startsAt: instant,
      endsAt: instant,
      trackedFrom: instant
        .optional()
        .describe(
          "from when the terminal tells where the vehicle is: on the way out to the day's first duty",
        ),
      delay: seconds,
      outOfService: outOfService.nullable().describe("a dispatcher has taken the vehicle out of service"),
    })
    .nullable()
    .describe("null: no duty on this day"),
  tasks: z.array(tripTask),
  fareDue: yen,
  fareCollected: yen,
  takings: takings.optional(),
  lastEventId: id.nullable().describe("the step that can be undone"),
  lastStep: z
    .object({
      kind: z.string(),
      bookingId: id.nullable(),
      stopId: id.nullable(),
      givenUp: z
        .array(tripTask)
        .optional()
        .describe("of a no-show: the boarding and the alighting that are to do again when it is taken back"),
    })
    .nullable()
    .optional()
    .describe("what that step was"),
});

export const taskEventInput = z.intersection(
  z.object({ id, dutyId: id, at: instant }),
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("arrived"), stopId: id }),
    z.object({ kind: z.literal("boarded"), bookingId: id }),
    z.object({ kind: z.literal("alighted"), bookingId: id }),
    z.object({ kind: z.literal("no-show"), bookingId: id }),
    z.object({
      kind: z.literal("fare-collected"),
      bookingId: id,
      amount: z.int().min(0).max(1_000_000),
      means: fareMeans,
      reason: z
        .enum(["other-class", "other-party", "short", "mistyped", "other"])
        .optional()
        .describe("why the amount is another than due, or than recorded before"),
    }),
    z.object({
      kind: z.literal("delayed"),
      by: z
        .int()
        .min(0)
        .max(4 * 3600),
      cause: z.enum(["traffic", "weather", "boarding", "vehicle", "other"]),
    }),
    z.object({ kind: z.literal("undone"), eventId: id }),
  ]),
);

export const taskEvents = z.object({ events: z.array(taskEventInput).min(1).max(500) });

export const taskEventResults = z.object({
  results: z.array(
    z.object({
      id,
      outcome: z.enum(["recorded", "repeated", "refused"]),
      rejection: z.looseObject({ kind: z.string() }).optional(),
    }),
  ),
});

export const positionReport = position.extend({
  at: instant,
  accuracy: z.number().min(0).max(100_000).optional(),
});
