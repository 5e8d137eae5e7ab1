import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import { conflicts, deviceLogAnswer, deviceLogBatch, newSettlement } from "../schema/device-log.ts";
import { DISPATCHERS, T } from "./who.ts";

const ofConflict = tenantParams.extend({ conflictId: id });

/** What terminals recorded, with and without a network, and what contradicts it. 仕様書 3-(2)-③ */
export const deviceLogRoutes = {
  sendDeviceLog: route({
    method: "POST",
    path: `${T}/duty/log`,
    summary: "Entries of a tablet's log; each is taken in once, in the order of the numbers",
    access: ["driver"],
    params: tenantParams,
    body: deviceLogBatch,
    response: deviceLogAnswer,
  }),
  listMyConflicts: route({
    method: "GET",
    path: `${T}/duty/conflicts`,
    summary: "What the driver recorded today and the record contradicts, and what was settled",
    access: ["driver"],
    params: tenantParams,
    response: conflicts,
  }),
  withdrawConflict: route({
    method: "POST",
    path: `${T}/duty/conflicts/:conflictId/withdrawal`,
    summary: "The driver takes back what was recorded by mistake",
    access: ["driver"],
    params: ofConflict,
    response: noContent,
  }),
  listConflicts: route({
    method: "GET",
    path: `${T}/conflicts`,
    summary:
      "What terminals told and the record contradicts: all that is open, and what was settled of a date",
    access: DISPATCHERS,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: conflicts,
  }),
  settleConflict: route({
    method: "POST",
    path: `${T}/conflicts/:conflictId/settlement`,
    summary: "Somebody says what really happened",
    access: DISPATCHERS,
    params: ofConflict,
    body: newSettlement,
    response: z.object({ settled: z.array(id) }),
  }),
} as const;
