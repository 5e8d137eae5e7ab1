import { foldKana, type MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import { normalisePhone } from "../phone-number.ts";
import type { Twin } from "../words/registrations.ts";
import { keptMembers, openMember } from "./members.ts";

/**
 * Members with one phone number, and one birth date and reading where they are given, in the order of their numbers. Whose
 * number it is, is found by its blind index; birth dates are compared here, and nobody is shown for it.
 */
export async function findTwins(
  context: Context,
  { phone, birthDate, kana, isPhoneShown = false }: Twin,
): Promise<readonly { readonly id: MemberId; readonly memberNo: string }[]> {
  const cipher = await context.cipher();
  const rows = await keptMembers(context)
    .where("phone_index", "=", cipher.index("phone", normalisePhone(phone)))
    .$if(isPhoneShown, (query) => query.where("phone_claimed_at", "is", null))
    .orderBy("member_no")
    .execute();
  return rows
    .map((row) => openMember(cipher, row))
    .filter((member) => birthDate === undefined || member.birthDate === birthDate)
    .filter((member) => kana === undefined || foldKana(member.kana) === foldKana(kana))
    .map(({ id, memberNo }) => ({ id, memberNo }));
}
