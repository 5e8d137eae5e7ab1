import type { World } from "@noriai/api";

/** The server's clock as last heard: what it showed, when we heard it, and how fast it runs. */
export interface ServerClock {
  readonly showedMs: number;
  readonly heardAt: Moment;
  /** Seconds of the server's clock per second of ours; 0 while paused. */
  readonly rate: number;
}

/** A moment by both clocks of the device, in milliseconds. */
export interface Moment {
  /** Never jumps, but may stand still while the device sleeps. */
  readonly elapsedMs: number;
  /** Goes on while the device sleeps, but may be set. */
  readonly deviceMs: number;
}

/** What the server's clock shows now, in whole epoch seconds. Where only the device's clock went on, the device has slept. */
export const shownBy = (clock: ServerClock, at: Moment): number =>
  Math.floor((clock.showedMs + (elapsedSince(clock, at) + sleptSince(clock, at)) * clock.rate) / 1000);

/** By how many seconds of the server's clock the device seems to have slept: unless its clock was set forward. */
export const seemingSleep = (clock: ServerClock, at: Moment): number =>
  Math.round((sleptSince(clock, at) * clock.rate) / 1000);

const elapsedSince = ({ heardAt }: ServerClock, at: Moment): number => at.elapsedMs - heardAt.elapsedMs;

const sleptSince = (clock: ServerClock, at: Moment): number =>
  Math.max(0, at.deviceMs - clock.heardAt.deviceMs - elapsedSince(clock, at));

/** Seconds of the server's clock per second of ours. */
export function rateOf({ demoClock }: World): number {
  if (demoClock === undefined) return 1;
  return demoClock.running ? demoClock.rate : 0;
}
