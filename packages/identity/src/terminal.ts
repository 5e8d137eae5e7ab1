import { createHash } from "node:crypto";
import { evenDigits } from "./even-digits.ts";

/** Wrong PINs after which a driver's door stays shut until somebody releases it. */
export const PIN_TRIES_MAX = 5;
const PIN_DIGITS = 4;
/** A code to bind a terminal is typed once, from one screen to the other. */
const CODE_DIGITS = 8;
/** How long such a code is good. */
export const CODE_SECONDS = 10 * 60;

/** Random bytes from which a PIN or a code is made. */
export const DIGITS_BYTES = 64;

/**
 * A PIN (暗証番号) of four digits that nobody would try first: not all alike, no staircase, no pair twice, no year.
 * @param random  `DIGITS_BYTES` random bytes
 */
export function newPin(random: Uint8Array): string {
  const digits = evenDigits(random);
  for (let from = 0; from + PIN_DIGITS <= digits.length; from += PIN_DIGITS) {
    const pin = digits.slice(from, from + PIN_DIGITS);
    if (!isGuessable(pin)) return pin;
  }
  throw new Error("no PIN in these bytes"); // sixteen guessable ones in a row: one time in 10^27
}

/** Whether a PIN is among those that are tried first. */
export function isGuessable(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, k) => Number(digit) - Number(pin[k])));
  const isStaircase = steps.size === 1 && [-1, 0, 1].includes([...steps][0]!);
  return isStaircase || pin.slice(0, 2) === pin.slice(2) || /^(19|20)/.test(pin);
}

export const isPin = (text: string): boolean => /^\d{4}$/.test(text);

/** A one-time code of eight digits. @param random  `DIGITS_BYTES` random bytes */
export const newDeviceCode = (random: Uint8Array): string => evenDigits(random).slice(0, CODE_DIGITS);

/** What the database keeps of a code: it is good for minutes and once, so a fast hash will do. */
export const hashOfCode = (code: string): string =>
  createHash("sha256")
    .update(`device code ${code.replace(/\D/g, "")}`)
    .digest("hex");
