import type { World } from "@noriai/api";

/** The server's clock as last heard: what it showed, when we heard it, and how fast it runs. */
export interface ServerClock {
  readonly showedMs: number;
  readonly heardAtMs: number;
  /** Seconds of the server's clock per second of ours; 0 while paused. */
  readonly rate: number;
}

/** What the server's clock shows now, in whole epoch seconds. */
export const shownBy = (clock: ServerClock, atMs: number): number =>
  Math.floor((clock.showedMs + (atMs - clock.heardAtMs) * clock.rate) / 1000);

/** Seconds of the server's clock per second of ours. */
export function rateOf({ demoClock }: World): number {
  if (demoClock === undefined) return 1;
  return demoClock.running ? demoClock.rate : 0;
}
