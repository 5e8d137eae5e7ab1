import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import {
  callEnd,
  callId,
  callLog,
  callOutcome,
  delegate,
  doubt,
  newDelegate,
  phoneNumber,
} from "../schema/calls.ts";
import { tripRequest } from "../schema/trip.ts";
import { DESK, T } from "./who.ts";

const callParams = tenantParams.extend({ callId: id });
const memberParams = tenantParams.extend({ memberId: id });

/** The phone desk's calls, who speaks for whom, and what to ask once more. */
export const callsRoutes = {
  ringCall: route({
    method: "POST",
    path: `${T}/calls/incoming`,
    summary: "For a telephone system: a call is ringing; the desks hear of it without the number",
    access: DESK,
    params: tenantParams,
    body: z.object({ number: phoneNumber }),
    response: callId,
  }),
  takeCall: route({
    method: "POST",
    path: `${T}/calls/:callId/take`,
    summary: "Take a ringing call; its number is given once",
    access: DESK,
    params: callParams,
    response: z.object({ number: z.string() }),
  }),
  openCall: route({
    method: "POST",
    path: `${T}/calls`,
    summary: "Begin a call by hand",
    access: DESK,
    params: tenantParams,
    body: z.object({ memberId: id.optional() }),
    response: callId,
    idempotent: true,
  }),
  closeCall: route({
    method: "PUT",
    path: `${T}/calls/:callId`,
    summary: "Note what came of a call",
    access: DESK,
    params: callParams,
    body: callEnd,
    response: noContent,
  }),
  correctCall: route({
    method: "PUT",
    path: `${T}/calls/:callId/outcome`,
    summary: "Correct what came of a call; one that was left open ends",
    access: DESK,
    params: callParams,
    body: z.object({ outcome: callOutcome }),
    response: noContent,
  }),
  listCalls: route({
    method: "GET",
    path: `${T}/calls`,
    summary: "The calls of a day, as they came",
    access: DESK,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: callLog,
  }),
  doubtTrip: route({
    method: "POST",
    path: `${T}/trip-doubts`,
    summary: "What to ask the caller once more before this trip is confirmed",
    access: DESK,
    params: tenantParams,
    body: tripRequest.extend({ memberId: id }),
    response: z.object({ doubts: z.array(doubt) }),
  }),
  listDelegates: route({
    method: "GET",
    path: `${T}/members/:memberId/delegates`,
    summary: "Who may book in a member's name",
    access: DESK,
    params: memberParams,
    response: z.object({ delegates: z.array(delegate) }),
  }),
  addDelegate: route({
    method: "POST",
    path: `${T}/members/:memberId/delegates`,
    summary: "Note that a member lets somebody book in their name",
    access: DESK,
    params: memberParams,
    body: newDelegate,
    response: delegate,
    idempotent: true,
  }),
  revokeDelegate: route({
    method: "DELETE",
    path: `${T}/members/:memberId/delegates/:delegateId`,
    summary: "Note that the member has taken the consent back",
    access: DESK,
    params: memberParams.extend({ delegateId: id }),
    response: noContent,
  }),
} as const;
