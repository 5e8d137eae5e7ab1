import { z } from "zod";

/**
 * A live update: one unnamed server-sent event with this as its data (`onmessage`). It carries no personal data: the
 * face fetches again what it may see. `id` lines are for `Last-Event-ID`; `clock` events have none.
 */
export const liveEvent = z.discriminatedUnion("topic", [
  z.object({ topic: z.literal("plan"), serviceDate: z.string(), version: z.int() }),
  z.object({ topic: z.literal("position"), vehicleId: z.string() }),
  z.object({ topic: z.literal("terminal-state"), vehicleId: z.string() }),
  z.object({ topic: z.literal("acknowledged"), dutyId: z.string(), version: z.int() }),
  z.object({ topic: z.literal("delay-list") }),
  z.object({ topic: z.literal("waiting") }),
  z.object({ topic: z.literal("driver-messages"), dutyId: z.string() }),
  z.object({ topic: z.literal("notices") }),
  z.object({ topic: z.literal("call"), callId: z.string(), state: z.enum(["ringing", "taken", "ended"]) }),
  z.object({ topic: z.literal("intake") }),
  z.object({ topic: z.literal("recurring") }),
  z.object({ topic: z.literal("conflicts") }),
  z.object({ topic: z.literal("crew") }),
  z.object({ topic: z.literal("terminals") }),
  z.object({ topic: z.literal("stops") }),
  z.object({ topic: z.literal("clock") }),
]);

export type LiveEvent = z.infer<typeof liveEvent>;
