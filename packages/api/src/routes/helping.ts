import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import {
  acceptance,
  helpedBookings,
  helper,
  helping,
  invitation,
  invitationCode,
  invited,
  newHelper,
} from "../schema/helping.ts";
import { T } from "./who.ts";

const RIDER = ["rider"] as const;

/** Family and others who book in a member's name, with the consent of both. */
export const helpingRoutes = {
  listMyHelpers: route({
    method: "GET",
    path: `${T}/my/helpers`,
    summary: "Who may book in the rider's name, and who is invited to",
    access: RIDER,
    params: tenantParams,
    response: z.object({ helpers: z.array(helper) }),
  }),
  inviteHelper: route({
    method: "POST",
    path: `${T}/my/helpers`,
    summary: "Let somebody book in the rider's name, once they have consented with the code",
    access: RIDER,
    params: tenantParams,
    body: newHelper,
    response: invited,
    idempotent: true,
  }),
  revokeHelper: route({
    method: "DELETE",
    path: `${T}/my/helpers/:delegateId`,
    summary: "Take the consent back, at once",
    access: RIDER,
    params: tenantParams.extend({ delegateId: id }),
    response: noContent,
  }),
  readInvitation: route({
    method: "POST",
    path: `${T}/my/invitations/read`,
    summary: "Whose invitation a code is",
    access: RIDER,
    params: tenantParams,
    body: invitationCode,
    response: invitation,
  }),
  acceptInvitation: route({
    method: "POST",
    path: `${T}/my/invitations/accept`,
    summary: "Consent to help the member whose code it is",
    access: RIDER,
    params: tenantParams,
    body: acceptance,
    response: helping,
    idempotent: true,
  }),
  listMyHelping: route({
    method: "GET",
    path: `${T}/my/helping`,
    summary: "Whom the rider helps",
    access: RIDER,
    params: tenantParams,
    response: z.object({ helping: z.array(helping) }),
  }),
  listHelpedBookings: route({
    method: "GET",
    path: `${T}/my/helping/:delegateId/bookings`,
    summary: "The bookings of somebody whom the rider helps",
    access: RIDER,
    params: tenantParams.extend({ delegateId: id }),
    response: helpedBookings,
  }),
  setHelpedNotices: route({
    method: "PUT",
    path: `${T}/my/helping/:delegateId/notices`,
    summary: "Be told, by the own channels, of the rides of somebody whom the rider helps, or not",
    access: RIDER,
    params: tenantParams.extend({ delegateId: id }),
    body: z.object({ told: z.boolean() }),
    response: noContent,
  }),
  stopHelping: route({
    method: "DELETE",
    path: `${T}/my/helping/:delegateId`,
    summary: "No longer help, at once",
    access: RIDER,
    params: tenantParams.extend({ delegateId: id }),
    response: noContent,
  }),
} as const;
