import type { Instance } from "./instance.ts";
import type { Random } from "./random.ts";
import type { Route } from "./route.ts";
import type { Solution } from "./solution.ts";

/**
 * Lets two vehicles exchange all that they do after a moment at which both are empty: what no removal of short strings
 * can do. The pair of moments that costs least is taken.
 *
 * @see Parragh, Doerner and Hartl 2010, variable neighborhood search for the dial-a-ride problem: zero split
 */
export class TailExchange {
  private readonly instance: Instance;
  private readonly splits: Int32Array;
  private readonly nodes: Int32Array;
  private readonly others: Int32Array;

  constructor(instance: Instance) {
    this.instance = instance;
    this.splits = new Int32Array(2 * instance.requestCount + 2);
    this.nodes = new Int32Array(2 * instance.requestCount + 2);
    this.others = new Int32Array(2 * instance.requestCount + 2);
  }

  /**
   * @param closed  by duty: an unused vehicle that is to stay so
   * @returns false when there is nothing to exchange, or it cannot be driven; the step must then be taken back
   */
  apply(solution: Solution, random: Random, closed: Uint8Array): boolean {
    const { routes } = solution;
    const one = routes[random.below(routes.length)]!;
    const other = routes[random.below(routes.length)]!;
    if (one === other || one.count + other.count === 0 || !this.areAlike(one, other)) return false;
    if ((one.count === 0 && closed[one.duty] === 1) || (other.count === 0 && closed[other.duty] === 1))
      return false;
    const { matrix, size } = this.instance;
    let least = Number.POSITIVE_INFINITY;
    let [p, q] = [-1, -1];
    const splits = this.splitsOf(other);
    for (let a = 0; a <= one.count; a++) {
      if (!isEmptyAfter(one, a)) continue;
      for (let s = 0; s < splits; s++) {
        const b = this.splits[s]!;
        // To exchange everything, or nothing, changes nothing.
        if ((a === 0 && b === 0) || (a === one.count && b === other.count)) continue;
        const intoOther = matrix[one.location[a]! * size + other.location[b + 1]!]!;
        const intoOne = matrix[other.location[b]! * size + one.location[a + 1]!]!;
        if (one.free[a]! + intoOther > other.tail[b + 1]! || other.free[b]! + intoOne > one.tail[a + 1]!)
          continue;
        const cost = intoOther + intoOne - one.leg[a + 1]! - other.leg[b + 1]!;
        // Chance decides among those that cost about the same.
        const noisy = cost * (1 + 0.2 * random.unit());
        if (noisy >= least) continue;
        least = noisy;
        [p, q] = [a, b];
      }
    }
    if (p < 0) return false;
    const count = join(this.nodes, one, p, other, q);
    const otherCount = join(this.others, other, q, one, p);
    // Both before either changes: taking the step back restores only what it has touched.
    solution.touch(one.duty);
    solution.touch(other.duty);
    return (
      solution.replace(one.duty, this.nodes, count) && solution.replace(other.duty, this.others, otherCount)
    );
  }

  private splitsOf(route: Route): number {
    let count = 0;
    for (let k = 0; k <= route.count; k++) if (isEmptyAfter(route, k)) this.splits[count++] = k;
    return count;
  }

  /** Vehicles of one kind, none on its way, nobody bound to either. */
  private areAlike(one: Route, other: Route): boolean {
    const { emptyClass } = this.instance;
    return emptyClass[one.duty] === emptyClass[other.duty] && this.isFree(one) && this.isFree(other);
  }

  private isFree({ node, count, duty }: Route): boolean {
    const { onlyDuty, driving, seatsAboard, wheelchairsAboard } = this.instance;
    if (driving[duty] === 1 || seatsAboard[duty] !== 0 || wheelchairsAboard[duty] !== 0) return false;
    for (let k = 1; k <= count; k++) if (onlyDuty[node[k]! >> 1] !== -1) return false;
    return true;
  }
}

function isEmptyAfter({ seatsTaken, wheelchairsTaken }: Route, k: number): boolean {
  return seatsTaken[k] === 0 && wheelchairsTaken[k] === 0;
}

/** The visits of `head` up to position p, then those of `tail` after position q. */
function join(into: Int32Array, head: Route, p: number, tail: Route, q: number): number {
  let count = 0;
  for (let k = 1; k <= p; k++) into[count++] = head.node[k]!;
  for (let k = q + 1; k <= tail.count; k++) into[count++] = tail.node[k]!;
  return count;
}
