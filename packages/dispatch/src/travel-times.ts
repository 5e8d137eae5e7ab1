/** From `startsAt` on, driving takes `permille`/1000 of the free-flow time: 1000 is free flow, 1500 half as long again. */
export interface Pace {
  readonly startsAt: number;
  readonly permille: number;
}

/** How long it takes from place to place. Need not be symmetric nor obey the triangle inequality. */
export interface TravelTimes {
  readonly placeCount: number;
  /**
   * Free-flow seconds, read as `from * placeCount + to`. `UNREACHABLE` where no road leads. Checked once, so nobody
   * writes into it after the first question; other times are another matrix.
   */
  readonly seconds: Int32Array;
  /** Metres of the same legs, for reports; the search does not read them. */
  readonly meters?: Int32Array | undefined;
  /** Ascending by `startsAt`; free flow before the first. */
  readonly pace?: readonly Pace[] | undefined;
}

export const UNREACHABLE = 2_147_483_647;

export function legsOf(travelTimes: TravelTimes): Legs {
  return new Legs(travelTimes);
}

/** Micro-seconds of free flow in one second of free flow: the grain in which progress along a leg is counted. */
const GRAIN = 1_000_000;

/**
 * Reads legs off the travel times. Arguments stand in driving order.
 *
 * A leg consumes its free-flow seconds at the pace of each moment it is driven in, so whoever leaves later never
 * arrives earlier (FIFO). Everything the engine proves about time rests on that.
 *
 * One class for roads with and without a pace: legs are asked millions of times, and a call that can go to one place
 * only is a call that the machine does not make.
 *
 * @see Ichoua, Gendreau and Potvin 2003, vehicle dispatching with time-dependent travel times
 */
export class Legs {
  /** True when a leg takes the same time at every hour. */
  readonly steady: boolean;
  private readonly seconds: Int32Array;
  private readonly placeCount: number;
  /** When each period of the pace begins; the first has always been, behind the last stands infinity. */
  private readonly opens: readonly number[];
  /** Integer progress per second in each period, and the most in it or any later one. */
  private readonly rate: readonly number[];
  private readonly fastestFrom: readonly number[];

  constructor({ placeCount, seconds, pace = [] }: TravelTimes) {
    this.steady = pace.length === 0;
    this.seconds = seconds;
    this.placeCount = placeCount;
    this.opens = [
      Number.NEGATIVE_INFINITY,
      ...pace.map(({ startsAt }) => startsAt),
      Number.POSITIVE_INFINITY,
    ];
    // Rounded up, so that 1000 s at pace 1300 are 1300 s and not 1301.
    this.rate = [GRAIN, ...pace.map(({ permille }) => Math.ceil((GRAIN * 1000) / permille))];
    this.fastestFrom = this.rate.map((_, period) => Math.max(...this.rate.slice(period)));
  }

  freeSeconds(from: number, to: number): number {
    return this.seconds[from * this.placeCount + to]!;
  }

  /** The least seconds the leg takes for whoever leaves at `since` or later. */
  leastSeconds(from: number, to: number, since: number): number {
    const free = this.freeSeconds(from, to);
    return this.steady ? free : Math.ceil((free * GRAIN) / this.fastestFrom[periodOf(this.opens, since)]!);
  }

  arrival(from: number, to: number, departAt: number): number {
    const free = this.freeSeconds(from, to);
    return this.steady ? departAt + free : this.pacedArrival(free, departAt);
  }

  /** The latest departure that still arrives by `arriveBy`. */
  departure(from: number, to: number, arriveBy: number): number {
    const free = this.freeSeconds(from, to);
    return this.steady ? arriveBy - free : this.pacedDeparture(free, arriveBy);
  }

  /** The pace stays the same from `at` until this instant, excluded; infinite in the last period. */
  steadyUntil(at: number): number {
    return this.opens[periodOf(this.opens, at) + 1]!;
  }

  /** The pace has been the same since this instant; infinite in the first period. */
  steadySince(at: number): number {
    return this.opens[periodOf(this.opens, at)]!;
  }

  private pacedArrival(free: number, departAt: number): number {
    const { opens, rate } = this;
    let left = free * GRAIN;
    let at = departAt;
    for (let period = periodOf(opens, at); ; period++) {
      const done = (opens[period + 1]! - at) * rate[period]!;
      if (done >= left) return at + Math.ceil(left / rate[period]!);
      left -= done;
      at = opens[period + 1]!;
    }
  }

  private pacedDeparture(free: number, arriveBy: number): number {
    const { opens, rate } = this;
    let left = free * GRAIN;
    let at = arriveBy;
    for (let period = periodOf(opens, at); ; period--) {
      const done = (at - opens[period]!) * rate[period]!;
      if (done >= left) return at - Math.ceil(left / rate[period]!);
      left -= done;
      at = opens[period]!;
    }
  }
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
