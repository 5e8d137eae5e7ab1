import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import {
  driverMessage,
  driverMessages,
  newDriverMessage,
  newOfficeMessage,
  receipt,
} from "../schema/driver-message.ts";
import { DISPATCHERS, T } from "./who.ts";

/** Messages between the control room and drivers. 仕様書 5-(3)-② */
export const driverMessagesRoutes = {
  listDriverMessages: route({
    method: "GET",
    path: `${T}/driver-messages`,
    summary: "Messages to and from drivers of a date, in the order in which they were sent",
    access: DISPATCHERS,
    params: tenantParams,
    query: z.object({ date: serviceDate }),
    response: driverMessages,
  }),
  sendDriverMessage: route({
    method: "POST",
    path: `${T}/driver-messages`,
    summary: "Send a message to the terminal of a duty",
    access: DISPATCHERS,
    params: tenantParams,
    body: newDriverMessage,
    response: driverMessage,
    idempotent: true,
  }),
  readDriverMessage: route({
    method: "POST",
    path: `${T}/driver-messages/:messageId/read`,
    summary: "Confirm that a driver's message was read",
    access: DISPATCHERS,
    params: tenantParams.extend({ messageId: id }),
    response: noContent,
  }),
  listDutyMessages: route({
    method: "GET",
    path: `${T}/duty/messages`,
    summary: "Today's messages to and from the driver's vehicle",
    access: ["driver"],
    params: tenantParams,
    response: driverMessages,
  }),
  sendDutyMessage: route({
    method: "POST",
    path: `${T}/duty/messages`,
    summary: "Send a message from the terminal to the control room",
    access: ["driver"],
    params: tenantParams,
    body: newOfficeMessage,
    response: driverMessage,
    idempotent: true,
  }),
  receiveDutyMessage: route({
    method: "POST",
    path: `${T}/duty/messages/:messageId/receipts`,
    summary: "The terminal has shown a message, or the driver has confirmed it",
    access: ["driver"],
    params: tenantParams.extend({ messageId: id }),
    body: receipt,
    response: noContent,
  }),
} as const;
