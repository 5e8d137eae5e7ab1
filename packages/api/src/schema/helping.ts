import { z } from "zod";
import { fareClass, id, instant, serviceDate } from "./basics.ts";
import { relation } from "./calls.ts";
import { personName } from "./person-fields.ts";
import { booking } from "./trip.ts";

/** Somebody who may book in the member's name, as the member sees them. */
export const helper = z.object({
  id,
  name: z.string().describe("as the member or the desk has written it"),
  relation,
  standing: z
    .enum(["noted", "invited", "expired", "helping"])
    .describe("noted: the desk has noted the consent; invited: the helper has yet to consent"),
  consentedOn: serviceDate,
  consentedHow: z.enum(["phone", "paper", "in-person", "app"]),
  invitedUntil: instant.nullable(),
  acceptedAt: instant.nullable(),
  told: z.boolean().describe("of the member's rides, by the helper's own channels"),
});

export const newHelper = z.object({
  name: personName,
  relation,
  consents: z
    .literal(true)
    .describe(
      "the member lets this person book, change and call off in their name, and be told of their rides",
    ),
});

export const invited = z.object({
  helper,
  code: z.string().describe("twelve digits, told once, for the member to pass on"),
});

export const invitationCode = z.object({ code: z.string().trim().min(12).max(30) });

/** Who invites, for whoever holds the code. */
export const invitation = z.object({ memberName: z.string(), relation, until: instant });

export const acceptance = invitationCode.extend({
  consents: z.literal(true).describe("the helper will act as the member wishes"),
});

/** Somebody whom the member helps. */
export const helping = z.object({
  id,
  memberId: id,
  memberName: z.string(),
  fareClass: fareClass.describe("of the person helped, on the present day"),
  relation,
  acceptedAt: instant,
  told: z.boolean().describe("of that person's rides, by the own channels"),
});

export const helpedBookings = z.object({ helping, bookings: z.array(booking) });
