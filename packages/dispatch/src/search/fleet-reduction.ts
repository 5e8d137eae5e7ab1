import type { Annealing, Stretch } from "./annealing.ts";
import { WHOLE } from "./instance.ts";

/**
 * Steps for each request in which the next vehicle must be saved. On the days of Li and Lim with 50 and 100 requests
 * the last saving took up to 400; steps beyond are worth more for the cost.
 */
const PATIENCE = 1000;

/**
 * Empties one vehicle after the other: its requests become absent, and ruin and recreate tries to find room for them
 * in the rest, those that were often absent first. Can be gone on with; the best plan has the fewest vehicles.
 *
 * @param since  the step at which the last vehicle was saved
 * @returns the same, brought up to date; undefined: there is no vehicle that can be saved, or it has been tried enough
 *
 * @see Christiaens and Vanden Berghe 2020, section 5.4, fleet minimisation by sums of absences
 */
export function reduceFleet(annealing: Annealing, stretch: Stretch, since: number): number | undefined {
  const { solution, best } = annealing;
  const patience = PATIENCE * solution.instance.requestCount;
  const end = annealing.iterations + stretch.iterations;
  while (annealing.iterations < end) {
    if (solution.absentCount === 0 && !emptyOne(annealing)) return undefined;
    const givesUp = since + patience;
    annealing.run(
      { ...stretch, iterations: end - annealing.iterations },
      () => solution.absentCount === 0 || annealing.iterations >= givesUp,
    );
    if (solution.absentCount > 0) return annealing.iterations >= givesUp ? undefined : since;
    best.take(solution);
    since = annealing.iterations;
  }
  return since;
}

/** Ends the reduction: goes on with the best plan, and no further vehicle is taken. */
export function keepFleet(annealing: Annealing): void {
  annealing.backToBest();
  annealing.recreate.closed.fill(0);
  if (annealing.solution.absentCount === 0) closeUnused(annealing);
}

function emptyOne(annealing: Annealing): boolean {
  closeUnused(annealing);
  const d = leastAbsent(annealing);
  if (d < 0) return false;
  empty(annealing, d);
  return true;
}

function closeUnused({ solution, recreate }: Annealing): void {
  for (const [d, { count }] of solution.routes.entries()) if (count === 0) recreate.closed[d] = 1;
}

/** The vehicle whose requests were absent least often, and so will find room most easily; −1: none can be emptied. */
function leastAbsent({ solution, absences }: Annealing): number {
  const { instance, routes } = solution;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [d, route] of routes.entries()) {
    if (route.count === 0) continue;
    let sum = 0;
    let movable = true;
    for (let k = 1; k <= route.count; k++) {
      const r = route.node[k]! >> 1;
      sum += absences[r]! / 2 + 1e-3; // among those never absent the shortest route
      if (instance.fixed[r] !== WHOLE || instance.onlyDuty[r] !== -1) movable = false;
    }
    if (!movable || sum >= least) continue;
    least = sum;
    best = d;
  }
  return best;
}

function empty({ solution, recreate }: Annealing, d: number): void {
  const leaves = new Uint8Array(solution.instance.requestCount).fill(1);
  solution.begin();
  solution.remove(d, leaves);
  solution.keep();
  recreate.closed[d] = 1;
}
