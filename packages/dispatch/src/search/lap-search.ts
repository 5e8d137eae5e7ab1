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

/** The share of the rest in which plans may leave somebody out on the way; then the best one is polished. */
const ROAMING_SHARE = 0.9;

/** A search that can be run in laps, so that several can exchange their best plans in between. */
export class LapSearch {
  readonly annealing: Annealing;
  private readonly objective: Objective;
  /** The share of the budget after which the fleet stays as it is; undefined: that is not known yet. */
  private turn: number | undefined;
  /** The step at which a vehicle was saved last. */
  private savedAt = 0;

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
    if (objective === "cost") this.turn = 0;
  }

  /** Goes on from one share of the whole budget to another. */
  lap(whole: Budget, { from, to }: { from: number; to: number }): void {
    const { annealing } = this;
    if (annealing.solution.instance.requestCount === 0) return;
    const turn = this.turn ?? this.reduce(whole, { from, to });
    if (turn === undefined || to <= turn) return;
    const begin = Math.max(from, turn);
    const firm = this.objective === "fleet" ? turn + ROAMING_SHARE * (1 - turn) : turn;
    const run = (part: { from: number; to: number }) =>
      annealing.run(stretchOf(whole, { ...part, begin: turn, end: 1 }));
    if (begin < firm) run({ from: begin, to: Math.min(to, firm) });
    if (to <= firm) return;
    annealing.forbidAbsences();
    run({ from: Math.max(begin, firm), to });
  }

  /** Saves vehicles for as long as it is worth it. @returns `turn` */
  private reduce(whole: Budget, { from, to }: { from: number; to: number }): number | undefined {
    const { annealing } = this;
    const part = { from, to: Math.min(to, FLEET_SHARE), begin: 0, end: FLEET_SHARE };
    const savedAt = reduceFleet(annealing, stretchOf(whole, part), this.savedAt);
    this.savedAt = savedAt ?? 0;
    if (savedAt !== undefined && to <= FLEET_SHARE) return undefined;
    const now = whole.spent?.() ?? annealing.iterations / whole.iterations;
    this.turn = Math.min(now, FLEET_SHARE);
    keepFleet(annealing);
    if (annealing.solution.absentCount === 0) annealing.allowAbsences();
    return this.turn;
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
    this.savedAt = annealing.iterations;
    if (objective === "fleet" && this.turn !== undefined) keepFleet(annealing);
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
