import type { TravelTimes } from "../travel-times.ts";

interface Leg {
  readonly from: number;
  readonly to: number;
}

/**
 * When a vehicle that leaves at an instant arrives, read from the definition: the first whole second by which the
 * pace of all seconds driven has consumed the leg's free-flow seconds.
 */
export function arrivalOf(
  times: TravelTimes,
  { from, to, leaves }: Leg & { readonly leaves: number },
): number {
  const free = freeSeconds(times, { from, to });
  const needed = free * 1_000_000;
  const consumes = (by: number) => consumed(times, { from: leaves, until: by }) >= needed;
  return firstWhere({ low: leaves, guess: leaves + free, holds: consumes });
}

/** The latest departure that arrives by an instant. */
export function departureOf(
  times: TravelTimes,
  { from, to, arrivesBy }: Leg & { readonly arrivesBy: number },
): number {
  const free = freeSeconds(times, { from, to });
  const needed = free * 1_000_000;
  const consumes = (before: number) =>
    consumed(times, { from: arrivesBy - before, until: arrivesBy }) >= needed;
  return arrivesBy - firstWhere({ low: 0, guess: free, holds: consumes });
}

function freeSeconds({ placeCount, seconds }: TravelTimes, { from, to }: Leg): number {
  return seconds[from * placeCount + to]!;
}

/** Millionths of free-flow seconds consumed in an interval: 1000/permille of a second per second, rounded up. */
function consumed(
  { pace = [] }: TravelTimes,
  { from, until }: { readonly from: number; readonly until: number },
): number {
  let sum = Math.max(0, Math.min(until, pace[0]?.startsAt ?? until) - from) * 1_000_000;
  for (let k = 0; k < pace.length; k++) {
    const begins = Math.max(from, pace[k]!.startsAt);
    const ends = Math.min(until, pace[k + 1]?.startsAt ?? until);
    if (ends > begins) sum += (ends - begins) * Math.ceil(1_000_000_000 / pace[k]!.permille);
  }
  return sum;
}

/** The least whole number from `low` on for which a test that never turns back to false holds; searched from a guess. */
function firstWhere({
  low,
  guess,
  holds,
}: {
  low: number;
  guess: number;
  holds: (value: number) => boolean;
}): number {
  if (holds(low)) return low;
  let ok = guess;
  while (!holds(ok)) ok += 1 + (ok - low);
  let fails = low;
  while (ok - fails > 1) {
    const middle = Math.floor((fails + ok) / 2);
    if (holds(middle)) ok = middle;
    else fails = middle;
  }
  return ok;
}
