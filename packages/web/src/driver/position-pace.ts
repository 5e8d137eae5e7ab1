import type { Position } from "@noriai/kernel";
import { metresBetween } from "./road-line.ts";

/** A position that was told to the server, and when by a clock that never jumps. */
export interface ToldPosition {
  readonly position: Position;
  readonly elapsedMs: number;
}

/** 仕様書 5-(3)-③: every 10 seconds while driving. */
export const EVERY_MS = 10_000;
/** A vehicle that stands is told of half as often as a position grows old on the board. */
export const STANDING_MS = 30_000;
/** Less than this is no driving, but the inaccuracy of the measurement. */
const MOVED_METRES = 20;

/**
 * Is it time to tell where the vehicle is? At most every 10 seconds; while it stands only every 30, which spares battery
 * and line and still tells it from one that has fallen silent.
 *
 * @param pace  how often at most; the demo's vehicle moves by a faster clock
 */
export function isDue(
  told: ToldPosition | undefined,
  here: ToldPosition & { readonly accuracy?: number },
  pace = EVERY_MS,
): boolean {
  if (told === undefined) return true;
  const waited = here.elapsedMs - told.elapsedMs;
  if (waited < pace) return false;
  const { position: a } = told;
  const { position: b } = here;
  const moved = metresBetween([a.lng, a.lat], [b.lng, b.lat]);
  return moved >= Math.max(MOVED_METRES, here.accuracy ?? 0) || waited >= STANDING_MS;
}
