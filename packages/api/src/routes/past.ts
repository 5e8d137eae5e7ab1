import { z } from "zod";
import { route } from "../route.ts";
import { id, instant, serviceDate, tenantParams } from "../schema/basics.ts";
import { bookingHistory, pastBoard, pastDay } from "../schema/past.ts";
import { CONSOLE, T } from "./who.ts";

const LOOKERS_BACK = [...CONSOLE, "auditor"] as const;

/** What was: a booking's history, and any day as it was known at any moment. */
export const pastRoutes = {
  getBookingHistory: route({
    method: "GET",
    path: `${T}/bookings/:bookingId/history`,
    summary: "Everything that was decided, done and told about a booking",
    access: LOOKERS_BACK,
    params: tenantParams.extend({ bookingId: id }),
    response: bookingHistory,
  }),
  getPastDay: route({
    method: "GET",
    path: `${T}/past-days/:serviceDate`,
    summary: "A day until now as it was: what was decided when, calls, refusals, where vehicles were",
    access: LOOKERS_BACK,
    params: tenantParams.extend({ serviceDate }),
    response: pastDay,
  }),
  getPastBoard: route({
    method: "GET",
    path: `${T}/past-days/:serviceDate/board`,
    summary: "The board of a day as it was known at a moment, without names",
    access: LOOKERS_BACK,
    params: tenantParams.extend({ serviceDate }),
    query: z.object({ at: instant }),
    response: pastBoard,
  }),
} as const;
