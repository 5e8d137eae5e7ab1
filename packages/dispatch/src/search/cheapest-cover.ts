import type { Partition } from "./partition.ts";

/**
 * Looks, depth first, for columns that cover every row exactly once and cost less than `below`: the row with the
 * fewest columns first, the columns by reduced cost. Costs are whole numbers.
 *
 * @param price  by row. With good prices the reduced costs are hardly negative, and those of a cheap choice small: a
 *   branch ends when they add up to more than `below` leaves
 * @param work  columns that may be looked at
 * @returns the cheapest choice found; undefined: none
 */
export function cheapestCover(
  partition: Partition,
  { price, below, work }: { readonly price: Float64Array; readonly below: number; readonly work: number },
): readonly number[] | undefined {
  return new Cover(partition, { price, below, work }).run();
}

/** Costs are whole numbers, prices are not: what is cheaper is so by more than rounding can hide. */
const LESS = 0.5;

class Cover {
  private readonly partition: Partition;
  private readonly reduced: Float64Array;
  private readonly words: number;
  /** By column, `words` words of 32 rows each. */
  private readonly rowSet: Int32Array;
  private readonly isCovered: Uint8Array;
  private uncovered: number;
  /** By kind, how many more may be chosen. */
  private readonly left: Int32Array;
  /** By row, of the columns last looked at: how many cover it, and the least share of their reduced costs. */
  private readonly columnsOf: Int32Array;
  private readonly leastShare: Float64Array;
  /** What the uncovered rows add at least, each column shared equally by its rows. */
  private leastOfRows = 0;
  private readonly chosen: number[] = [];
  private best: readonly number[] | undefined;
  /** What reduced costs must add up to less than. */
  private room: number;
  private work: number;

  constructor(
    partition: Partition,
    { price, below, work }: { readonly price: Float64Array; readonly below: number; readonly work: number },
  ) {
    const { rowCount, columnCount, cost, start, rows } = partition;
    this.partition = partition;
    this.reduced = cost.slice();
    this.words = (rowCount + 31) >> 5;
    this.rowSet = new Int32Array(this.words * columnCount);
    for (let c = 0; c < columnCount; c++)
      for (let p = start[c]!; p < start[c + 1]!; p++) {
        const row = rows[p]!;
        this.reduced[c] = this.reduced[c]! - price[row]!;
        const word = c * this.words + (row >> 5);
        this.rowSet[word] = this.rowSet[word]! | (1 << (row & 31));
      }
    this.isCovered = new Uint8Array(rowCount);
    this.uncovered = rowCount;
    this.left = Int32Array.from(partition.limit);
    this.columnsOf = new Int32Array(rowCount);
    this.leastShare = new Float64Array(rowCount);
    this.room = below - LESS - price.reduce((sum, one) => sum + one, 0);
    this.work = work;
  }

  run(): readonly number[] | undefined {
    const { reduced, left, partition } = this;
    const allowed = Int32Array.from(reduced.keys()).filter((c) => left[partition.kind[c]!]! > 0);
    this.descend(
      allowed.sort((a, b) => reduced[a]! - reduced[b]! || a - b),
      0,
    );
    return this.best;
  }

  /** @param list  columns that fit beside the chosen ones, by reduced cost */
  private descend(list: Int32Array, spent: number): void {
    if (this.uncovered === 0) {
      this.room = spent - LESS;
      this.best = this.chosen.slice();
      return;
    }
    this.work -= list.length;
    const row = this.scarcestRow(list);
    if (row < 0 || spent + this.mostNegative(list) + this.leastOfRows >= this.room) return;
    for (const c of list) {
      if (this.work < 0) return;
      if (!this.covers(c, row)) continue;
      this.choose(c);
      const cost = spent + this.reduced[c]!;
      const beside = this.thoseBeside(list, c);
      if (cost + this.mostNegative(beside) < this.room) this.descend(this.cut(beside, cost), cost);
      this.unchoose(c);
    }
  }

  private choose(c: number): void {
    const { start, rows, kind } = this.partition;
    for (let p = start[c]!; p < start[c + 1]!; p++) this.isCovered[rows[p]!] = 1;
    this.uncovered -= start[c + 1]! - start[c]!;
    this.left[kind[c]!] = this.left[kind[c]!]! - 1;
    this.chosen.push(c);
  }

  private unchoose(c: number): void {
    const { start, rows, kind } = this.partition;
    for (let p = start[c]!; p < start[c + 1]!; p++) this.isCovered[rows[p]!] = 0;
    this.uncovered += start[c + 1]! - start[c]!;
    this.left[kind[c]!] = this.left[kind[c]!]! + 1;
    this.chosen.pop();
  }

  /** The least that further columns can add: nothing, or what is negative and within the limits. */
  private mostNegative(list: Int32Array): number {
    const { reduced, left, partition } = this;
    if (list.length === 0 || reduced[list[0]!]! >= 0) return 0;
    const slots = left.slice();
    let sum = 0;
    for (const c of list) {
      if (reduced[c]! >= 0) break;
      const k = partition.kind[c]!;
      if (slots[k]! === 0) continue;
      slots[k] = slots[k]! - 1;
      sum += reduced[c]!;
    }
    return sum;
  }

  /** The uncovered row that the fewest columns cover; −1 where one has none. Sets `leastOfRows` too. */
  private scarcestRow(list: Int32Array): number {
    const { columnsOf, leastShare, isCovered, reduced } = this;
    const { start, rows } = this.partition;
    columnsOf.fill(0);
    leastShare.fill(Number.POSITIVE_INFINITY);
    for (const c of list) {
      const end = start[c + 1]!;
      const share = Math.max(0, reduced[c]!) / (end - start[c]!);
      for (let p = start[c]!; p < end; p++) {
        const row = rows[p]!;
        columnsOf[row] = columnsOf[row]! + 1;
        if (share < leastShare[row]!) leastShare[row] = share;
      }
    }
    this.leastOfRows = 0;
    let scarcest = -1;
    for (let r = 0; r < columnsOf.length; r++) {
      if (isCovered[r] === 1) continue;
      if (columnsOf[r] === 0) return -1;
      this.leastOfRows += leastShare[r]!;
      if (scarcest < 0 || columnsOf[r]! < columnsOf[scarcest]!) scarcest = r;
    }
    return scarcest;
  }

  private covers(c: number, row: number): boolean {
    return (this.rowSet[c * this.words + (row >> 5)]! & (1 << (row & 31))) !== 0;
  }

  private thoseBeside(list: Int32Array, chosen: number): Int32Array {
    const { rowSet, words, left, work } = this;
    const { kind } = this.partition;
    this.work = work - list.length;
    const beside = new Int32Array(list.length);
    let count = 0;
    outer: for (const c of list) {
      if (left[kind[c]!] === 0) continue;
      for (let w = 0; w < words; w++)
        if ((rowSet[c * words + w]! & rowSet[chosen * words + w]!) !== 0) continue outer;
      beside[count++] = c;
    }
    return beside.subarray(0, count);
  }

  /** Leaves out the columns that cost too much even beside the most negative ones. */
  private cut(list: Int32Array, spent: number): Int32Array {
    const negative = this.mostNegative(list);
    let count = list.length;
    while (
      count > 0 &&
      this.reduced[list[count - 1]!]! > 0 &&
      spent + negative + this.reduced[list[count - 1]!]! >= this.room
    )
      count--;
    return list.subarray(0, count);
  }
}
