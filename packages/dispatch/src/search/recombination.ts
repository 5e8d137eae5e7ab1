import { cheapestCover } from "./cheapest-cover.ts";
import type { Instance } from "./instance.ts";
import type { Partition } from "./partition.ts";
import { measure, Route, setNodes } from "./route.ts";
import { RoutePool } from "./route-pool.ts";
import { RouteVariants } from "./route-variants.ts";
import { RowPrices } from "./row-prices.ts";
import { SegmentChains } from "./segment-chains.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Solution } from "./solution.ts";
import { settleCost, Timing } from "./timing.ts";

/** Plans that cost more, as a share of the best one, have no routes worth remembering. */
const WORTH_REMEMBERING = 1.02;
/** Routes remembered at most; when there are more, so many of the cheapest by reduced cost are kept. */
const REMEMBERED_MAX = 40_000;
const REMEMBERED = 15_000;
/** Routes that one choice is made from. */
const CHOICE = 6000;
/** Rounds of making new routes of the best ones: so many are varied, so many cut; twice as many after one in vain. */
const ROUNDS = 3;
const VARIED = 80;
const CUT = 500;
/** New routes are kept whose reduced cost is less than this share of the gap between the bound and the best plan. */
const PROMISING = 0.15;
/** The bound must sink by this share of the gap for new routes to count as a gain. */
const GAIN = 0.05;
/** Shares of the gap within which a cheaper choice is looked for: near the bound few columns are in question. */
const WITHIN = [0.05, 0.2, 0.5, 1];
/** Columns that the search for a cheaper choice may look at; doubled each time in vain, up to so many times. */
const WORK = 1_000_000;
const DOUBLINGS_MAX = 3;

/**
 * Puts routes of many plans together to a better one. What a search drives through and leaves behind are good routes
 * in poor company; choosing among them all, each request once, finds plans that no small step leads to.
 *
 * Prices of the requests tell which routes are worth their cost; of those, variants are made and priced in turn.
 *
 * @see Parragh and Schmid 2013, hybrid column generation and large neighborhood search for the dial-a-ride problem
 */
export class Recombination {
  private readonly instance: Instance;
  private readonly pool: RoutePool;
  private readonly variants: RouteVariants;
  private readonly chains: SegmentChains;
  /** By kind of duty, what one costs that serves nobody. Columns are counted by what they cost beyond. */
  private readonly idleCost: Float64Array;
  /** By request: what it is worth to serve it. */
  private price: Float64Array | undefined;
  /** The bound reached last. */
  private lower = Number.POSITIVE_INFINITY;
  /** How often in a row nothing has been gained. */
  private vain = 0;

  constructor(instance: Instance) {
    this.instance = instance;
    this.pool = new RoutePool(instance);
    this.variants = new RouteVariants(instance, this.pool);
    this.chains = new SegmentChains(instance, this.pool);
    this.idleCost = Float64Array.from(
      this.pool.dutiesOf,
      ([d]) => costedRoute(instance, d!, new Int32Array(0)).cost,
    );
  }

  /** Remembers the routes that a step of the search has changed. */
  see({ cost, absentCount, routes, touched, touchedCount }: Solution, best: Snapshot): void {
    if (absentCount > 0 || cost > best.cost * WORTH_REMEMBERING) return;
    for (let k = 0; k < touchedCount; k++) this.pool.see(routes[touched[k]!]!);
  }

  /**
   * Looks for a plan that costs less than `best`, which serves everybody.
   *
   * @param closed  by duty: its vehicle is to stay unused
   * @returns the visits of each duty; undefined: none found
   */
  improve(best: Snapshot, closed: Uint8Array): Int32Array[] | undefined {
    this.remember(best.routes);
    const target = best.cost - this.costOfAllIdle();
    const { requestCount } = this.instance;
    this.price ??= new Float64Array(requestCount).fill(target / requestCount);
    let lower = this.priceRequests(target, closed);
    for (let round = 0; round < ROUNDS && lower < target; round++) {
      this.makeRoutes(target - lower);
      lower = this.priceRequests(target, closed);
    }
    if (lower >= target) return undefined;
    const chosen = this.choose(lower, target, closed);
    const gains = chosen !== undefined || lower < this.lower - GAIN * (target - lower);
    this.vain = gains ? 0 : this.vain + 1;
    this.lower = lower;
    const routes = chosen && this.routesOf(chosen, closed);
    if (this.pool.size > REMEMBERED_MAX) this.pool.keepOnly(this.cheapestColumns(REMEMBERED));
    return routes;
  }

