import { Insertion } from "./insertion.ts";
import { type Instance, WHOLE } from "./instance.ts";
import { insertNodes, measure, Route, setNodes } from "./route.ts";
import type { RoutePool } from "./route-pool.ts";
import { settleCost, Timing } from "./timing.ts";

/**
 * Makes new columns of a good one: a request less, a request more, one exchanged for another; those whose reduced
 * cost is below a limit go into the pool.
 */
export class RouteVariants {
  private readonly instance: Instance;
  private readonly pool: RoutePool;
  private readonly insertion: Insertion;
  private readonly timing: Timing;
  private readonly positionOf: Int32Array;
  private readonly base: Route;
  private readonly less: Route;
  private readonly more: Route;

  constructor(instance: Instance, pool: RoutePool) {
    const { requestCount: R, dutyCount: D } = instance;
    this.instance = instance;
    this.pool = pool;
    this.insertion = new Insertion(instance);
    this.timing = new Timing(instance);
    this.positionOf = new Int32Array(2 * R + 2 * D);
    this.base = new Route(0, 64);
    this.less = new Route(0, 64);
    this.more = new Route(0, 64);
  }

  /** @param price  by request */
  around(column: number, price: Float64Array, below: number): void {
    const { pool, base, less, instance } = this;
    const nodes = pool.visits(column).slice();
    const duty = pool.dutiesOf[pool.kind[column]!]![0]!;
    if (!this.load(base, nodes, duty)) return;
    let reduced = base.cost;
    for (const n of nodes) if ((n & 1) === 1) reduced -= price[n >> 1]!;
    this.insertEach(base, { reduced, price, below, except: -1 });
    for (const n of nodes) {
      const r = n >> 1;
      if ((n & 1) === 0 || instance.fixed[r] !== WHOLE || nodes.length === 2) continue;
      if (
        !this.load(
          less,
          nodes.filter((one) => one >> 1 !== r),
          duty,
        )
      )
        continue;
      const lessReduced = reduced + less.cost - base.cost + price[r]!;
      if (lessReduced < below) pool.see(less);
      this.insertEach(less, { reduced: lessReduced, price, below, except: r });
    }
  }

  private insertEach(
    route: Route,
    {
      reduced,
      price,
      below,
      except,
    }: {
      readonly reduced: number;
      readonly price: Float64Array;
      readonly below: number;
      readonly except: number;
    },
  ): void {
    const { instance, insertion, more, pool } = this;
    for (let r = 0; r < instance.requestCount; r++) {
      const room = below - reduced + price[r]!;
      if (room <= 0 || r === except || instance.fixed[r] !== WHOLE || this.isIn(route, r)) continue;
      const cost = insertion.find(route, r, room);
      if (cost >= room) continue;
      more.duty = route.duty;
      setNodes(more, route.node.subarray(1, route.count + 1), route.count);
      insertNodes(more, r, insertion.i, insertion.j);
      more.cost = route.cost + cost;
      pool.see(more);
    }
  }

  private isIn(route: Route, r: number): boolean {
    const at = this.positionOf[2 * r + 1]!;
    return at >= 1 && at <= route.count && route.node[at] === 2 * r + 1;
  }

  private load(route: Route, nodes: Int32Array, duty: number): boolean {
    route.duty = duty;
    setNodes(route, nodes, nodes.length);
    measure(route, this.instance, this.positionOf);
    return settleCost(route, this.timing);
  }
}
