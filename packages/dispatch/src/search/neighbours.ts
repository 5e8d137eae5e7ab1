import type { Instance } from "./instance.ts";

/** Beyond so many, neighbours are no neighbours. */
const NEAREST_MAX = 240;

/** For each visit the others, nearest first. Lists are made when first asked for: a short search asks about few. */
export class Neighbours {
  private readonly instance: Instance;
  private readonly lists: (Int32Array | undefined)[];
  private readonly nodes: readonly number[];

  constructor(instance: Instance) {
    const { requestCount: R, fixed } = instance;
    this.instance = instance;
    this.lists = new Array(2 * R);
    this.nodes = Array.from({ length: 2 * R }, (_, n) => n).filter(
      (n) => fixed[n >> 1] === 0 || ((n & 1) === 1 && fixed[n >> 1] !== 3),
    );
  }

  /** Visits that may be moved. */
  get movable(): readonly number[] {
    return this.nodes;
  }

  of(node: number): Int32Array {
    const known = this.lists[node];
    if (known !== undefined) return known;
    const { location, matrix, size } = this.instance;
    const here = location[node]!;
    const distance = (n: number) => matrix[here * size + location[n]!]! + matrix[location[n]! * size + here]!;
    const byDistance = this.nodes
      .map((n) => ({ n, distance: distance(n) }))
      .sort((a, b) => a.distance - b.distance || a.n - b.n);
    const list = Int32Array.from(byDistance.slice(0, NEAREST_MAX), ({ n }) => n);
    this.lists[node] = list;
    return list;
  }
}
