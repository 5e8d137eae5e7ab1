import type { Solution } from "./solution.ts";

/** The best plan so far, as nodes: routes that have not changed since are not copied again. */
export class Snapshot {
  cost = Number.POSITIVE_INFINITY;
  absentCount = Number.POSITIVE_INFINITY;
  vehicles = 0;
  absent: Int32Array = new Int32Array(0);
  readonly routes: Int32Array[] = [];
  private readonly versions: number[] = [];

  take(solution: Solution): void {
    this.cost = solution.cost;
    this.absentCount = solution.absentCount;
    this.absent = solution.absent.slice(0, solution.absentCount);
    this.vehicles = 0;
    for (const [d, route] of solution.routes.entries()) {
      if (route.count > 0) this.vehicles++;
      if (this.versions[d] === route.version) continue;
      this.versions[d] = route.version;
      this.routes[d] = route.node.slice(1, route.count + 1);
    }
  }
}
