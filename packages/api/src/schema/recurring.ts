import { z } from "zod";
import { id, instant, party, serviceDate, tripNeeds } from "./basics.ts";
import { alternative, bookingState, fare, promise, rejection } from "./trip.ts";

const time = z.object({
  mode: z.enum(["depart", "arrive"]),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe("time of day in the service's time zone, HH:MM"),
});

/** What a recurring wish (定期予約) asks for on each of its dates. */
export const recurringTerms = z.object({
  weekdays: z.array(z.int().min(1).max(7)).max(7).describe("ISO weekdays, 1 Monday … 7 Sunday"),
  first: serviceDate,
  last: serviceDate,
  from: id.describe("stop id"),
  to: id.describe("stop id"),
  time,
  back: time.optional().describe("the ride back between the same stops"),
  companions: party.describe("everybody who rides besides the member, by fare class"),
  wheelchairs: z.int().min(0).max(9),
  needs: tripNeeds,
});

const whose = id
  .optional()
  .describe("whom the call operator, or a helper, asks for; absent: riders ask for themselves");

export const newRecurring = recurringTerms.extend({ memberId: whose });

export const recurringToTry = newRecurring.extend({
  recurringId: id.optional().describe("the wish that these terms would change"),
});

const leg = z.enum(["out", "back"]);
export const recurringRideKey = z.object({ serviceDate, leg });

const notDue = z
  .enum(["left-out", "period", "weekday", "holiday", "suspension"])
  .nullable()
  .describe("why nothing is asked for on this date; null: it is");

const asksAt = instant.describe("when its rides are asked for: the opening of the booking window");

/** What came of a ride of the wish. */
export const recurringRide = z.object({
  leg,
  time: z.object({ mode: z.enum(["depart", "arrive"]), at: instant }),
  bookingId: id.nullable(),
  state: bookingState.nullable().describe("of the booking; null: there is none"),
  promise: promise.nullable(),
  refused: z.boolean().describe("the last asking came to nothing; a booking beside it is the former one"),
  rejections: z.array(rejection),
  alternatives: z.array(alternative),
});

export const recurringWish = recurringTerms.extend({
  id,
  channel: z.enum(["web", "phone"]),
  ended: instant.nullable(),
  dates: z
    .array(z.object({ serviceDate, notDue, asksAt, rides: z.array(recurringRide) }))
    .describe("the next dates from today on"),
  more: z.int().describe("dates after those"),
});

/** What would come of each date; nothing is held for it. */
export const recurringOutlook = z.object({
  dates: z.array(
    z.object({
      serviceDate,
      notDue,
      asksAt: asksAt.nullable(),
      legs: z.array(
        z.object({
          leg,
          kind: z.enum(["offer", "refusal"]),
          promise: promise.nullable(),
          fare: fare.nullable(),
          rejections: z.array(rejection),
          alternatives: z.array(alternative),
        }),
      ),
    }),
  ),
  more: z.int().describe("dates after those that were not tried"),
});

/** Rides that were refused and of which nobody has told the rider. */
export const recurringTasks = z.object({
  tasks: z.array(
    recurringRide.extend({
      recurringId: id,
      serviceDate,
      memberId: id,
      calledName: z.string(),
      phone: z.string(),
      contact: z.enum(["phone", "text"]),
      channel: z.enum(["web", "phone"]),
      from: id,
      to: id,
    }),
  ),
});
