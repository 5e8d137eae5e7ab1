import { z } from "zod";
import { id, instant, party, serviceDate, tripNeed, yen } from "./basics.ts";
import { guardian } from "./join.ts";
import { memberPage } from "./member-care.ts";
import { addressProof } from "./notice.ts";
import { contact, language, need, newMember, role } from "./person.ts";
import { bookingState, fare } from "./trip.ts";

/** One kind of what is stored of the member: why, and for how long. Worded by the faces. */
const stored = z.object({
  kind: z.enum([
    "identity",
    "address",
    "evidence",
    "joining",
    "needs",
    "changes",
    "channels",
    "helpers",
    "sign-in",
    "rides",
    "wishes",
    "missed",
    "notices",
    "calls",
    "answers",
    "readings",
  ]),
  purpose: z.enum(["identify", "reach", "fare", "care", "ride", "sign-in", "evidence"]),
  kept: z.enum(["membership", "anonymous", "short", "evidence"]),
  isOptional: z.boolean(),
  entries: z.int().describe("how many there are; one for a part of the record that is filled in"),
});

export const myRecord = z.object({
  record: memberPage,
  guardian: guardian.nullable().describe("who answers for the member"),
  stored: z.array(stored),
});

/** What members change by themselves; the rest is changed by the desk, which sees the papers. */
export const myRecordWish = z.object({
  phone: newMember.shape.phone,
  town: newMember.shape.town,
  contact,
  language,
  needs: z.array(need).max(5),
  version: z.int().min(1).describe("of the record that was seen"),
  proof: addressProof.optional().describe("of a new mobile number: the code that came to it"),
});

export const myRecordChanged = z.object({ kind: z.enum(["changed", "overtaken"]), record: memberPage });

const reading = z.object({
  id: z.int(),
  at: instant,
  role: z.union([role, z.literal("system")]),
  helper: z.string().nullable().describe("the name that the member has given the helper who read"),
  purpose: z.enum(["booking", "driving", "operation", "registration", "delay-call", "sign-in"]),
});

export const readings = z.object({
  readings: z.array(reading).describe("latest first"),
  more: z.boolean().describe("there are earlier ones: ask for those before the last id"),
});

const myRide = z.object({
  bookingId: id,
  serviceDate,
  from: z.string().describe("name of the stop"),
  to: z.string(),
  promisedPickupFrom: instant,
  boardedAt: instant.nullable(),
  alightedAt: instant.nullable(),
  party,
  wheelchairs: z.int(),
  needs: z.array(tripNeed),
  fare,
  paid: z.object({ amount: yen, means: z.enum(["cash", "cashless"]) }).nullable(),
  state: bookingState,
});

export const myRides = z.object({
  year: z.int(),
  years: z.array(z.int()).describe("in which there is anything, latest first"),
  rides: z.array(myRide).describe("latest first"),
  totals: z.object({ rides: z.int(), paid: yen }),
});

export const leaving = z.object({
  memberNo: z.string().trim().min(1).max(40).describe("typed, so that nobody leaves by a slip"),
  ahead: z.enum(["refuse", "cancel"]).describe("rides ahead: leave only without any, or call them off first"),
});
