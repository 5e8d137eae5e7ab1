import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import { delayCall, delayList } from "../schema/delay.ts";
import { DESK, T } from "./who.ts";

/** Whom to call when a vehicle is late or does not come. */
export const delayRoutes = {
  getDelayList: route({
    method: "GET",
    path: `${T}/delay-list`,
    summary: "Riders of today to be called because their vehicle is late or does not come, most urgent first",
    access: DESK,
    params: tenantParams,
    response: delayList,
  }),
  recordDelayCall: route({
    method: "POST",
    path: `${T}/bookings/:bookingId/delay-calls`,
    summary: "Keep what came of a call about lateness or a vehicle that does not come",
    access: DESK,
    params: tenantParams.extend({ bookingId: id }),
    body: delayCall,
    response: noContent,
    idempotent: true,
  }),
  closeDelayList: route({
    method: "POST",
    path: `${T}/delay-list/close`,
    summary: "Put today's call list away; refused while anybody is still to be told",
    access: DESK,
    params: tenantParams,
    response: noContent,
  }),
} as const;
