import type { Instance } from "./instance.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Random } from "./random.ts";
import type { Solution } from "./solution.ts";

/** How much a step tears out. */
export interface RuinSize {
  /** Visits, on average. */
  readonly visits: number;
  /** The longest string of one route, unless routes are long. */
  readonly stringMax: number;
}

/** The share of a long route that one string may take: tearing out less of it hardly changes it. */
const LONG_STRING = 0.25;

/**
 * Adjacent string removal: takes strings of visits that follow each other out of routes that lie close together, and
 * with each visit its whole request. Half of the strings leave a visit in their middle alone.
 *
 * @see Christiaens and Vanden Berghe 2020, slack induction by string removals for vehicle routing problems, section 5.2
 */
export class Ruin {
  private readonly neighbours: Neighbours;
  private readonly size: RuinSize;
  private readonly leaves: Uint8Array;
  private readonly isRuined: Uint8Array;
  private readonly ruined: Int32Array;
  private ruinedCount = 0;

  constructor(instance: Instance, neighbours: Neighbours, size: RuinSize) {
    this.neighbours = neighbours;
    this.size = size;
    this.leaves = new Uint8Array(instance.requestCount);
    this.isRuined = new Uint8Array(instance.dutyCount);
    this.ruined = new Int32Array(instance.dutyCount);
  }

  /** @returns false when what stays cannot be driven any more; the step must then be taken back */
  apply(solution: Solution, random: Random): boolean {
    const { movable } = this.neighbours;
    if (movable.length === 0) return true;
    const length = averageLength(solution);
    const longest = Math.min(length, Math.max(this.size.stringMax, length * LONG_STRING));
    const routesMax = (4 * this.size.visits) / (1 + longest) - 1;
    const routes = Math.floor(random.unit() * Math.max(0, routesMax) + 1);
    const seed = movable[random.below(movable.length)]!;
    const near = this.neighbours.of(seed);
    let fits = true;
    this.ruinedCount = 0;
    for (let k = 0; k < near.length && this.ruinedCount < routes; k++) {
      const node = near[k]!;
      const d = solution.routeOf[node >> 1]!;
      if (d < 0 || this.isRuined[d] === 1) continue;
      this.isRuined[d] = 1;
      this.ruined[this.ruinedCount++] = d;
      if (!this.takeString(solution, random, d, node, longest)) fits = false;
    }
    for (let k = 0; k < this.ruinedCount; k++) this.isRuined[this.ruined[k]!] = 0;
    return fits;
  }

  private takeString(solution: Solution, random: Random, d: number, node: number, longest: number): boolean {
    const { node: nodes, count } = solution.routes[d]!;
    let at = 1;
    while (nodes[at] !== node) at++;
    const length = Math.floor(1 + random.unit() * Math.min(count, longest));
    const split = length > 1 && length < count && random.unit() < 0.5;
    let kept = split ? 1 : 0;
    while (split && length + kept < count && random.unit() < 0.01) kept++;
    const span = Math.min(count, length + kept);
    const least = Math.max(1, at - span + 1);
    const most = Math.min(at, count - span + 1);
    const begin = least + random.below(most - least + 1);
    const keepFrom = kept === 0 ? 0 : begin + random.below(span - kept + 1);
    for (let k = begin; k < begin + span; k++)
      if (kept === 0 || k < keepFrom || k >= keepFrom + kept) this.leaves[nodes[k]! >> 1] = 1;
    const fits = solution.remove(d, this.leaves);
    this.leaves.fill(0);
    return fits;
  }
}

function averageLength({ routes }: Solution): number {
  let visits = 0;
  let used = 0;
  for (const { count } of routes) {
    visits += count;
    if (count > 0) used++;
  }
  return Math.max(1, visits / Math.max(1, used));
}
