import type { Random } from "./random.ts";
import type { Solution } from "./solution.ts";

/** The base price lies between the mean cost of a request and so many times that. */
const BASE_MAX = 12;

/** The share of steps that ought to find everybody served: with more the search is too careful, with fewer it strays. */
const SERVED = 0.2;

/** By how much one step changes the base price, and the price of a request that is absent. */
const BASE_PACE = 0.001;
const PACE = 0.003;

/**
 * What it costs to leave a request out for a while. A small fleet leaves so little room that hardly any step from one
 * plan for everybody leads to another; through plans in which somebody waits outside there are ways.
 *
 * A request becomes dearer with every step that it is absent, and cheaper again later, so that none stays outside.
 * The base price follows how often everybody is served.
 *
 * @see Voudouris and Tsang 1999, guided local search: penalties that rise with use
 */
export class AbsencePrices {
  private readonly price: Float64Array;
  private readonly baseMin: number;
  private base: number;

  constructor({ cost, instance: { requestCount } }: Solution) {
    this.baseMin = cost / requestCount;
    this.base = this.baseMin;
    this.price = new Float64Array(requestCount).fill(this.base);
  }

  /** Of all who are absent. */
  of({ absent, absentCount }: Solution): number {
    let sum = 0;
    for (let k = 0; k < absentCount; k++) sum += this.price[absent[k]!]!;
    return sum;
  }

  /** Call after every step. */
  learn({ absent, absentCount }: Solution, random: Random): void {
    const { price, baseMin } = this;
    if (absentCount > 0) {
      for (let k = 0; k < absentCount; k++) price[absent[k]!] = price[absent[k]!]! * (1 + PACE);
      this.base = Math.min(BASE_MAX * baseMin, this.base * (1 + BASE_PACE * SERVED));
      return;
    }
    // One after the other forgets: cheaper than to let all of them fall a little.
    const r = random.below(price.length);
    this.base = Math.max(baseMin, this.base * (1 - BASE_PACE * (1 - SERVED)));
    price[r] = Math.max(this.base, price[r]! / 2);
  }
}
