import { GUARDIAN_RELATIONS } from "@noriai/booking";
import { z } from "zod";
import { id, instant, paperDate } from "./basics.ts";
import { language, memberSummary, newMember, role, session } from "./person.ts";
import { kana, personName, phone, townName } from "./person-fields.ts";

export const guardian = z.object({ name: personName, phone, relation: z.enum(GUARDIAN_RELATIONS) });

/** Tag of the flyer, the link or the place that led here. */
export const source = z.string().regex(/^[A-Za-z0-9][\w-]{0,39}$/);

/** The fields that everybody has to give, and the guardian of a child. SAP-PI-1 */
const person = {
  name: personName,
  kana,
  phone,
  birthDate: paperDate,
  town: townName,
  guardian: guardian.optional(),
};

/** The ways by which a code can reach somebody who registers. */
export const joining = z.object({
  offered: z.object({ email: z.boolean(), sms: z.boolean() }),
  guardianBeforeAge: z.int(),
});

export const joinAddress = z.discriminatedUnion("means", [
  z.object({ means: z.literal("email"), address: z.email().max(254), language: language.default("ja") }),
  z.object({
    means: z.literal("sms"),
    address: z
      .string()
      .trim()
      .regex(/^0[6789]0-?\d{4}-?\d{4}$/),
    language: language.default("ja"),
  }),
]);

export const joinCode = z.object({ codeId: id, goodForSeconds: z.int(), againAfterSeconds: z.int() });

/** Who registers on the web, with the code that came to their address. */
export const joinWish = z.object({
  ...person,
  language: language.default("ja"),
  source: source.optional(),
  codeId: id,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
  attempt: z
    .uuid()
    .describe("made up by the browser: sent again after a lost answer, nobody is registered twice"),
});

/** 70 or over by the own word, and nobody has seen a paper: the general fare until then. */
const paperAwaited = z.boolean().describe("the senior fare holds once a paper with the birth date was seen");

export const joined = session.extend({
  memberNo: z.string(),
  isPaperAwaited: paperAwaited,
});

const seen = { seenOn: paperDate, until: paperDate.optional() };
export const registrationWay = z.enum(["web", "paper", "counter", "phone"]);

/** A member as the desk registers them, from a call or from the paper form. */
export const newRegistration = newMember.extend({
  guardian: guardian.optional(),
  way: z.enum(["paper", "counter", "phone"]).default("phone"),
  source: source.optional(),
  /** A paper with the birth date was seen on this day. */
  ageSeenOn: paperDate.optional(),
  /** Who saw the papers, where the form names somebody else. */
  seenBy: personName.optional(),
  email: z.email().max(254).optional(),
  evenIfKnown: z.boolean().default(false).describe("somebody else with the same phone number and birth date"),
});

/** That a paper was seen: which kind, when, until when, by whom. Never a picture, never its number. POL-RET-2 */
export const newEvidence = z.object({
  kind: z.enum(["age", "disability"]),
  ...seen,
  seenBy: personName.optional(),
});

const others = z.array(z.object({ id, memberNo: z.string() }));
const doubles = {
  twins: others.describe("others with the same phone number and birth date"),
  samePhone: others.describe(
    "others with the same phone number, where it stands on this member's own word only",
  ),
};

/** How a member came, who answers for a child, which papers were seen. */
export const memberRegistration = z.object({
  way: registrationWay.nullable().describe("null: from before this was kept"),
  source: z.string().nullable(),
  by: z.string().nullable().describe("who registered; null: the member"),
  settledAt: instant.nullable().describe("when the desk had looked at it"),
  isPaperAwaited: paperAwaited,
  guardian: guardian.nullable(),
  evidence: z
    .array(
      z.object({
        kind: newEvidence.shape.kind,
        seenOn: paperDate,
        until: paperDate.nullable(),
        seenBy: z.string().nullable().describe("who saw it; null: an account that is gone"),
        at: instant,
        by: z.string().nullable(),
        role: z.union([role, z.literal("system")]),
      }),
    )
    .describe("latest first"),
  ...doubles,
});

/** Who came lately, those first at whom nobody has looked. */
export const registrations = z.object({
  registrations: z.array(
    z.object({
      member: memberSummary,
      way: registrationWay,
      source: z.string().nullable(),
      at: instant,
      settledAt: instant.nullable(),
      isPaperAwaited: paperAwaited,
      ...doubles,
    }),
  ),
  sources: z
    .array(z.object({ source: z.string().nullable(), way: registrationWay, count: z.int() }))
    .describe("how many came by each tag, most first"),
});
