import { ROLES } from "@noriai/identity";
import { z } from "zod";
import { fareClass, id, paperDate } from "./basics.ts";
import { kana, personName, phone, townName } from "./person-fields.ts";

export const role = z.enum(ROLES);

export const signIn = z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) });

export const session = z.object({
  role,
  displayName: z.string(),
  memberId: id.optional(),
  vehicleId: id.optional(),
  /** The member's own fare class on the present day, for the rider's form. */
  fareClass: fareClass.optional(),
  lastUpdateId: z.int().min(0).describe("the newest live update; who follows from here misses nothing"),
});

/** 連絡方法. `text`: never on the call list. */
export const contact = z.enum(["phone", "text"]);

/** 配慮事項 */
export const need = z.enum(["wheelchair", "walker", "help", "hearing", "sight"]);
export const language = z.enum(["ja", "ja-easy", "en"]);

export const memberSummary = z.object({
  id,
  memberNo: z.string(),
  name: z.string(),
  kana: z.string(),
  phone: z.string(),
  town: z.string(),
  fareClass,
  contact,
  language,
  needs: z.array(need),
});

export const newMember = z.object({
  name: personName,
  kana,
  phone,
  birthDate: paperDate,
  town: townName,
  disability: z.object({ seenOn: paperDate, until: paperDate.optional() }).optional(),
  contact: contact.default("phone"),
  language: language.default("ja"),
  needs: z.array(need).max(5).default([]),
});
