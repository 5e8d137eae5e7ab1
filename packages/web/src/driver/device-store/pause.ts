const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next try: twice as long after each failure, up to a minute, and never all terminals at
 * once when the network comes back.
 *
 * @param failures  in a row, from 1
 * @param chance  0 to 1
 */
export const pauseMs = (failures: number, chance: number): number =>
  Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10)) * (0.75 + chance / 2));
