import type { Random } from "@noriai/kernel";
import { isOpen } from "./booking-state.ts";
import type { Day } from "./day.ts";

const CODES = 10_000;

/** Four digits that no open booking of the day bears; at most ten thousand bookings can be open. */
export function newBoardingCode(day: Day, random: Random): string {
  const used = new Set(
    [...day.bookings.values()].filter(({ state }) => isOpen(state)).map((b) => b.boardingCode),
  );
  let code = Math.floor(random() * CODES);
  while (used.has(fourDigits(code)) && used.size < CODES) code = (code + 1) % CODES;
  return fourDigits(code);
}

const fourDigits = (code: number): string => String(code).padStart(4, "0");
