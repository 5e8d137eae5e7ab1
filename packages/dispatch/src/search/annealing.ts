import { AbsencePrices } from "./absence-prices.ts";
import type { Instance } from "./instance.ts";
import { Neighbours } from "./neighbours.ts";
import { Random } from "./random.ts";
import { Recombination } from "./recombination.ts";
import { Recreate } from "./recreate.ts";
import { Ruin } from "./ruin.ts";
import { Snapshot } from "./snapshot.ts";
import { Solution } from "./solution.ts";
import { TailExchange } from "./tail-exchange.ts";

/** How long a search goes on. Counted steps make it repeatable; `shouldStop` and `spent` are for the caller's clock. */
export interface Budget {
  readonly iterations: number;
  /** Asked every few steps; the best plan so far is the answer. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** The share of the budget that is used up, 0 … 1, where a clock decides; default: by iterations. */
  readonly spent?: (() => number) | undefined;
}

/** A part of one cooling, which goes from share 0 to share 1; `spent` tells that share. */
export interface Stretch extends Budget {
  readonly from: number;
  readonly to: number;
}

export interface AnnealingOptions {
  /** Visits torn out in a step, on average, and the longest string of one route. */
  readonly visits: number;
  readonly stringMax: number;
  /** Temperature at the beginning and the end, as shares of the mean cost of a visit. */
  readonly hot: number;
  readonly cold: number;
}

export const defaultAnnealing: AnnealingOptions = { visits: 14, stringMax: 10, hot: 0.5, cold: 0.005 };

/** The share of steps that exchange tails. */
const EXCHANGES = 0.3;

/** Steps between two recombinations. */
const RECOMBINE = 10_000;

/** Steps between two looks at the budget. */
const STRIDE = 64;

/**
 * Ruin and recreate under simulated annealing: tears out what lies close together, puts it back greedily, and keeps
 * the outcome when it is better or not too much worse for the temperature, which falls with the budget.
 *
 * Fewer absent requests come before all costs. While some are absent, those that are absent often are put back at
 * the expense of those that seldom are.
 *
 * @see Christiaens and Vanden Berghe 2020, slack induction by string removals for vehicle routing problems
 */
export class Annealing {
  readonly solution: Solution;
  readonly best = new Snapshot();
  readonly random: Random;
  readonly neighbours: Neighbours;
  readonly recreate: Recreate;
  private readonly ruin: Ruin;
  private readonly tailExchange: TailExchange;
  /** Only a search long enough to gain from it has one. */
  private recombination: Recombination | undefined;
  private readonly options: AnnealingOptions;
  /** How often each request was left out so far. */
  readonly absences: Float64Array;
  /** Where plans that leave somebody out may be passed through. */
  private prices: AbsencePrices | undefined;
  iterations = 0;

  constructor(instance: Instance, seed: number, options: AnnealingOptions = defaultAnnealing) {
    this.options = options;
    this.solution = new Solution(instance);
    this.random = new Random(seed);
    this.neighbours = new Neighbours(instance);
    this.recreate = new Recreate(instance);
    this.ruin = new Ruin(instance, this.neighbours, options);
    this.tailExchange = new TailExchange(instance);
    this.absences = new Float64Array(instance.requestCount);
    this.best.take(this.solution);
  }

  /** @param until  asked after every step; ends the run before the budget does */
  run(
    { iterations, shouldStop, spent, from, to }: Stretch,
    until: (annealing: Annealing) => boolean = never,
  ): void {
    const first = this.iterations;
    if (iterations >= RECOMBINE) this.recombination ??= new Recombination(this.solution.instance);
    let temperature = 0;
    for (let step = 0; step < iterations; step++) {
      if (step % STRIDE === 0) {
        if (shouldStop?.() === true) return;
        const share = spent?.() ?? from + ((to - from) * step) / iterations;
        if (spent !== undefined && share >= to) return;
        temperature = this.temperatureAt(share);
      }
      this.iterations = first + step + 1;
      this.step(temperature);
      if (this.iterations % RECOMBINE === 0) this.recombine();
      if (until(this)) return;
    }
  }

