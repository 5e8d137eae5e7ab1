import { z } from "zod";

/** A live update. It carries no personal data: the face fetches again what it may see. */
export const liveEvent = z.discriminatedUnion("topic", [
  z.object({ topic: z.literal("plan"), serviceDate: z.string(), version: z.int() }),
  z.object({ topic: z.literal("position"), vehicleId: z.string() }),
  z.object({ topic: z.literal("acknowledged"), dutyId: z.string(), version: z.int() }),
  z.object({ topic: z.literal("clock") }),
]);

export type LiveEvent = z.infer<typeof liveEvent>;
