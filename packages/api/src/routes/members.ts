import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import { contact, memberSummary, newMember } from "../schema/person.ts";
import { booking } from "../schema/trip.ts";
import { DESK, T } from "./who.ts";

/** The members, as the phone desk knows them. */
export const membersRoutes = {
  searchMembers: route({
    method: "GET",
    path: `${T}/members`,
    summary: "Find members by phone number, kana or member number",
    access: DESK,
    params: tenantParams,
    query: z.object({ q: z.string().trim().min(2).max(60) }),
    response: z.object({ members: z.array(memberSummary) }),
  }),
  addMember: route({
    method: "POST",
    path: `${T}/members`,
    summary: "Register a member",
    access: DESK,
    params: tenantParams,
    body: newMember,
    response: memberSummary,
    idempotent: true,
  }),
  listMemberBookings: route({
    method: "GET",
    path: `${T}/members/:memberId/bookings`,
    summary: "A member's bookings, latest first",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    response: z.object({ bookings: z.array(booking) }),
  }),
  setMemberContact: route({
    method: "PUT",
    path: `${T}/members/:memberId/contact`,
    summary: "How a member is to be told of changes",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    body: z.object({ contact }),
    response: noContent,
  }),
} as const;
