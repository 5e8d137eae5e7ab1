import { z } from "zod";

/** 町を動かす: starts the players of the demo town, or lets it stand still. */
export const lifeCommand = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("start"),
    rate: z.union([z.literal(1), z.literal(10), z.literal(60)]).describe("how fast the demo clock runs"),
  }),
  z.object({ action: z.literal("stop") }),
]);
