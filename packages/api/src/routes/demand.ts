import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import { demand, leftSearch } from "../schema/demand.ts";
import { BOOKERS, REPORTS, T } from "./who.ts";

const range = z.object({ from: serviceDate, to: serviceDate });

/** Demand that was not met, and whether everybody is served alike. */
export const demandRoutes = {
  getDemand: route({
    method: "GET",
    path: `${T}/demand`,
    summary: "Unmet demand by hour, stop pair and reason; acceptance and waiting by group",
    access: REPORTS,
    params: tenantParams,
    query: range,
    response: demand,
  }),
  getDemandCsv: route({
    method: "GET",
    path: `${T}/demand.csv`,
    summary: "The same figures as CSV",
    access: REPORTS,
    params: tenantParams,
    query: range.extend({ encoding: z.enum(["utf-8", "shift_jis"]).default("utf-8") }),
    response: { media: "text/csv" },
  }),
  leaveSearch: route({
    method: "PUT",
    path: `${T}/searches/:searchId`,
    summary: "A search was left before anything was asked for, or taken up again",
    access: BOOKERS,
    params: tenantParams.extend({ searchId: id }),
    body: leftSearch,
    response: noContent,
  }),
} as const;
