import type { Instance } from "./instance.ts";
import { measure, Route, setNodes } from "./route.ts";
import type { RoutePool } from "./route-pool.ts";
import { cutIntoSegments, type Segment, segmentOf } from "./segment.ts";
import { settleCost, Timing } from "./timing.ts";

/** Segments that chains are made of, and new routes, at most. */
const SEGMENTS_MAX = 1500;
const ROUTES_MAX = 300;
/** Parts of the day by which chains are extended in order. */
const SLOTS = 512;

/** What new routes are to be worth. */
export interface Worth {
  /** By request. */
  readonly price: Float64Array;
  /** The reduced cost of a new route is less. */
  readonly below: number;
  /** Chains that end with the same segment and are looked at further, although others are sooner and cheaper. */
  readonly spares: number;
}

/** A chain of segments from the start of a duty. */
interface Chain {
  readonly last: number;
  readonly before: Chain | undefined;
  /** When the vehicle is free again. */
  readonly ends: number;
  readonly reduced: number;
}

/**
 * Makes new columns of the parts of good ones: cuts routes wherever nobody is aboard, and chains the segments anew, by
 * labels over the day. Only where roads are steady and riders' times cost nothing.
 *
 * @see Rist and Forbes 2021, a new formulation for the dial-a-ride problem (fragments of routes)
 */
export class SegmentChains {
  private readonly instance: Instance;
  private readonly pool: RoutePool;
  private readonly timing: Timing;
  private readonly route: Route;
  private readonly positionOf: Int32Array;

  constructor(instance: Instance, pool: RoutePool) {
    const { requestCount: R, dutyCount: D } = instance;
    this.instance = instance;
    this.pool = pool;
    this.timing = new Timing(instance);
    this.route = new Route(0, 64);
    this.positionOf = new Int32Array(2 * R + 2 * D);
  }

  /** @param columns  of duty kind `kind`, to be cut */
  chain(kind: number, columns: Int32Array, worth: Worth): void {
    const { instance, pool, route } = this;
    route.duty = pool.dutiesOf[kind]![0]!;
    if (!instance.steady || instance.ridersCount || instance.driving[route.duty] === 1) return;
    const segments = this.segmentsOf(columns);
    const wholes = new Chaining(instance, segments, route.duty, worth).run();
    for (const chain of wholes.slice(0, ROUTES_MAX)) this.add(segments, chain);
  }

  private segmentsOf(columns: Int32Array): Segment[] {
    const found = new Map<string, Segment>();
    for (const c of columns)
      for (const nodes of cutIntoSegments(this.pool.visits(c), this.instance)) {
        const name = nodes.join();
        if (found.size < SEGMENTS_MAX && !found.has(name)) found.set(name, segmentOf(nodes, this.instance));
      }
    return [...found.values()];
  }

  private add(segments: readonly Segment[], whole: Chain): void {
    const { route, timing, instance, pool } = this;
    const parts: number[][] = [];
    for (let at: Chain | undefined = whole; at !== undefined; at = at.before)
      parts.unshift([...segments[at.last]!.nodes]);
    const nodes = parts.flat();
    setNodes(route, nodes, nodes.length);
    measure(route, instance, this.positionOf);
    // The limit of the driver's work has not been asked yet.
    timing.take(route);
    if (timing.settle() && settleCost(route, timing)) pool.see(route);
  }
}

/** One search for the cheapest chains of one duty. */
class Chaining {
  private readonly instance: Instance;
  private readonly segments: readonly Segment[];
  private readonly worth: Worth;
  private readonly duty: number;
  private readonly readyAt: number;
  private readonly endsAt: number;
  /** By segment, its driving less the prices of its requests. */
  private readonly reduced: Float64Array;
  private readonly chainsOf: Chain[][];
  private readonly slots: Chain[][];
  private readonly isServed: Uint8Array;

  constructor(instance: Instance, segments: readonly Segment[], duty: number, worth: Worth) {
    this.instance = instance;
    this.segments = segments;
    this.worth = worth;
    this.duty = duty;
    this.readyAt = instance.readyAt[duty]!;
    this.endsAt = instance.endsAt[duty]!;
    this.reduced = Float64Array.from(segments, ({ drivingSeconds, requests }) =>
      requests.reduce((sum, r) => sum - worth.price[r]!, drivingSeconds * instance.weights.vehicleSecond),
    );
    this.chainsOf = segments.map(() => []);
    this.slots = Array.from({ length: SLOTS + 1 }, () => []);
    this.isServed = new Uint8Array(instance.requestCount);
  }

  /** @returns chains that can be driven to the end of the duty, the least reduced cost first */
  run(): Chain[] {
    const { instance, segments, worth, duty, slots } = this;
    const { requestCount: R, dutyCount: D, location, matrix, size, weights } = instance;
    const start = location[2 * R + duty]! * size;
    const end = location[2 * R + D + duty]!;
    const wholes: Chain[] = [];
    for (const s of segments.keys())
      this.extend({ last: -1, before: undefined, ends: this.readyAt, reduced: 0 }, s, start);
    // Extending a chain makes it end later: into this slot or a later one.
    for (const slot of slots)
      for (const chain of slot) {
        const here = segments[chain.last]!.to * size;
        const back = matrix[here + end]!;
        if (chain.ends + back > this.endsAt) continue;
        const reduced = chain.reduced + back * weights.vehicleSecond;
        if (reduced < worth.below) wholes.push({ ...chain, reduced });
        this.mark(chain, 1);
        for (const s of segments.keys()) this.extend(chain, s, here);
        this.mark(chain, 0);
      }
    return wholes.sort((a, b) => a.reduced - b.reduced);
  }

  private mark(chain: Chain, served: 0 | 1): void {
    for (let at: Chain | undefined = chain; at !== undefined; at = at.before)
      for (const r of this.segments[at.last]!.requests) this.isServed[r] = served;
  }

  /** @param here  row of the matrix where the chain ends */
  private extend(chain: Chain, s: number, here: number): void {
    const { from, latest, ends, seconds, requests } = this.segments[s]!;
    const { matrix, weights } = this.instance;
    const leg = matrix[here + from]!;
    const begins = chain.ends + leg;
    if (begins > latest) return;
    for (let k = 0; k < requests.length; k++) if (this.isServed[requests[k]!] === 1) return;
    const endsThen = Math.max(ends, begins + seconds);
    const reduced = chain.reduced + leg * weights.vehicleSecond + this.reduced[s]!;
    const others = this.chainsOf[s]!;
    let better = 0;
    for (const other of others)
      if (other.ends <= endsThen && other.reduced <= reduced && ++better > this.worth.spares) return;
    const longer: Chain = { last: s, before: chain.last < 0 ? undefined : chain, ends: endsThen, reduced };
    others.push(longer);
    this.slots[this.slotAt(endsThen)]!.push(longer);
  }

  private slotAt(instant: number): number {
    const share = (instant - this.readyAt) / Math.max(1, this.endsAt - this.readyAt);
    return Math.max(0, Math.min(SLOTS, Math.floor(share * SLOTS)));
  }
}
