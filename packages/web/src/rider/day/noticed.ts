/** A foreseen interval, RFC 3339. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** What the rider has read last, and how it differed from what was there before. */
export interface Noticed {
  readonly interval: Interval;
  readonly move?: { readonly before: Interval; readonly kind: "later" | "sooner"; readonly minutes: number };
}

/**
 * What a rider notices when an interval is told. One that grows narrower within the last one is no change; one that
 * reaches out of it has moved, and stays told as moved until it moves again or is back where it was.
 */
export function noticed(last: Noticed | undefined, { from, to }: Interval): Noticed {
  const interval = { from, to };
  if (last === undefined) return { interval };
  const before = last.interval;
  const later = minutesBetween(before.to, to);
  const sooner = minutesBetween(from, before.from);
  if (last.move !== undefined && isWithin(interval, last.move.before)) return { interval };
  if (later <= 0 && sooner <= 0) return { ...last, interval };
  const move =
    later >= sooner
      ? ({ kind: "later", minutes: later } as const)
      : ({ kind: "sooner", minutes: sooner } as const);
  return { interval, move: { before, ...move } };
}

const isWithin = (inner: Interval, outer: Interval): boolean =>
  minutesBetween(outer.from, inner.from) >= 0 && minutesBetween(inner.to, outer.to) >= 0;

const minutesBetween = (a: string, b: string): number => Math.round((Date.parse(b) - Date.parse(a)) / 60_000);