  private temperatureAt(share: number): number {
    const { hot, cold } = this.options;
    const { cost, instance, absentCount } = this.solution;
    const perVisit = cost / Math.max(1, 2 * (instance.requestCount - absentCount));
    return perVisit * hot * (cold / hot) ** share;
  }

  /** One ruin, one recreation, one decision. */
  step(temperature: number): void {
    if (this.prices !== undefined) {
      this.pricedStep(temperature, this.prices);
      return;
    }
    const { solution, random, recreate } = this;
    const costBefore = solution.cost;
    const absentBefore = solution.absentCount;
    const absencesBefore = absentBefore > 0 ? this.sumOfAbsences() : 0;
    solution.begin();
    const exchanges = absentBefore === 0 && random.unit() < EXCHANGES;
    const done = exchanges
      ? this.tailExchange.apply(solution, random, recreate.closed)
      : this.ruin.apply(solution, random) && recreate.apply(solution, random, absentBefore === 0);
    if (!done) {
      solution.takeBack();
      return;
    }
    this.recombination?.see(solution, this.best);
    if (this.accepts(temperature, costBefore, absentBefore, absencesBefore)) {
      solution.keep();
      this.remember();
    } else solution.takeBack();
  }

  private pricedStep(temperature: number, prices: AbsencePrices): void {
    const { solution, random, recreate } = this;
    const limit = solution.cost + prices.of(solution) - temperature * Math.log(random.unit() + 1e-300);
    solution.begin();
    const done =
      random.unit() < EXCHANGES
        ? this.tailExchange.apply(solution, random, recreate.closed)
        : this.ruin.apply(solution, random) && recreate.apply(solution, random, false);
    if (done) this.recombination?.see(solution, this.best);
    if (done && solution.cost + prices.of(solution) < limit) {
      solution.keep();
      this.remember();
    } else solution.takeBack();
    prices.learn(solution, random);
  }

  private accepts(
    temperature: number,
    costBefore: number,
    absentBefore: number,
    absencesBefore: number,
  ): boolean {
    const { solution, random } = this;
    const worse = solution.cost - costBefore;
    const annealed = worse < -temperature * Math.log(random.unit() + 1e-300);
    if (absentBefore === 0) return annealed;
    const { absent, absentCount } = solution;
    const absencesNow = this.sumOfAbsences();
    for (let k = 0; k < absentCount; k++) this.absences[absent[k]!] = this.absences[absent[k]!]! + 1;
    if (absentCount < absentBefore || absencesNow < absencesBefore) return true;
    return absentCount === absentBefore && absencesNow === absencesBefore && annealed;
  }

  private sumOfAbsences(): number {
    const { absent, absentCount } = this.solution;
    let sum = 0;
    for (let k = 0; k < absentCount; k++) sum += this.absences[absent[k]!]!;
    return sum;
  }

  /** Goes on from a plan put together from routes of many, if that is the best so far. */
  private recombine(): void {
    const { solution, best, recreate, recombination } = this;
    if (best.absentCount > 0 || (solution.absentCount > 0 && this.prices === undefined)) return;
    const routes = recombination?.improve(best, recreate.closed);
    if (routes === undefined) return;
    solution.restore({ routes, absent: new Int32Array(0) });
    this.remember();
  }

  /** From now on a plan may leave somebody out, at a price; the best one serves everybody all the same. */
  allowAbsences(): void {
    this.prices = new AbsencePrices(this.solution);
  }

  forbidAbsences(): void {
    if (this.prices === undefined) return;
    this.prices = undefined;
    this.backToBest();
  }

  /** Goes on from the best plan so far. */
  backToBest(): void {
    this.solution.restore(this.best);
  }

  remember(): void {
    const { solution, best } = this;
    if (solution.absentCount > best.absentCount) return;
    if (solution.absentCount === best.absentCount && solution.cost >= best.cost) return;
    best.take(solution);
  }
}

function never(): boolean {
  return false;
}