  /** Another search may have found them. */
  private remember(routes: readonly Int32Array[]): void {
    for (const [duty, visits] of routes.entries()) this.pool.see(costedRoute(this.instance, duty, visits));
  }

  /** Finds out what serving each request is worth. @returns a bound that no choice of the columns in question is below */
  private priceRequests(target: number, closed: Uint8Array): number {
    const prices = new RowPrices(this.partitionOf(this.cheapestColumns(CHOICE), closed), this.price!);
    prices.climb(target);
    this.price = prices.price;
    return prices.lower;
  }

  /** Varies and chains what is worth most into new columns. */
  private makeRoutes(gap: number): void {
    const { pool, variants, chains, idleCost, vain } = this;
    const price = this.price!;
    const more = vain > 0 ? 2 : 1;
    const below = PROMISING * more * gap;
    for (const c of this.cheapestColumns(VARIED * more))
      variants.around(c, price, below + idleCost[pool.kind[c]!]!);
    const cut = this.cheapestColumns(CUT * more);
    for (const kind of pool.dutiesOf.keys()) {
      const columns = cut.filter((c) => pool.kind[c] === kind);
      chains.chain(kind, columns, { price, below: below + idleCost[kind]!, spares: 2 * more - 1 });
    }
  }

  private choose(lower: number, target: number, closed: Uint8Array): readonly number[] | undefined {
    const columns = this.cheapestColumns(CHOICE);
    const prices = new RowPrices(this.partitionOf(columns, closed), this.price!);
    const work = WORK * 2 ** Math.min(DOUBLINGS_MAX, this.vain);
    for (const share of WITHIN) {
      const below = lower + share * (target - lower);
      const hopeful = columns.filter((_, k) => prices.lower + prices.rise(k) < below);
      const partition = this.partitionOf(hopeful, closed);
      const chosen = cheapestCover(partition, { price: prices.price, below, work });
      if (chosen !== undefined) return chosen.map((k) => hopeful[k]!);
    }
    return undefined;
  }

  private costOfAllIdle(): number {
    return this.pool.kindOf.reduce((sum, kind) => sum + this.idleCost[kind]!, 0);
  }

  /** So many columns of least reduced cost, in their order. */
  private cheapestColumns(count: number): Int32Array {
    const { pool, idleCost } = this;
    const price = this.price!;
    const reduced = new Float64Array(pool.size);
    for (let c = 0; c < pool.size; c++) {
      let value = pool.cost[c]! - idleCost[pool.kind[c]!]!;
      const end = pool.start[c + 1]!;
      for (let p = pool.start[c]!; p < end; p++)
        if ((pool.nodes[p]! & 1) === 1) value -= price[pool.nodes[p]! >> 1]!;
      reduced[c] = value;
    }
    const all = Int32Array.from(reduced.keys());
    if (pool.size <= count) return all;
    const most = reduced.toSorted()[count - 1]!;
    return all.filter((c) => reduced[c]! <= most).subarray(0, count);
  }

  private partitionOf(columns: Int32Array, closed: Uint8Array): Partition {
    const { pool, instance, idleCost } = this;
    const start = new Int32Array(columns.length + 1);
    const rows: number[] = [];
    for (const [k, c] of columns.entries()) {
      for (const n of pool.visits(c)) if ((n & 1) === 1) rows.push(n >> 1);
      start[k + 1] = rows.length;
    }
    return {
      rowCount: instance.requestCount,
      limit: pool.dutiesOf.map((duties) => duties.filter((d) => closed[d] === 0).length),
      columnCount: columns.length,
      cost: Float64Array.from(columns, (c) => pool.cost[c]! - idleCost[pool.kind[c]!]!),
      kind: Int32Array.from(columns, (c) => pool.kind[c]!),
      start,
      rows: Int32Array.from(rows),
    };
  }

  private routesOf(columns: readonly number[], closed: Uint8Array): Int32Array[] {
    const { pool, instance } = this;
    const routes = Array.from({ length: instance.dutyCount }, () => new Int32Array(0));
    const free = pool.dutiesOf.map((duties) => duties.filter((d) => closed[d] === 0));
    for (const c of columns) routes[free[pool.kind[c]!]!.shift()!] = pool.visits(c).slice();
    return routes;
  }
}

function costedRoute(instance: Instance, duty: number, visits: Int32Array): Route {
  const route = new Route(duty, visits.length + 2);
  setNodes(route, visits, visits.length);
  measure(route, instance, new Int32Array(2 * instance.requestCount + 2 * instance.dutyCount));
  settleCost(route, new Timing(instance));
  return route;
}
