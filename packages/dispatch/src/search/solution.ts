import type { Instance } from "./instance.ts";
import { copyRoute, insertNodes, measure, Route, setNodes } from "./route.ts";
import { settleCost, Timing } from "./timing.ts";

/** A plan being searched: one route per duty, and the requests that stand in none. A step can be taken back. */
export class Solution {
  readonly instance: Instance;
  readonly routes: Route[];
  /** The duty that serves the request; −1: none. Stays the duty's while only the drop-off of a fixed pickup is out. */
  readonly routeOf: Int32Array;
  readonly absent: Int32Array;
  absentCount = 0;
  /** Of all routes together; the absent ones cost nothing here. */
  cost = 0;
  readonly timing: Timing;
  private readonly positionOf: Int32Array;
  private nextVersion = 1;

  /** What the step has touched, as it was. */
  readonly touched: Int32Array;
  touchedCount = 0;
  private readonly isTouched: Uint8Array;
  private readonly saved: Route[] = [];
  private readonly spare: Route[] = [];
  private readonly absentBefore: Int32Array;
  private absentCountBefore = 0;
  private costBefore = 0;

  constructor(instance: Instance) {
    const { requestCount: R, dutyCount: D, initial, unplaced } = instance;
    this.instance = instance;
    this.timing = new Timing(instance);
    this.positionOf = new Int32Array(2 * R + 2 * D);
    this.routeOf = new Int32Array(R).fill(-1);
    this.absent = new Int32Array(R);
    this.absentBefore = new Int32Array(R);
    this.touched = new Int32Array(D);
    this.isTouched = new Uint8Array(D);
    this.routes = initial.map((nodes, d) => {
      const route = new Route(d, 2 * nodes.length + 8);
      setNodes(route, nodes, nodes.length);
      return route;
    });
    for (const route of this.routes) {
      for (let k = 1; k <= route.count; k++) this.routeOf[route.node[k]! >> 1] = route.duty;
      this.update(route);
      this.cost += route.cost;
    }
    for (const r of unplaced) this.absent[this.absentCount++] = r;
  }

  /** Begins a step that `keep` or `takeBack` ends. */
  begin(): void {
    this.touchedCount = 0;
    this.absentCountBefore = this.absentCount;
    this.costBefore = this.cost;
    for (let k = 0; k < this.absentCount; k++) this.absentBefore[k] = this.absent[k]!;
  }

  /** Call before a route changes. */
  touch(d: number): Route {
    if (this.isTouched[d] === 1) return this.routes[d]!;
    this.isTouched[d] = 1;
    this.touched[this.touchedCount++] = d;
    const old = this.routes[d]!;
    this.saved[d] = old;
    const fresh = this.spare.pop() ?? new Route(d, old.node.length);
    fresh.duty = d;
    copyRoute(old, fresh);
    fresh.cost = old.cost;
    fresh.version = old.version;
    this.routes[d] = fresh;
    return fresh;
  }

  keep(): void {
    for (let k = 0; k < this.touchedCount; k++) {
      const d = this.touched[k]!;
      this.isTouched[d] = 0;
      this.spare.push(this.saved[d]!);
    }
  }

  takeBack(): void {
    for (let k = 0; k < this.touchedCount; k++) {
      const d = this.touched[k]!;
      this.isTouched[d] = 0;
      this.spare.push(this.routes[d]!);
      const route = this.saved[d]!;
      this.routes[d] = route;
      for (let p = 1; p <= route.count; p++) this.routeOf[route.node[p]! >> 1] = d;
    }
    this.absentCount = this.absentCountBefore;
    this.cost = this.costBefore;
    for (let k = 0; k < this.absentCount; k++) {
      this.absent[k] = this.absentBefore[k]!;
      this.routeOf[this.absent[k]!] = -1;
    }
  }

  /** Inserts an absent request (the caller strikes it off the list), at a place whose added cost is known. */
  insert(request: number, d: number, place: { i: number; j: number; cost: number }): void {
    const route = this.touch(d);
    insertNodes(route, request, place.i, place.j);
    route.cost += place.cost;
    route.version = this.nextVersion++;
    measure(route, this.instance, this.positionOf);
    this.cost += place.cost;
    this.routeOf[request] = d;
  }

  /**
   * Takes the requests marked in `leaves` out of a route; fixed pickups stay. `settled` of a later `update` may fail
   * where a stop fewer makes the way longer.
   */
  remove(d: number, leaves: Uint8Array): boolean {
    const route = this.touch(d);
    const { node } = route;
    const { fixed } = this.instance;
    let to = 1;
    for (let k = 1; k <= route.count; k++) {
      const n = node[k]!;
      const r = n >> 1;
      const stays = leaves[r] === 0 || fixed[r] === 3 || (fixed[r] === 2 && (n & 1) === 0);
      if (stays) node[to++] = n;
      else if ((n & 1) === 1) {
        this.absent[this.absentCount++] = r;
        this.routeOf[r] = -1;
      }
    }
    route.count = to - 1;
    this.cost -= route.cost;
    const fits = this.update(route);
    this.cost += route.cost;
    return fits;
  }

  /** Gives a duty other visits. @returns whether they can be driven */
  replace(d: number, nodes: Int32Array, count: number): boolean {
    const route = this.touch(d);
    setNodes(route, nodes, count);
    for (let k = 0; k < count; k++) this.routeOf[nodes[k]! >> 1] = d;
    this.cost -= route.cost;
    const fits = this.update(route);
    this.cost += route.cost;
    if (!fits || !route.hasRideLimits) return fits;
    this.timing.take(route);
    return this.timing.settle();
  }

  /** Goes back to a plan seen before. Not within a step. */
  restore({ routes, absent }: { readonly routes: readonly Int32Array[]; readonly absent: Int32Array }): void {
    this.cost = 0;
    for (const [d, route] of this.routes.entries()) {
      setNodes(route, routes[d]!, routes[d]!.length);
      for (let k = 1; k <= route.count; k++) this.routeOf[route.node[k]! >> 1] = d;
      this.update(route);
      this.cost += route.cost;
    }
    this.absentCount = absent.length;
    for (const [k, r] of absent.entries()) {
      this.absent[k] = r;
      this.routeOf[r] = -1;
    }
  }

  /** Measures a route whose nodes have changed, and its cost. @returns whether it can be driven */
  private update(route: Route): boolean {
    const { instance, timing } = this;
    route.version = route.count === 0 ? -1 - instance.emptyClass[route.duty]! : this.nextVersion++;
    measure(route, instance, this.positionOf);
    return settleCost(route, timing);
  }
}
