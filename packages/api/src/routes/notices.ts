import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import { addressWish, channel, channels, newChannel, newOwnChannel, notices } from "../schema/notice.ts";
import { codeOpened } from "../schema/sign-in.ts";
import { CONSOLE, DESK, DISPATCHERS, T } from "./who.ts";

const RIDER = ["rider"] as const;
const memberParams = tenantParams.extend({ memberId: id });

/** What riders are told, and by which ways they want to be. */
export const noticesRoutes = {
  listNotices: route({
    method: "GET",
    path: `${T}/notices`,
    summary: "What riders of a date were or are to be told, latest first (送信箱)",
    access: CONSOLE,
    params: tenantParams,
    query: z.object({ date: serviceDate }),
    response: notices,
  }),
  noticeTold: route({
    method: "POST",
    path: `${T}/notices/:noticeId/told`,
    summary: "A person has told the rider",
    access: DISPATCHERS,
    params: tenantParams.extend({ noticeId: id }),
    response: noContent,
  }),
  listMyChannels: route({
    method: "GET",
    path: `${T}/my/channels`,
    summary: "By which ways the rider is told",
    access: RIDER,
    params: tenantParams,
    response: channels,
  }),
  askAddressCode: route({
    method: "POST",
    path: `${T}/my/address-codes`,
    summary: "Have a one-time code sent to an address or number, to show that it is the rider's own",
    access: RIDER,
    params: tenantParams,
    body: addressWish,
    response: codeOpened,
  }),
  addMyChannel: route({
    method: "POST",
    path: `${T}/my/channels`,
    summary:
      "Be told by this browser too, or at the address that the code came to, which takes the place of the former",
    access: RIDER,
    params: tenantParams,
    body: newOwnChannel,
    response: channel,
  }),
  removeMyChannel: route({
    method: "DELETE",
    path: `${T}/my/channels/:channelId`,
    summary: "No longer be told by this way",
    access: RIDER,
    params: tenantParams.extend({ channelId: id }),
    response: noContent,
  }),
  listMemberChannels: route({
    method: "GET",
    path: `${T}/members/:memberId/channels`,
    summary: "By which ways a member is told",
    access: DESK,
    params: memberParams,
    response: channels,
  }),
  addMemberChannel: route({
    method: "POST",
    path: `${T}/members/:memberId/channels`,
    summary: "Tell a member by this way too",
    access: DESK,
    params: memberParams,
    body: newChannel,
    response: channel,
  }),
  removeMemberChannel: route({
    method: "DELETE",
    path: `${T}/members/:memberId/channels/:channelId`,
    summary: "No longer tell a member by this way",
    access: DESK,
    params: memberParams.extend({ channelId: id }),
    response: noContent,
  }),
} as const;
