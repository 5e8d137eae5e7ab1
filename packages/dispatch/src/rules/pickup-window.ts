/** Boarding begins within the pickup window. */

import type { Window } from "../problem.ts";

export interface PickupTooLate {
  readonly kind: "pickup-too-late";
  /** How long after the window closes the vehicle could be there. */
  readonly seconds: number;
}

/** A vehicle that is early waits for the window to open, so only lateness can break this rule. */
export function pickupWindow(startsAt: number, window: Window): PickupTooLate | undefined {
  const seconds = startsAt - window.latest;
  return seconds > 0 ? { kind: "pickup-too-late", seconds } : undefined;
}
