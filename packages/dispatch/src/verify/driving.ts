import type { TravelTimes } from "../travel-times.ts";

/**
 * When a vehicle that leaves at an instant arrives, read from the definition: the first whole second by which the
 * pace of all seconds driven has consumed the leg's free-flow seconds (counted in millionths; 1000/permille of a
 * second per second, rounded up).
 */
export function arrivalOf(
  { placeCount, seconds, pace = [] }: TravelTimes,
  leg: { readonly from: number; readonly to: number; readonly leaves: number },
): number {
  if (pace.length === 0) return leg.leaves + seconds[leg.from * placeCount + leg.to]!;
  const needed = seconds[leg.from * placeCount + leg.to]! * 1_000_000;
  const consumedBy = (until: number): number => {
    let consumed = 0;
    for (let k = -1; k < pace.length; k++) {
      const begins = Math.max(leg.leaves, k < 0 ? leg.leaves : pace[k]!.startsAt);
      const ends = Math.min(until, pace[k + 1]?.startsAt ?? until);
      const rate = k < 0 ? 1_000_000 : Math.ceil(1_000_000_000 / pace[k]!.permille);
      if (ends > begins) consumed += (ends - begins) * rate;
    }
    return consumed;
  };
  return firstWhere(leg.leaves, (at) => consumedBy(at) >= needed);
}

/** The latest departure that arrives by an instant; found by trying, because later departures never arrive earlier. */
export function departureOf(
  times: TravelTimes,
  leg: { readonly from: number; readonly to: number; readonly arrivesBy: number },
): number {
  const { from, to, arrivesBy } = leg;
  if ((times.pace ?? []).length === 0) return arrivesBy - times.seconds[from * times.placeCount + to]!;
  const tooLate = (before: number) => arrivalOf(times, { from, to, leaves: arrivesBy - before }) > arrivesBy;
  return arrivesBy - firstWhere(0, (before) => !tooLate(before));
}

/** The least whole number from `low` on for which a test that never turns back to false holds. */
function firstWhere(low: number, holds: (value: number) => boolean): number {
  if (holds(low)) return low;
  let reach = 1;
  while (!holds(low + reach)) reach *= 2;
  let fails = low + Math.floor(reach / 2);
  let ok = low + reach;
  while (ok - fails > 1) {
    const middle = Math.floor((fails + ok) / 2);
    if (holds(middle)) ok = middle;
    else fails = middle;
  }
  return ok;
}
