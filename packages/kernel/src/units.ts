import type { Branded } from "./branded.ts";

/** An instant: whole seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = Branded<number, "EpochSeconds">;
/** A duration in whole seconds. */
export type Seconds = Branded<number, "Seconds">;
/** A distance in whole metres. */
export type Meters = Branded<number, "Meters">;
/** An amount of money in whole yen. */
export type Yen = Branded<number, "Yen">;

export const epochSeconds = (value: number): EpochSeconds => whole(value) as EpochSeconds;
export const seconds = (value: number): Seconds => whole(value) as Seconds;
export const meters = (value: number): Meters => whole(value) as Meters;
export const yen = (value: number): Yen => whole(value) as Yen;

export const minutes = (value: number): Seconds => seconds(value * 60);

/** The instant `duration` after `instant`. */
export const later = (instant: EpochSeconds, duration: Seconds): EpochSeconds =>
  (instant + duration) as EpochSeconds;

/** The instant `duration` before `instant`. */
export const earlier = (instant: EpochSeconds, duration: Seconds): EpochSeconds =>
  (instant - duration) as EpochSeconds;

/** The time from `from` to `to`; negative when `to` comes first. */
export const between = (from: EpochSeconds, to: EpochSeconds): Seconds => (to - from) as Seconds;

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return value;
}
