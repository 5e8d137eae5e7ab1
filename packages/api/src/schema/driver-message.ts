import { SAYINGS_TO_DRIVER, SAYINGS_TO_OFFICE } from "@noriai/booking";
import { z } from "zod";
import { id, instant, serviceDate } from "./basics.ts";
import { withoutMyNumber } from "./person-fields.ts";

const text = z.object({ kind: z.literal("text"), text: withoutMyNumber(z.string().trim().min(1).max(200)) });
const toDriver = z.object({ kind: z.literal("saying"), saying: z.enum(SAYINGS_TO_DRIVER) });
const toOffice = z.object({ kind: z.literal("saying"), saying: z.enum(SAYINGS_TO_OFFICE) });
const priority = z.enum(["normal", "urgent"]);

/** A message between the control room and a driver's terminal (運転者への連絡). */
export const driverMessage = z.object({
  id,
  serviceDate,
  dutyId: id,
  to: z.enum(["driver", "office"]),
  priority,
  content: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("saying"), saying: z.enum([...SAYINGS_TO_DRIVER, ...SAYINGS_TO_OFFICE]) }),
    z.object({ kind: z.literal("text"), text: z.string() }),
  ]),
  sentAt: instant,
  sentBy: z.string().nullable().describe("who of the staff sent it"),
  shownAt: instant.nullable().describe("when the other side's screen showed it"),
  readAt: instant.nullable().describe("when somebody there confirmed it"),
  readBy: z.string().nullable(),
  phoneFrom: instant.nullable().describe("unread: from then on the driver is to be phoned"),
});

export const driverMessages = z.object({ messages: z.array(driverMessage) });

export const newDriverMessage = z.object({
  serviceDate,
  dutyId: id,
  priority: priority.default("normal"),
  content: z.discriminatedUnion("kind", [toDriver, text]),
});

export const newOfficeMessage = z.object({ content: z.discriminatedUnion("kind", [toOffice, text]) });

export const receipt = z.object({ receipt: z.enum(["shown", "read"]) });
