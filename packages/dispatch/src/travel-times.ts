/** From `startsAt` on, driving takes `permille`/1000 of the free-flow time: 1000 is free flow, 1500 half as long again. */
export interface Pace {
  readonly startsAt: number;
  readonly permille: number;
}

/** How long it takes from place to place. Need not be symmetric nor obey the triangle inequality. */
export interface TravelTimes {
  readonly placeCount: number;
  /** Free-flow seconds, read as `from * placeCount + to`. `UNREACHABLE` where no road leads. */
  readonly seconds: Int32Array;
  /** Metres of the same legs, for reports; the search does not read them. */
  readonly meters?: Int32Array | undefined;
  /** Ascending by `startsAt`; free flow before the first. */
  readonly pace?: readonly Pace[] | undefined;
}

export const UNREACHABLE = 2_147_483_647;

/**
 * Reads legs off the travel times. Arguments stand in driving order.
 *
 * A leg consumes its free-flow seconds at the pace of each moment it is driven in, so whoever leaves later never
 * arrives earlier (FIFO). Everything the engine proves about time rests on that.
 *
 * @see Ichoua, Gendreau and Potvin 2003, vehicle dispatching with time-dependent travel times
 */
export interface Legs {
  freeSeconds(from: number, to: number): number;
  /** The least seconds the leg takes for whoever leaves at `since` or later. */
  leastSeconds(from: number, to: number, since: number): number;
  arrival(from: number, to: number, departAt: number): number;
  /** The latest departure that still arrives by `arriveBy`. */
  departure(from: number, to: number, arriveBy: number): number;
  /** True when a leg takes the same time at every hour. */
  readonly steady: boolean;
  /** The pace stays the same from `at` until this instant, excluded; infinite in the last period. */
  steadyUntil(at: number): number;
  /** The pace has been the same since this instant; infinite in the first period. */
  steadySince(at: number): number;
}

export function legsOf(travelTimes: TravelTimes): Legs {
  return (travelTimes.pace?.length ?? 0) === 0 ? steadyLegs(travelTimes) : pacedLegs(travelTimes);
}

function steadyLegs({ placeCount, seconds }: TravelTimes): Legs {
  const free = (from: number, to: number) => seconds[from * placeCount + to]!;
  return {
    freeSeconds: free,
    leastSeconds: free,
    arrival: (from, to, departAt) => departAt + free(from, to),
    departure: (from, to, arriveBy) => arriveBy - free(from, to),
    steady: true,
    steadyUntil: () => Number.POSITIVE_INFINITY,
    steadySince: () => Number.NEGATIVE_INFINITY,
  };
}

/** Micro-seconds of free flow in one second of free flow: the grain in which progress along a leg is counted. */
const GRAIN = 1_000_000;

function pacedLegs({ placeCount, seconds, pace = [] }: TravelTimes): Legs {
  // Integer progress per second in each period. Rounded up, so that 1000 s at pace 1300 are 1300 s and not 1301.
  const rate = [GRAIN, ...pace.map(({ permille }) => Math.ceil((GRAIN * 1000) / permille))];
  const opens = [Number.NEGATIVE_INFINITY, ...pace.map(({ startsAt }) => startsAt), Number.POSITIVE_INFINITY];
  const fastestFrom = rate.map((_, period) => Math.max(...rate.slice(period)));
  const free = (from: number, to: number) => seconds[from * placeCount + to]!;
  return {
    freeSeconds: free,
    leastSeconds: (from, to, since) =>
      Math.ceil((free(from, to) * GRAIN) / fastestFrom[periodOf(opens, since)]!),
    arrival(from, to, departAt) {
      let left = free(from, to) * GRAIN;
      let at = departAt;
      for (let period = periodOf(opens, at); ; period++) {
        const done = (opens[period + 1]! - at) * rate[period]!;
        if (done >= left) return at + Math.ceil(left / rate[period]!);
        left -= done;
        at = opens[period + 1]!;
      }
    },
    departure(from, to, arriveBy) {
      let left = free(from, to) * GRAIN;
      let at = arriveBy;
      for (let period = periodOf(opens, at); ; period--) {
        const done = (at - opens[period]!) * rate[period]!;
        if (done >= left) return at - Math.ceil(left / rate[period]!);
        left -= done;
        at = opens[period]!;
      }
    },
    steady: false,
    steadyUntil: (at) => opens[periodOf(opens, at) + 1]!,
    steadySince: (at) => opens[periodOf(opens, at)]!,
  };
}

/** The period that holds the instant: opens[p] ≤ at < opens[p + 1]. */
function periodOf(opens: readonly number[], at: number): number {
  let low = 0;
  let high = opens.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (opens[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
