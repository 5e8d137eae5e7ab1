import { Insertion } from "./insertion.ts";
import { InsertionMemo } from "./insertion-memo.ts";
import type { Instance } from "./instance.ts";
import type { Random } from "./random.ts";
import type { Route } from "./route.ts";
import type { Solution } from "./solution.ts";

/** The chance that a route is not looked at: what makes greedy insertion find something new. */
const BLINK = 0.01;

/** Weights of the orders in which requests are put back; see `keyOf`. */
const ORDERS = [4, 4, 2, 1, 2, 2, 2, 1];
const ORDERS_SUM = ORDERS.reduce((a, b) => a + b);

/**
 * Greedy insertion with blinks: puts each absent request where it costs least, in an order drawn anew each time.
 * Requests without a place stay absent.
 *
 * @see Christiaens and Vanden Berghe 2020, section 5.3
 */
export class Recreate {
  readonly insertion: Insertion;
  private readonly instance: Instance;
  private readonly memo: InsertionMemo;
  private readonly key: Float64Array;
  private readonly emptySeen: Int32Array;
  private round = 0;
  /** Duties whose vehicle is to stay unused. */
  readonly closed: Uint8Array;
  private readonly found = { cost: 0, i: 0, j: 0, hopeful: false };
  /** Where the added cost is known without exact times, those are asked only about the place that is wanted. */
  private readonly hopes: boolean;

  constructor(instance: Instance) {
    this.instance = instance;
    this.insertion = new Insertion(instance);
    this.memo = new InsertionMemo(instance.requestCount, instance.dutyCount);
    this.key = new Float64Array(instance.requestCount);
    this.emptySeen = new Int32Array(instance.dutyCount);
    this.closed = new Uint8Array(instance.dutyCount);
    this.hopes = instance.steady && !instance.ridersCount;
  }

  /** @returns false when at least one request found no place and `allOrNothing` was asked for */
  apply(solution: Solution, random: Random, allOrNothing: boolean): boolean {
    this.sort(solution, random);
    const { absent } = solution;
    const count = solution.absentCount;
    let left = 0;
    for (let k = 0; k < count; k++) {
      const r = absent[k]!;
      if (this.insertBest(solution, random, r)) continue;
      if (allOrNothing) return false;
      absent[left++] = r;
    }
    solution.absentCount = left;
    return true;
  }

  private insertBest(solution: Solution, random: Random, r: number): boolean {
    const { found, insertion } = this;
    if (this.instance.onlyDuty[r] === -2) return false;
    const blinks = random.state;
    for (;;) {
      // Asked again, the same routes are overlooked.
      random.state = blinks;
      const d = this.cheapestRoute(solution, random, r);
      if (d < 0) return false;
      const route = solution.routes[d]!;
      if (!found.hopeful || !insertion.asksTimes(route, r) || insertion.holds(route, r, found.i, found.j)) {
        solution.insert(r, d, found);
        return true;
      }
      this.look(solution.routes, r, d, Number.POSITIVE_INFINITY, false);
    }
  }

  /** The route in which the request costs least, its place left in `found`; −1: none. */
  private cheapestRoute({ routes }: Solution, random: Random, r: number): number {
    const { instance, closed, emptySeen, found, memo } = this;
    const only = instance.onlyDuty[r]!;
    const round = ++this.round;
    let best = Number.POSITIVE_INFINITY;
    let duty = -1;
    const last = only >= 0 ? only + 1 : routes.length;
    for (let d = Math.max(0, only); d < last; d++) {
      const route = routes[d]!;
      if (route.count === 0) {
        if (closed[d] === 1) continue;
        const kind = instance.emptyClass[d]!;
        if (only < 0 && emptySeen[kind] === round) continue;
        emptySeen[kind] = round;
      }
      if (only < 0 && random.unit() < BLINK) continue;
      const known = memo.read(r, d, route.version, best);
      const cost = Number.isNaN(known) ? this.look(routes, r, d, best, this.hopes) : known;
      if (cost >= best) continue;
      best = cost;
      duty = d;
      found.i = memo.foundI;
      found.j = memo.foundJ;
      found.hopeful = memo.foundHopeful;
    }
    found.cost = best;
    return duty;
  }

  /** What the request would add to one route; the place is left in the memo. */
  private look(routes: readonly Route[], r: number, d: number, below: number, hopeful: boolean): number {
    const { memo, insertion } = this;
    const route = routes[d]!;
    insertion.hopeful = hopeful;
    const cost = insertion.find(route, r, below);
    const { i, j } = insertion;
    memo.write(r, d, route.version, { cost: j > 0 ? cost : below, i, j, hopeful });
    return cost;
  }

  /** Sorts the absent requests by a key drawn at random, least first. */
  private sort(solution: Solution, random: Random): void {
    const { absent, absentCount } = solution;
    let draw = random.below(ORDERS_SUM);
    let order = 0;
    while (draw >= ORDERS[order]!) draw -= ORDERS[order++]!;
    for (let k = 0; k < absentCount; k++) this.key[absent[k]!] = this.keyOf(absent[k]!, order, random);
    for (let k = 1; k < absentCount; k++) {
      const r = absent[k]!;
      const key = this.key[r]!;
      let at = k;
      for (; at > 0 && this.key[absent[at - 1]!]! > key; at--) absent[at] = absent[at - 1]!;
      absent[at] = r;
    }
  }

  private keyOf(r: number, order: number, random: Random): number {
    const { earliest, latest, location, matrix, size, requestCount, seats, wheelchairs } = this.instance;
    const pickup = 2 * r;
    const dropoff = pickup + 1;
    const home = location[2 * requestCount]!;
    const away = matrix[home * size + location[pickup]!]! + matrix[home * size + location[dropoff]!]!;
    switch (order) {
      case 1:
        return -(seats[r]! + wheelchairs[r]!);
      case 2:
        return -away;
      case 3:
        return away;
      case 4:
        return latest[pickup]! - earliest[pickup]! + latest[dropoff]! - earliest[dropoff]!;
      case 5:
        return earliest[pickup]!;
      case 6:
        return -latest[dropoff]!;
      case 7:
        return -matrix[location[pickup]! * size + location[dropoff]!]!;
      default:
        return random.unit();
    }
  }
}
