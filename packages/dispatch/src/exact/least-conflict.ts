import type { Budget } from "./find-route.ts";
import type { VehicleFits } from "./vehicle-fits.ts";
import type { Task, Work } from "./work.ts";

/**
 * Cuts a set of tasks that one vehicle cannot serve down to few that it cannot serve either: first to the nearest in
 * time around the most troublesome one, then by leaving out one after the other. Small conflicts forbid much.
 *
 * @param most  partial drives that one question may take, and twice that for all; what is then left open stays in
 */
export function leastConflict({
  work,
  fits,
  tasks,
  weight,
  budget,
  most,
}: {
  work: Work;
  fits: VehicleFits;
  tasks: readonly number[];
  weight: readonly number[];
  budget: Budget;
  most: number;
}): readonly number[] {
  let pool = 2 * most;
  if (isConflict([])) return [];
  let best = tasks;
  for (const focus of tasks.toSorted((a, b) => weight[b]! - weight[a]! || a - b)) {
    const near = byDistance(work, tasks, focus);
    let size = 1;
    while (size < best.length && !isConflict(near.slice(0, size))) size++;
    if (size < best.length) best = near.slice(0, size);
  }
  for (const id of best.toReversed()) {
    const rest = best.filter((other) => other !== id);
    if (isConflict(rest)) best = rest;
  }
  return best;

  function isConflict(ids: readonly number[]): boolean {
    if (pool <= 0) return false;
    const before = budget.left;
    const fit = fits.ask(ids, budget, Math.min(most, pool));
    pool -= before - budget.left;
    return fit === "does-not-fit";
  }
}

function byDistance({ tasks, stops }: Work, ids: readonly number[], focus: number): number[] {
  const time = ({ pickup, dropoff }: Task) => stops[pickup < 0 ? dropoff : pickup]!.latest;
  const at = time(tasks[focus]!);
  const distance = (id: number) => Math.abs(time(tasks[id]!) - at);
  return ids.toSorted((a, b) => distance(a) - distance(b) || a - b);
}
