import { evenDigits } from "./even-digits.ts";

/** Long enough that nobody finds one by trying, and only digits, so that it can be read out on the phone. */
const INVITATION_DIGITS = 12;

/** How long an invitation to help a member can be accepted. */
export const INVITATION_SECONDS = 7 * 24 * 3600;

/** A code by which one member lets another help them. @param random  `DIGITS_BYTES` random bytes */
export const newInvitationCode = (random: Uint8Array): string =>
  evenDigits(random).slice(0, INVITATION_DIGITS);

/** The digits of a code as typed, in full width or with gaps; nothing when it cannot be one. */
export function parseInvitationCode(typed: string): string | undefined {
  const digits = typed.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
  return /^\d+$/.test(digits) && digits.length === INVITATION_DIGITS ? digits : undefined;
}
