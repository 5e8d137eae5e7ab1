import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import { newRegistration } from "../schema/join.ts";
import {
  erased,
  erasure,
  memberChanged,
  memberChanges,
  memberFilter,
  memberList,
  memberPage,
  memberWish,
  newNoShowNote,
  standing,
} from "../schema/member-care.ts";
import { contact, memberSummary } from "../schema/person.ts";
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
    body: newRegistration,
    response: memberSummary,
    idempotent: true,
  }),
  listMembers: route({
    method: "GET",
    path: `${T}/member-list`,
    summary: "Members by number, page by page; each one shown is noted as read",
    access: DESK,
    params: tenantParams,
    query: memberFilter,
    response: memberList,
  }),
  getMember: route({
    method: "GET",
    path: `${T}/members/:memberId`,
    summary: "A member's record",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    response: memberPage,
  }),
  changeMember: route({
    method: "PUT",
    path: `${T}/members/:memberId`,
    summary: "Change a record that is still as it was seen",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    body: memberWish,
    response: memberChanged,
  }),
  listMemberChanges: route({
    method: "GET",
    path: `${T}/members/:memberId/changes`,
    summary: "Who changed which field of a record when, latest first",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    response: memberChanges,
  }),
  eraseMember: route({
    method: "POST",
    path: `${T}/members/:memberId/erase`,
    summary: "Erase the person for good; rides stay, with nobody's name",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    body: erasure,
    response: erased,
    idempotent: true,
  }),
  getMemberStanding: route({
    method: "GET",
    path: `${T}/members/:memberId/standing`,
    summary: "Rides that a member missed, and what the service makes of them",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    response: standing,
  }),
  noteNoShow: route({
    method: "POST",
    path: `${T}/bookings/:bookingId/no-show-notes`,
    summary: "Note an excuse, a warning, a letter or an objection about a ride that nobody came for",
    access: DESK,
    params: tenantParams.extend({ bookingId: id }),
    body: newNoShowNote,
    response: standing,
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
