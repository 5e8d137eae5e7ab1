/** What was taken for a sleep of the device and may have been its clock, set forward. */
export interface Doubt {
  /** Seconds. */
  readonly by: number;
  /** The number of the first entry that was recorded afterwards. */
  readonly from: number;
}

/** A correction of what waits on the terminal, from this entry on. @param by  seconds */
export interface Correction {
  readonly by: number;
  readonly from: number;
}

interface Heard {
  /** By how many seconds the time that was heard is ahead of the one that was shown. */
  readonly by: number;
  /** By how many seconds the device seems to have slept since the time was heard before. */
  readonly slept: number;
  /** The number of the next entry. */
  readonly next: number;
  readonly doubt: Doubt | undefined;
}

/** Clocks that differ by less are read at another moment, not set. */
export const SET_LEAST_SECONDS = 5;
const NONE: readonly Correction[] = [];

/**
 * Tells a clock that was set from a device that has slept, when the server's time is heard again. What was recorded
 * before a sleep was said by a clock that was right; what was recorded before the clock was set was not. While no one
 * can tell, as without a network, a clock that ran ahead counts as a sleep; when the server's time shows that there was
 * none, only what was recorded since is put right.
 */
export function afterHearing({ by, slept, next, doubt }: Heard): {
  readonly corrections: readonly Correction[];
  readonly doubt: Doubt | undefined;
} {
  const isNew = slept >= SET_LEAST_SECONDS;
  const doubted: Doubt | undefined = isNew
    ? { by: slept + (doubt?.by ?? 0), from: doubt?.from ?? next }
    : doubt;
  if (Math.abs(by) < SET_LEAST_SECONDS) return { corrections: NONE, doubt: doubted };
  if (doubted === undefined || Math.abs(by + doubted.by) >= Math.abs(by))
    return { corrections: [{ by, from: 1 }], doubt: doubted };
  const rest = by + doubted.by;
  return {
    corrections: [
      { by: -doubted.by, from: doubted.from },
      ...(Math.abs(rest) < SET_LEAST_SECONDS ? NONE : [{ by: rest, from: 1 }]),
    ],
    doubt: undefined,
  };
}
