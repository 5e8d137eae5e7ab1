import { Annealing, type AnnealingOptions, type Budget, type Stretch } from "./annealing.ts";
import { keepFleet, reduceFleet } from "./fleet-reduction.ts";
import type { Instance } from "./instance.ts";

/** First the fewest vehicles, then the cost; or the cost alone. Serving everybody comes before both. */
export type Objective = "fleet" | "cost";

/** The best plan of a search, as nodes: what searches tell each other. */
export interface Standing {
  readonly routes: readonly Int32Array[];
  readonly absent: Int32Array;
  readonly vehicles: number;
  readonly cost: number;
  readonly iterations: number;
}

/** The share of the budget that may go into using fewer vehicles. */
const FLEET_SHARE = 0.5;

/** A search that can be run in laps, so that several can exchange their best plans in between. */
export class LapSearch {
  readonly annealing: Annealing;
  private readonly objective: Objective;
  private reducing: boolean;

  constructor({
    instance,
    objective,
    seed,
    options,
  }: {
    instance: Instance;
    objective: Objective;
    seed: number;
    options: AnnealingOptions;
  }) {
    this.annealing = new Annealing(instance, seed, options);
    this.objective = objective;
    this.reducing = objective === "fleet";
  }

  /** Goes on from one share of the whole budget to another. */
  lap(whole: Budget, { from, to }: { from: number; to: number }): void {
    const { annealing } = this;
    if (annealing.solution.instance.requestCount === 0) return;
    const turn = this.objective === "fleet" ? FLEET_SHARE : 0;
    if (this.reducing && from < turn) {
      reduceFleet(annealing, stretchOf(whole, { from, to: Math.min(to, turn), begin: 0, end: turn }));
    }
    if (to <= turn) return;
    if (this.reducing) keepFleet(annealing);
    this.reducing = false;
    annealing.run(stretchOf(whole, { from: Math.max(from, turn), to, begin: turn, end: 1 }));
  }

  get standing(): Standing {
    const { best, iterations } = this.annealing;
    const { routes, absent, vehicles, cost } = best;
    return { routes: [...routes], absent, vehicles, cost, iterations };
  }

  /** Hears of another search's best plan and goes on from there if it is better. */
  hear(other: Standing): void {
    const { annealing, objective } = this;
    if (!isBetter(other, this.standing, objective)) return;
    annealing.solution.restore(other);
    annealing.best.take(annealing.solution);
    if (objective === "fleet" && !this.reducing) keepFleet(annealing);
  }
}

/** Fewer absent trips, then fewer vehicles where they are counted, then less cost. */
export function isBetter(one: Standing, other: Standing, objective: Objective): boolean {
  if (one.absent.length !== other.absent.length) return one.absent.length < other.absent.length;
  if (objective === "fleet" && one.vehicles !== other.vehicles) return one.vehicles < other.vehicles;
  return one.cost < other.cost;
}

/** A stretch of the whole budget, its shares counted within the phase from `begin` to `end`. */
function stretchOf(
  { iterations, shouldStop, spent }: Budget,
  { from, to, begin, end }: { from: number; to: number; begin: number; end: number },
): Stretch {
  const within = (share: number) => (share - begin) / (end - begin);
  return {
    iterations: Math.round(iterations * to) - Math.round(iterations * from),
    shouldStop,
    spent: spent && (() => within(spent())),
    from: within(from),
    to: within(to),
  };
}
