import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import {
  newRecurring,
  recurringOutlook,
  recurringRideKey,
  recurringTasks,
  recurringTerms,
  recurringToTry,
  recurringWish,
} from "../schema/recurring.ts";
import { BOOKERS, DESK, T } from "./who.ts";

const params = tenantParams.extend({ recurringId: id });

/** Recurring wishes: the same ride on the same weekdays, booked date by date. */
export const recurringRoutes = {
  listRecurring: route({
    method: "GET",
    path: `${T}/recurring`,
    summary: "Recurring wishes of a member, with what came of each date",
    access: BOOKERS,
    params: tenantParams,
    query: z.object({
      memberId: id.optional().describe("for the call operator, or a helper; absent: the rider's own"),
    }),
    response: z.object({ wishes: z.array(recurringWish) }),
  }),
  tryRecurring: route({
    method: "POST",
    path: `${T}/recurring/try`,
    summary: "What would come of each date of a recurring wish; nothing is held",
    access: BOOKERS,
    params: tenantParams,
    body: recurringToTry,
    response: recurringOutlook,
  }),
  addRecurring: route({
    method: "POST",
    path: `${T}/recurring`,
    summary: "Ask for the same ride on the same weekdays, and book the dates that are open",
    access: BOOKERS,
    params: tenantParams,
    body: newRecurring,
    response: z.object({ id }),
    idempotent: true,
  }),
  changeRecurring: route({
    method: "PUT",
    path: `${T}/recurring/:recurringId`,
    summary: "Change a recurring wish; a ride that is booked keeps its seat until the new one is sure",
    access: BOOKERS,
    params,
    body: recurringTerms,
    response: noContent,
    idempotent: true,
  }),
  leaveOutRecurring: route({
    method: "PUT",
    path: `${T}/recurring/:recurringId/dates/:serviceDate`,
    summary: "Leave one date out, or take it up again",
    access: BOOKERS,
    params: params.extend({ serviceDate }),
    body: z.object({ leftOut: z.boolean() }),
    response: noContent,
    idempotent: true,
  }),
  endRecurring: route({
    method: "POST",
    path: `${T}/recurring/:recurringId/end`,
    summary: "End a recurring wish; its booked rides stay or are called off",
    access: BOOKERS,
    params,
    body: z.object({ keepsBooked: z.boolean() }),
    response: noContent,
    idempotent: true,
  }),
  listRecurringTasks: route({
    method: "GET",
    path: `${T}/recurring-tasks`,
    summary: "Rides of recurring wishes that could not be booked and of which the rider is to be told",
    access: DESK,
    params: tenantParams,
    response: recurringTasks,
  }),
  tellRecurring: route({
    method: "POST",
    path: `${T}/recurring/:recurringId/told`,
    summary: "The rider has been told of a ride that could not be booked",
    access: DESK,
    params,
    body: recurringRideKey,
    response: noContent,
    idempotent: true,
  }),
} as const;
