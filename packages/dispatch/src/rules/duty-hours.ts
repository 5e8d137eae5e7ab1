/** A vehicle leaves its start place after its duty begins and is at its end place before the duty ends. */

import type { Duty, Window } from "../problem.ts";

export interface DutyNotStarted {
  readonly kind: "duty-not-started";
  /** How long after the pickup window closes the vehicle could be there. */
  readonly seconds: number;
}

export interface DutyEndsBefore {
  readonly kind: "duty-ends-before";
  /** How long after the end of the duty the vehicle would be back. */
  readonly seconds: number;
}

export function dutyEnd(backAt: number, { endsAt }: { endsAt: number }): DutyEndsBefore | undefined {
  const seconds = backAt - endsAt;
  return seconds > 0 ? { kind: "duty-ends-before", seconds } : undefined;
}

/** The pickup window closes before the duty begins: the reason is the duty's hours, not traffic. */
export function dutyStart(startsAt: number, pickup: Window, duty: Duty): DutyNotStarted | undefined {
  if (pickup.latest >= duty.startsAt) return undefined;
  return { kind: "duty-not-started", seconds: startsAt - pickup.latest };
}
