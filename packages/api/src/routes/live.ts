import { z } from "zod";
import { route } from "../route.ts";
import { tenantParams } from "../schema/basics.ts";
import { T } from "./who.ts";

/** What changed, as it changes. */
export const liveRoutes = {
  follow: route({
    method: "GET",
    path: `${T}/live`,
    summary: "Server-sent events: what changed, to be fetched again",
    access: "signed-in",
    params: tenantParams,
    query: z.object({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .optional()
        .describe("`lastUpdateId` of the session; a page that comes back with Last-Event-ID has a later one"),
    }),
    response: { media: "text/event-stream" },
  }),
} as const;
