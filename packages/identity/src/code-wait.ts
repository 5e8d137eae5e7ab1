import type { EpochSeconds, Seconds } from "@noriai/kernel";

/** At most so many within so many seconds. */
export interface CodeWindow {
  readonly within: number;
  readonly most: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Whoever has got no code asks for another after so many seconds. */
export const CODE_AGAIN_SECONDS = 30;

/** How many codes may be asked for one number, phone or address: fifty tries to guess one in a whole day. */
export const CODES_PER_TARGET: readonly CodeWindow[] = [
  { within: CODE_AGAIN_SECONDS, most: 1 },
  { within: HOUR, most: 5 },
  { within: DAY, most: 10 },
];

/** How many from one place on the network; a provider may have many riders behind one. */
export const CODES_PER_ASKER: readonly CodeWindow[] = [
  { within: HOUR, most: 30 },
  { within: DAY, most: 200 },
];

/** What is older counts no more. */
export const CODES_COUNTED_SECONDS = DAY;

/**
 * How long nobody may have another code, or nothing when one may be had now.
 * @param issued  when codes were issued, in order
 */
export function codeWait(
  issued: readonly EpochSeconds[],
  windows: readonly CodeWindow[],
  now: EpochSeconds,
): Seconds | undefined {
  const waits = windows.map(({ within, most }) => {
    const recent = issued.filter((at) => at > now - within);
    const leaves = recent[recent.length - most];
    return leaves === undefined ? 0 : leaves + within - now;
  });
  const longest = Math.max(...waits);
  return longest > 0 ? (longest as Seconds) : undefined;
}
