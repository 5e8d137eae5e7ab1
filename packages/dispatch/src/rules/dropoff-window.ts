/** Alighting begins within the drop-off window. */

import type { Window } from "../problem.ts";

export interface DropoffTooLate {
  readonly kind: "dropoff-too-late";
  /** How long after the window closes the vehicle could be there. */
  readonly seconds: number;
}

/** A vehicle that is early waits with the rider aboard, so only lateness can break this rule. */
export function dropoffWindow(startsAt: number, window: Window): DropoffTooLate | undefined {
  const seconds = startsAt - window.latest;
  return seconds > 0 ? { kind: "dropoff-too-late", seconds } : undefined;
}
