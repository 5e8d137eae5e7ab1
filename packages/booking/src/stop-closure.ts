import type { EpochSeconds, StopId } from "@noriai/kernel";

/** A stop at which nobody can board or alight for a while (停留所の一時休止), within one service date. */
export interface StopClosure {
  readonly stopId: StopId;
  readonly from: EpochSeconds;
  /** From then on it is a stop again. */
  readonly until: EpochSeconds;
  readonly reason: ClosureReason;
}

export type ClosureReason = "road-works" | "snow" | "accident" | "event" | "other";

/** The closures in which each stop is closed still or will be: the last word about a stop counts. */
export const openAgain = (closures: readonly StopClosure[], stopId: StopId): readonly StopClosure[] =>
  closures.filter((closure) => closure.stopId !== stopId);
