import { NO_SHOW_EXCUSES } from "@noriai/booking";
import { z } from "zod";
import { id, instant, paperDate, serviceDate } from "./basics.ts";
import { contact, language, memberSummary, need, newMember, role } from "./person.ts";
import { withoutMyNumber } from "./person-fields.ts";

const standingLevel = z.enum(["clear", "warn", "letter"]);
const by = z.string().nullable().describe("who did it; null: the system or the rider");

export const memberFilter = z.object({
  q: z.string().trim().max(60).optional().describe("parts of name, kana, town, phone or member number"),
  contact: contact.optional(),
  language: language.optional(),
  need: need.optional(),
  missed: z.literal("yes").optional().describe("only members with a ride missed that still counts"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const memberList = z.object({
  members: z.array(memberSummary),
  total: z.int().describe("on all pages"),
  page: z.int(),
  pages: z.int(),
});

/** A record as it is kept; `version` grows with every change. */
export const memberPage = memberSummary.extend({
  birthDate: paperDate,
  disability: z.object({ seenOn: paperDate, until: paperDate.nullable() }).nullable(),
  registeredAt: instant,
  version: z.int(),
});

export const memberWish = newMember.extend({
  version: z.int().min(1).describe("of the record that was seen"),
});

/** `overtaken`: somebody else was faster; nothing was changed, and this is the record as it is now. */
export const memberChanged = z.object({ kind: z.enum(["changed", "overtaken"]), member: memberPage });

const field = z.enum([
  "name",
  "kana",
  "phone",
  "town",
  "birthDate",
  "disability",
  "contact",
  "language",
  "needs",
]);

export const memberChanges = z.object({
  changes: z
    .array(
      z.object({
        at: instant,
        by,
        role: z.union([role, z.literal("system")]),
        field,
        before: z.unknown().describe("null: nothing"),
        after: z.unknown(),
      }),
    )
    .describe("latest first"),
});

export const excuse = z.enum(NO_SHOW_EXCUSES);

/** What is noted about a ride that nobody came for. */
export const noShowDeed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("excused"), excuse }),
  z.object({ kind: z.literal("excuse-withdrawn") }),
  z.object({ kind: z.literal("warned") }),
  z.object({ kind: z.literal("letter-sent") }),
  z.object({ kind: z.literal("appealed") }),
  z.object({ kind: z.literal("appeal-granted") }),
  z.object({ kind: z.literal("appeal-dismissed") }),
]);

export const newNoShowNote = z.object({
  deed: noShowDeed,
  words: withoutMyNumber(z.string().trim().max(500)).default(""),
});

const noted = z.object({
  at: instant,
  by,
  kind: z.enum([
    "excused",
    "excuse-withdrawn",
    "warned",
    "letter-sent",
    "appealed",
    "appeal-granted",
    "appeal-dismissed",
  ]),
  excuse: excuse.nullable(),
  words: z.string(),
});

const missedRide = z.object({
  bookingId: id,
  serviceDate,
  from: id,
  to: id,
  pickupFrom: instant,
  uncounted: z
    .enum(["too-old", "excused", "appeal-open", "appeal-granted"])
    .nullable()
    .describe("null: it counts"),
  notes: z.array(noted),
  deeds: z.array(noted.shape.kind).describe("what may be noted now"),
});

/** Where a member stands who missed rides. Nothing here bars anybody from booking. */
export const standing = z.object({
  level: standingLevel,
  counted: z.int(),
  saidAt: instant
    .nullable()
    .describe("when the member was warned, or written to, about the latest that counts; null: still to do"),
  fallsOn: serviceDate.nullable().describe("when the level falls if nothing else happens"),
  policy: z
    .object({
      countedDays: z.int(),
      warnFrom: z.int(),
      letterFrom: z.int(),
      excuses: z.array(excuse),
      warning: z.string(),
    })
    .nullable()
    .describe("null: the service counts nothing"),
  missed: z.array(missedRide).describe("latest first"),
});

export const erasure = z.object({
  memberNo: z.string().trim().min(1).max(40).describe("typed once more, so that nobody else is erased"),
  ahead: z
    .enum(["refuse", "cancel"])
    .describe("rides ahead: refuse the erasure for them, or call them off first"),
});

export const erased = z.object({
  rides: z.int().describe("rides that stay, with nobody's name"),
  cancelled: z.int(),
});
