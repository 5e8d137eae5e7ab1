import { z } from "zod";
import { route } from "../route.ts";
import { serviceDate, tenantParams } from "../schema/basics.ts";
import { taskEventResults } from "../schema/duty.ts";
import { paperEvents, runSheet } from "../schema/paper.ts";
import { DISPATCHERS, T } from "./who.ts";

/** Going on with paper when terminals or the server fail, and entering it later. */
export const paperRoutes = {
  getRunSheet: route({
    method: "GET",
    path: `${T}/run-sheet`,
    summary: "The run sheet of a day for printing, one part for each duty",
    access: DISPATCHERS,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: runSheet,
  }),
  enterPaperEvents: route({
    method: "POST",
    path: `${T}/paper-events`,
    summary: "Enter what a driver has written on paper, with its times",
    access: DISPATCHERS,
    params: tenantParams,
    body: paperEvents,
    response: taskEventResults,
  }),
} as const;
