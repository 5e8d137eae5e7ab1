import { z } from "zod";
import { route } from "../route.ts";
import { serviceDate, tenantParams } from "../schema/basics.ts";
import { auditEntry, usageReport } from "../schema/board.ts";
import { REPORTS, T } from "./who.ts";

/** What came of it: report, CSV, audit log. */
export const reportRoutes = {
  getReport: route({
    method: "GET",
    path: `${T}/report`,
    summary: "Boarding records and usage results",
    access: REPORTS,
    params: tenantParams,
    query: z.object({ from: serviceDate, to: serviceDate }),
    response: usageReport,
  }),
  getReportCsv: route({
    method: "GET",
    path: `${T}/report.csv`,
    summary: "Boarding records as CSV",
    access: REPORTS,
    params: tenantParams,
    query: z.object({
      from: serviceDate,
      to: serviceDate,
      encoding: z.enum(["utf-8", "shift_jis"]).default("utf-8"),
    }),
    response: { media: "text/csv" },
  }),
  listAudit: route({
    method: "GET",
    path: `${T}/audit`,
    summary: "Audit log, latest first, without personal values",
    access: ["municipality", "auditor"],
    params: tenantParams,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      before: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .describe("only older entries: the id of the last one of the page before"),
    }),
    response: z.object({ entries: z.array(auditEntry) }),
  }),
} as const;
