import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import {
  vainWaiting,
  waiting,
  waitingCall,
  waitingCallAnswer,
  waitingTasks,
  wish,
} from "../schema/waiting.ts";
import { BOOKERS, DESK, T } from "./who.ts";

/** Waiting for room that comes free. */
export const waitingRoutes = {
  joinWaiting: route({
    method: "POST",
    path: `${T}/waiting`,
    summary: "Wait for room for a trip that was refused",
    access: BOOKERS,
    params: tenantParams,
    body: wish,
    response: waiting,
    idempotent: true,
  }),
  leaveWaiting: route({
    method: "DELETE",
    path: `${T}/waiting/:waitingId`,
    summary: "Wait no longer; an offer that is held goes to the next",
    access: BOOKERS,
    params: tenantParams.extend({ waitingId: id }),
    response: noContent,
  }),
  listMyWaiting: route({
    method: "GET",
    path: `${T}/my/waiting`,
    summary: "What the rider waits for, with her place and the offer that is held for her",
    access: ["rider"],
    params: tenantParams,
    response: z.object({
      waiting: z.array(waiting),
      inVain: z.array(vainWaiting).describe("ended within the last day without a ride, latest first"),
    }),
  }),
  listMemberWaiting: route({
    method: "GET",
    path: `${T}/members/:memberId/waiting`,
    summary: "What a member waits for; for the desk and for whoever helps the member",
    access: BOOKERS,
    params: tenantParams.extend({ memberId: id }),
    response: z.object({ waiting: z.array(waiting) }),
  }),
  getWaitingTasks: route({
    method: "GET",
    path: `${T}/waiting`,
    summary: "Riders without a page of their own for whom room has come free, most urgent first",
    access: DESK,
    params: tenantParams,
    response: waitingTasks,
  }),
  recordWaitingCall: route({
    method: "POST",
    path: `${T}/waiting/:waitingId/calls`,
    summary: "Keep what came of telling a rider of the offer, and do it",
    access: DESK,
    params: tenantParams.extend({ waitingId: id }),
    body: waitingCall,
    response: waitingCallAnswer,
    idempotent: true,
  }),
} as const;
