import { z } from "zod";
import { id, instant, serviceDate } from "./basics.ts";
import { booking, quote, trip, tripRequest } from "./trip.ts";

/** A refused wish that is to wait. */
export const wish = tripRequest.extend({
  until: instant.optional().describe("how long to wait; as long as the ride can be booked when left out"),
});

export const waiting = z.object({
  id,
  trip,
  since: instant,
  until: instant,
  place: z.int().min(1).describe("in the order in which riders of that date are asked"),
  letPass: z.int().describe("offers that were let pass"),
  offer: quote.nullable().describe("held until it expires; to be confirmed like any other"),
});

/** A wish that waited and came to nothing: no room until the end, or every offer let pass. */
export const vainWaiting = z.object({ id, trip, because: z.enum(["over", "let-pass"]), at: instant });

export const waitingCallMade = z.object({
  outcome: z.enum(["accepted", "declined", "left", "absent", "call-again"]),
  at: instant,
  by: z.string().describe("who called"),
});

/** `accepted` books the offer, `declined` gives it to the next, `left` ends the waiting too. */
export const waitingCall = z.object({
  quoteId: id.describe("the offer that was told"),
  outcome: waitingCallMade.shape.outcome,
});

const task = z.object({
  waitingId: id,
  calledName: z.string(),
  phone: z.string(),
  offer: quote,
  answerBy: instant.describe("afterwards the next is asked; the list is in its order"),
  calls: z.array(waitingCallMade).describe("about this offer"),
});

export const waitingTasks = z.object({
  calls: z.array(task).describe("to be called"),
  texts: z.array(task).describe("to be told by text; never called"),
  waiting: z.array(z.object({ serviceDate, count: z.int() })).describe("how many wait, by date"),
});

export const waitingCallAnswer = z.object({ booking: booking.nullable() });
