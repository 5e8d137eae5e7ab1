import { z } from "zod";
import { id, instant, serviceDate } from "./basics.ts";

const means = z.enum(["email", "sms", "push"]);
const language = z.enum(["ja", "ja-easy", "en"]);

/** One way to reach a member. */
export const channel = z.object({
  id,
  means,
  address: z.string().describe("of a browser only the push service that it uses"),
  language,
});

export const channels = z.object({
  channels: z.array(channel),
  offered: z
    .object({ email: z.boolean(), sms: z.boolean(), pushKey: z.string().nullable() })
    .describe("the ways that are set up; the key with which a browser subscribes"),
});

const common = { language: language.default("ja") };
const mail = z.email().max(254);
const mobile = z
  .string()
  .trim()
  .regex(/^0[6789]0-?\d{4}-?\d{4}$/);
const push = z.object({
  ...common,
  means: z.literal("push"),
  subscription: z.object({
    endpoint: z.url().max(1000),
    keys: z.object({
      p256dh: z.string().regex(/^[\w-]{86,88}=*$/),
      auth: z.string().regex(/^[\w-]{22,24}=*$/),
    }),
  }),
});

/** An address or number that a code is to be sent to, so that nobody enters another's. */
export const addressWish = z.discriminatedUnion("means", [
  z.object({ ...common, means: z.literal("email"), address: mail }),
  z.object({ ...common, means: z.literal("sms"), address: mobile }),
]);

/** The code that came to it. */
export const addressProof = z.object({ codeId: id, code: z.string().trim().min(1).max(20) });

/** Riders add the address that the code went to; a browser needs none. */
export const newOwnChannel = z.discriminatedUnion("means", [
  addressProof.extend({ ...common, means: z.literal("email") }),
  addressProof.extend({ ...common, means: z.literal("sms") }),
  push,
]);

/** What the desk enters: the member has said it. */
export const newChannel = z.discriminatedUnion("means", [
  z.object({ ...common, means: z.literal("email"), address: mail }),
  z.object({ ...common, means: z.literal("sms"), address: mobile }),
  push,
]);

const delivery = z.object({
  means: z.enum(["email", "sms", "push", "desk"]),
  toHelper: z.boolean().describe("by the channel of a helper who chose to be told"),
  state: z.enum(["waiting", "sent", "kept", "given-up"]),
  attempts: z.int(),
  settledAt: instant.nullable(),
  settledBy: z.string().nullable().describe("who of the staff told the rider"),
  fault: z.string().nullable(),
  words: z.string().describe("as it was sent, or as it would be"),
});

/** Something that a rider was or is to be told. */
export const notice = z.object({
  id,
  kind: z.enum([
    "booking-confirmed",
    "booking-changed",
    "booking-cancelled",
    "cancelled-as-asked",
    "vehicle-changed",
    "reminder",
    "delayed",
    "intake-stopped",
    "waiting-offer",
  ]),
  writtenAt: instant,
  calledName: z.string().nullable().describe("null for who may not see names"),
  phone: z.string().nullable().describe("only of who is to be told by a person"),
  bookingId: id.nullable(),
  from: id,
  to: id,
  deliveries: z.array(delivery),
});

export const notices = z.object({
  serviceDate,
  sends: z.boolean().describe("false in the demo: nothing leaves"),
  notices: z.array(notice),
});
