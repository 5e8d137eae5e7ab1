import type { TravelTimes } from "@noriai/dispatch";

/** One leg of a drive: places as the travel times number them. */
export interface Leg {
  readonly from: number;
  readonly to: number;
}

/**
 * When a vehicle that leaves at `departAt` arrives, at the pace of each moment it drives in. Instants in seconds.
 * The engine drives the same way; nothing promised rests on this, it only tells when a vehicle has to set out.
 */
export function arrivalOf(
  times: TravelTimes,
  { from, to, departAt }: Leg & { readonly departAt: number },
): number {
  let left = freeFlow(times, from, to);
  let at = departAt;
  for (const { until, permille } of periodsOf(times)) {
    if (until <= at) continue;
    const arrives = at + Math.ceil((left * permille) / 1000);
    if (arrives <= until) return arrives;
    left -= ((until - at) * 1000) / permille;
    at = until;
  }
  return at;
}

/** The latest departure that arrives by `arriveBy`. */
export function departureOf(
  times: TravelTimes,
  { from, to, arriveBy }: Leg & { readonly arriveBy: number },
): number {
  let left = freeFlow(times, from, to);
  let at = arriveBy;
  for (const { since, permille } of periodsOf(times).reverse()) {
    if (since >= at) continue;
    const leaves = at - Math.ceil((left * permille) / 1000);
    if (leaves >= since) return leaves;
    left -= ((at - since) * 1000) / permille;
    at = since;
  }
  return at;
}

const freeFlow = ({ seconds, placeCount }: TravelTimes, from: number, to: number): number =>
  seconds[from * placeCount + to]!;

interface Period {
  readonly since: number;
  readonly until: number;
  readonly permille: number;
}

function periodsOf({ pace = [] }: TravelTimes): Period[] {
  const steps = [{ startsAt: Number.NEGATIVE_INFINITY, permille: 1000 }, ...pace];
  return steps.map(({ startsAt, permille }, k) => ({
    since: startsAt,
    until: steps[k + 1]?.startsAt ?? Number.POSITIVE_INFINITY,
    permille,
  }));
}
