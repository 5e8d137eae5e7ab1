import { z } from "zod";
import { route } from "../route.ts";
import { approach } from "../schema/approach.ts";
import { id, tenantParams } from "../schema/basics.ts";
import { T } from "./who.ts";

/** The day of the ride, as its rider follows it. */
export const approachRoutes = {
  getMyApproach: route({
    method: "GET",
    path: `${T}/my/bookings/:bookingId/approach`,
    summary: "Where the vehicle of an own booking is, and between when it comes; null when the ride is over",
    access: ["rider"],
    params: tenantParams.extend({ bookingId: id }),
    response: z.object({ approach: approach.nullable() }),
  }),
} as const;
