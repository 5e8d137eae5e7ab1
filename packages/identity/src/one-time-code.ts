import { type Seconds, seconds } from "@noriai/kernel";
import { evenDigits } from "./even-digits.ts";

const DIGITS = 6;
/** How long a one-time code (確認コード) is good. */
export const ONE_TIME_CODE_SECONDS: Seconds = seconds(10 * 60);
/** After so many wrong tries it is worth nothing any more. */
export const ONE_TIME_CODE_TRIES_MAX = 5;

/**
 * A code of six digits, each of the million as likely as the others: a code that is gone after five tries and ten minutes
 * need not avoid the ones that people would try first.
 * @param random  `DIGITS_BYTES` random bytes
 */
export const newOneTimeCode = (random: Uint8Array): string => evenDigits(random).slice(0, DIGITS);

/** A code as it was typed or pasted: ２３４ 567 and 234-567 are one. Nothing when it cannot be one. */
export function parseOneTimeCode(typed: string): string | undefined {
  const digits = typed.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
