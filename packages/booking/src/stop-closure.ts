import type { DutyId, EpochSeconds, StopId } from "@noriai/kernel";

/** A stop at which nobody can board or alight for a while (停留所の一時休止), within one service date. */
export interface StopClosure {
  readonly stopId: StopId;
  readonly from: EpochSeconds;
  /** From then on it is a stop again. */
  readonly until: EpochSeconds;
  readonly reason: ClosureReason;
  /** Who was aboard or next when it was closed; nobody when left out. */
  readonly brought?: readonly Brought[];
}

/** Somebody whom a vehicle brings to a closed stop all the same, as long as it is this one that does. */
export interface Brought {
  /** A booking's id, or the quote's while the offer is only held. */
  readonly tripId: string;
  readonly dutyId: DutyId;
}

export type ClosureReason = "road-works" | "snow" | "accident" | "event" | "other";

/** The closures in which each stop is closed still or will be: the last word about a stop counts. */
export const openAgain = (closures: readonly StopClosure[], stopId: StopId): readonly StopClosure[] =>
  closures.filter((closure) => closure.stopId !== stopId);
