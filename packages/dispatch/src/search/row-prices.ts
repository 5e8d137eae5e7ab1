import type { Partition } from "./partition.ts";

/** Steps of the subgradient method at most; steps without gain before they become shorter. */
const STEPS = 300;
const PATIENCE = 10;
/** Steps shorter than this share of the first lead nowhere. */
const SHORTEST = 0.01;
/** How much of the last direction is kept. */
const MOMENTUM = 0.7;

/**
 * What covering each row is worth: Lagrange multipliers that lift the lower bound of a partition, found by the
 * subgradient method. A column's reduced cost is its cost less the prices of its rows.
 *
 * @see Held, Wolfe and Crowder 1974, validation of subgradient optimization; Camerini, Fratta and Maffioli 1975
 */
export class RowPrices {
  /** By row; the best prices so far. */
  readonly price: Float64Array;
  /** No choice of columns costs less. */
  lower = Number.NEGATIVE_INFINITY;
  /** By column, at the prices last looked at. */
  readonly reduced: Float64Array;
  private readonly partition: Partition;
  private readonly slope: Float64Array;
  /** By kind, the columns with the most negative reduced costs, least first: what the relaxed choice takes. */
  private readonly taken: readonly Int32Array[];
  private readonly takenCount: Int32Array;

  constructor(partition: Partition, guess: Float64Array) {
    this.partition = partition;
    this.price = guess.slice();
    this.reduced = new Float64Array(partition.columnCount);
    this.slope = new Float64Array(partition.rowCount);
    this.taken = Array.from(partition.limit, (limit) => new Int32Array(limit));
    this.takenCount = new Int32Array(partition.limit.length);
    this.lower = this.bound(this.price);
  }

  /** Lifts the bound towards `target`, the cost of a choice that is known. */
  climb(target: number): void {
    const { slope, price: best } = this;
    const price = best.slice();
    const direction = new Float64Array(price.length);
    let pace = 1;
    let idle = 0;
    for (let step = 0; step < STEPS && pace > SHORTEST; step++) {
      const norm = turn(direction, slope);
      if (norm === 0 || this.lower >= target) break;
      const length = (pace * (target - this.lower)) / norm;
      for (let r = 0; r < price.length; r++) price[r] = price[r]! + length * direction[r]!;
      const bound = this.bound(price);
      idle = bound > this.lower + 1e-4 * (target - this.lower) ? 0 : idle + 1;
      if (bound > this.lower) {
        this.lower = bound;
        best.set(price);
      }
      if (idle < PATIENCE) continue;
      idle = 0;
      pace /= 2;
      price.set(best);
      this.bound(price);
      direction.fill(0);
    }
    this.bound(best);
  }

  /** By how much the bound rises at least when column c must be chosen. */
  rise(c: number): number {
    const k = this.partition.kind[c]!;
    const count = this.takenCount[k]!;
    // Where the kind is used up, another column has to give way.
    const gives =
      count === this.partition.limit[k] && count > 0 ? this.reduced[this.taken[k]![count - 1]!]! : 0;
    return Math.max(0, this.reduced[c]! - gives);
  }

  private bound(price: Float64Array): number {
    this.relax(price);
    const { taken, takenCount, reduced, slope } = this;
    const { start, rows } = this.partition;
    let bound = price.reduce((sum, one) => sum + one, 0);
    slope.fill(1);
    for (let k = 0; k < taken.length; k++)
      for (let at = 0; at < takenCount[k]!; at++) {
        const c = taken[k]![at]!;
        bound += reduced[c]!;
        for (let p = start[c]!; p < start[c + 1]!; p++) slope[rows[p]!] = slope[rows[p]!]! - 1;
      }
    return bound;
  }

  /** Takes of each kind what its limit allows, as if no row had to be covered. */
  private relax(price: Float64Array): void {
    const { taken, takenCount, reduced } = this;
    const { columnCount, cost, start, rows, kind, limit } = this.partition;
    takenCount.fill(0);
    for (let c = 0; c < columnCount; c++) {
      let value = cost[c]!;
      const end = start[c + 1]!;
      for (let p = start[c]!; p < end; p++) value -= price[rows[p]!]!;
      reduced[c] = value;
      if (value >= 0) continue;
      const k = kind[c]!;
      const list = taken[k]!;
      let at = takenCount[k]!;
      if (at < limit[k]!) takenCount[k] = at + 1;
      else if (at === 0 || reduced[list[--at]!]! <= value) continue;
      for (; at > 0 && reduced[list[at - 1]!]! > value; at--) list[at] = list[at - 1]!;
      list[at] = c;
    }
  }
}

/** @returns the square of the new direction's length */
function turn(direction: Float64Array, slope: Float64Array): number {
  let norm = 0;
  for (let r = 0; r < slope.length; r++) {
    const along = slope[r]! + MOMENTUM * direction[r]!;
    direction[r] = along;
    norm += along * along;
  }
  return norm;
}
