import { z } from "zod";
import { route } from "../route.ts";
import { tenantParams } from "../schema/basics.ts";
import { erased } from "../schema/member-care.ts";
import { leaving, myRecord, myRecordChanged, myRecordWish, myRides, readings } from "../schema/my-data.ts";
import { T } from "./who.ts";

const RIDER = ["rider"] as const;

/** The member's own data: see, change, take along, see who read it, leave. */
export const myDataRoutes = {
  getMyRecord: route({
    method: "GET",
    path: `${T}/my/record`,
    summary: "The rider's own record, and what else is stored, why and for how long",
    access: RIDER,
    params: tenantParams,
    response: myRecord,
  }),
  changeMyRecord: route({
    method: "PUT",
    path: `${T}/my/record`,
    summary: "Change the part of the own record that needs no papers, as long as it is as it was seen",
    access: RIDER,
    params: tenantParams,
    body: myRecordWish,
    response: myRecordChanged,
  }),
  listMyReadings: route({
    method: "GET",
    path: `${T}/my/readings`,
    summary: "Who has read the rider's record, when and for what, latest first",
    access: RIDER,
    params: tenantParams,
    query: z.object({ before: z.coerce.number().int().min(1).optional() }),
    response: readings,
  }),
  listMyRides: route({
    method: "GET",
    path: `${T}/my/rides`,
    summary: "The rider's rides of a year that are over, with what was paid",
    access: RIDER,
    params: tenantParams,
    query: z.object({
      year: z.coerce.number().int().min(2000).max(2199).optional().describe("absent: the present one"),
    }),
    response: myRides,
  }),
  getMyData: route({
    method: "GET",
    path: `${T}/my/data`,
    summary: "Everything that is stored of the rider, to take along",
    access: RIDER,
    params: tenantParams,
    response: z.looseObject({ writtenAt: z.string() }),
  }),
  getMyDataCsv: route({
    method: "GET",
    path: `${T}/my/data.csv`,
    summary: "The rider's record, rides or readings as a table",
    access: RIDER,
    params: tenantParams,
    query: z.object({
      part: z.enum(["record", "rides", "readings"]),
      language: z.enum(["ja", "en"]).default("ja"),
    }),
    response: { media: "text/csv" },
  }),
  leaveMembership: route({
    method: "POST",
    path: `${T}/my/leave`,
    summary: "Leave: everything that names the rider is erased for good; rides stay, with nobody's name",
    access: RIDER,
    params: tenantParams,
    body: leaving,
    response: erased,
  }),
} as const;
