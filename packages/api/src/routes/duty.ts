import { z } from "zod";
import { route } from "../route.ts";
import { noContent, tenantParams } from "../schema/basics.ts";
import { dutyLine } from "../schema/board.ts";
import { dutySheet, positionReport, taskEventResults, taskEvents } from "../schema/duty.ts";
import { T } from "./who.ts";

/** The driver's terminal. */
export const dutyRoutes = {
  getDutySheet: route({
    method: "GET",
    path: `${T}/duty`,
    summary: "Today's tasks of the driver's vehicle",
    access: ["driver"],
    params: tenantParams,
    response: dutySheet,
  }),
  recordTaskEvents: route({
    method: "POST",
    path: `${T}/duty/events`,
    summary: "Record what happened; each event counts once",
    access: ["driver"],
    params: tenantParams,
    body: taskEvents,
    response: taskEventResults,
  }),
  acknowledgePlan: route({
    method: "POST",
    path: `${T}/duty/acknowledgement`,
    summary: "The terminal has shown this plan version",
    access: ["driver"],
    params: tenantParams,
    body: z.object({ version: z.int().min(0) }),
    response: noContent,
  }),
  reportPosition: route({
    method: "POST",
    path: `${T}/duty/position`,
    summary: "Where the vehicle is",
    access: ["driver"],
    params: tenantParams,
    body: positionReport,
    response: noContent,
  }),
  getMyDutyLine: route({
    method: "GET",
    path: `${T}/duty/line`,
    summary: "The road path of the driver's remaining stops",
    access: ["driver"],
    params: tenantParams,
    response: dutyLine,
  }),
} as const;
