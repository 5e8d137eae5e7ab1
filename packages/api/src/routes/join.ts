import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import {
  joinAddress,
  joinCode,
  joined,
  joining,
  joinWish,
  memberRegistration,
  newEvidence,
  registrations,
} from "../schema/join.ts";
import { DESK, T } from "./who.ts";

const memberParams = tenantParams.extend({ memberId: id });

/** Registration (会員登録): on the web by oneself, and what the desk looks at afterwards. 仕様書 3-(1)-⑦ */
export const joinRoutes = {
  getJoining: route({
    method: "GET",
    path: `${T}/joining`,
    summary: "What registering on the web takes here",
    access: "public",
    params: tenantParams,
    response: joining,
  }),
  askJoinCode: route({
    method: "POST",
    path: `${T}/joining/code`,
    summary: "Send a one-time code to the address of somebody who wants to register",
    access: "public",
    params: tenantParams,
    body: joinAddress,
    response: joinCode,
  }),
  join: route({
    method: "POST",
    path: `${T}/joining`,
    summary: "Register with the code; ends signed in. A repeat of one attempt registers nobody twice",
    access: "public",
    params: tenantParams,
    body: joinWish,
    response: joined,
  }),
  listRegistrations: route({
    method: "GET",
    path: `${T}/registrations`,
    summary: "Who registered lately, with what is still to be looked at, and by which tags they came",
    access: DESK,
    params: tenantParams,
    response: registrations,
  }),
  getRegistration: route({
    method: "GET",
    path: `${T}/members/:memberId/registration`,
    summary: "How a member came, a child's guardian, and which papers were seen",
    access: DESK,
    params: memberParams,
    response: memberRegistration,
  }),
  settleRegistration: route({
    method: "POST",
    path: `${T}/members/:memberId/registration/settled`,
    summary: "The desk has looked at a registration",
    access: DESK,
    params: memberParams,
    response: noContent,
  }),
  noteEvidence: route({
    method: "POST",
    path: `${T}/members/:memberId/evidence`,
    summary: "Note that a paper for a reduced fare was seen; never a picture of it",
    access: DESK,
    params: memberParams,
    body: newEvidence,
    response: memberRegistration,
    idempotent: true,
  }),
} as const;
