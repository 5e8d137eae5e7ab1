import type { Doubt, Doubting } from "./doubt.ts";
import { closedFacility } from "./doubts/closed-facility.ts";
import { duplicate } from "./doubts/duplicate.ts";
import { forgottenReturn } from "./doubts/forgotten-return.ts";
import { halfDaySlip } from "./doubts/half-day-slip.ts";
import { missingWheelchair } from "./doubts/missing-wheelchair.ts";
import { tooClose } from "./doubts/too-close.ts";
import { unusualHour } from "./doubts/unusual-hour.ts";

/** Everything to ask once more before the request is confirmed, weightiest first. FIELD row 31 */
export const doubtsOf = (doubting: Doubting): readonly Doubt[] => {
  const doubts = DOUBTS.flatMap((doubt) => doubt(doubting));
  // The same ride at the same time is also too close to itself, and half a day off is also unusual.
  const found = new Set(doubts.map(({ kind }) => kind));
  return doubts.filter(({ kind }) => STRONGER[kind]?.every((other) => !found.has(other)) ?? true);
};

const DOUBTS = [
  duplicate,
  tooClose,
  halfDaySlip,
  closedFacility,
  missingWheelchair,
  unusualHour,
  forgottenReturn,
] as const satisfies readonly ((doubting: Doubting) => readonly Doubt[])[];

const STRONGER: { readonly [K in Doubt["kind"]]?: readonly Doubt["kind"][] } = {
  "too-close": ["duplicate"],
  "unusual-hour": ["half-day-slip"],
};
