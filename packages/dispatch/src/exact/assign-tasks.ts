import type { Plan } from "../problem.ts";
import { Clauses, no, yes } from "./clauses.ts";
import type { Budget } from "./find-route.ts";
import { leastConflict } from "./least-conflict.ts";
import type { Routes } from "./plan-of.ts";
import { fitsOfAll, VehicleFits } from "./vehicle-fits.ts";
import type { Task, Work } from "./work.ts";

export type Assignment =
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "impossible" }
  | { readonly kind: "out-of-budget" };

/**
 * Spreads the tasks over the vehicles: the question (task, vehicle) is answered yes or no under clauses that say which
 * tasks do not go together. Every answer no to a vehicle with its tasks so far becomes such a clause, cut down to few
 * tasks, so that the same failure is never met again in other company.
 *
 * @param accept  makes a plan of one drive per vehicle, or refuses it for a reason that only whole plans show
 */
export function assignTasks({
  work,
  budget,
  accept,
}: {
  work: Work;
  budget: Budget;
  accept: (routes: Routes) => Plan | undefined;
}): Assignment {
  const { tasks } = work;
  const vehicles = fitsOfAll(work);
  const ideal = new VehicleFits(work, work.ideal);
  const question = (task: number, vehicle: number) => task * vehicles.length + vehicle;
  const clauses = new Clauses(tasks.length * vehicles.length);
  const weight = startingWeights(work);
  const lastIn = tasks.map(({ plannedIn }) => plannedIn);
  let isUncertain = false;
  for (const task of tasks) stateServedOnce(task);
  breakSymmetry();
  for (;;) {
    clauses.propagate();
    if (clauses.isContradictory) return { kind: isUncertain ? "out-of-budget" : "impossible" };
    if (budget.left-- <= 0) return { kind: "out-of-budget" };
    const misfit = findMisfit();
    if (misfit === "unknown") return { kind: "out-of-budget" };
    if (misfit === "learned") continue;
    const task = mostConstrained();
    if (task >= 0) {
      clauses.decide(yes(question(task, preferredFor(task))));
      continue;
    }
    const plan = driveAll();
    if (plan === "out-of-budget") return { kind: "out-of-budget" };
    if (plan !== undefined) return { kind: "plan", plan };
  }

  function stateServedOnce({ id, boundTo }: Task): void {
    const all = vehicles.map((_, vehicle) => vehicle);
    clauses.add(all.filter((v) => boundTo === -1 || boundTo === v).map((v) => yes(question(id, v))));
    for (const v of all) {
      if (boundTo !== -1 && boundTo !== v) clauses.add([no(question(id, v))]);
      for (const other of all) if (other > v) clauses.add([no(question(id, v)), no(question(id, other))]);
    }
  }

  /**
   * Vehicles between which nothing tells can trade all they serve. So the first of a row of tasks may be taken to be
   * in the first of them (or in none), the second in the first two, and so on.
   */
  function breakSymmetry(): void {
    const row = tasks.map(({ id }) => id).sort((a, b) => weight[b]! - weight[a]! || a - b);
    for (const fits of new Set(vehicles)) {
      const alike = [...vehicles.keys()].filter((v) => vehicles[v] === fits);
      for (const [k, id] of row.slice(0, alike.length - 1).entries())
        for (const v of alike.slice(k + 1)) clauses.add([no(question(id, v))]);
    }
  }

  function servedBy(vehicle: number): number[] {
    return tasks.flatMap(({ id }) => (clauses.answers[question(id, vehicle)]! > 0 ? [id] : []));
  }

  /** Asks every vehicle about what it serves so far; a no is learned. */
  function findMisfit(): "learned" | "unknown" | "none" {
    for (const [v, fits] of vehicles.entries()) {
      const served = servedBy(v);
      for (const id of served) lastIn[id] = v;
      const fit = fits.ask(served, budget);
      if (fit === "unknown") return "unknown";
      if (fit === "fits") continue;
      learn(v, served);
      return "learned";
    }
    return "none";
  }

  /** Forbids what did not fit: for all vehicles if it asks too much of any, else for those where it is so too. */
  function learn(vehicle: number, served: readonly number[]): void {
    const free = served.filter((id) => tasks[id]!.boundTo < 0);
    const isForAll = ideal.ask(free, budget, MOST) === "does-not-fit";
    const fits = isForAll ? ideal : vehicles[vehicle]!;
    const conflict = leastConflict({ work, fits, tasks: free, weight, budget, most: MOST });
    for (const id of conflict) weight[id]! += 1;
    for (const [v, other] of vehicles.entries())
      if (isForAll || other === fits || other.ask(conflict, budget, MOST / 3) === "does-not-fit")
        clauses.add(conflict.map((id) => no(question(id, v))));
  }

  /** The open task with the fewest vehicles left; among equals the one with the most trouble so far. */
  function mostConstrained(): number {
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const { id } of tasks) {
      let left = 0;
      let isServed = false;
      for (const v of vehicles.keys()) {
        const answer = clauses.answers[question(id, v)]!;
        if (answer > 0) isServed = true;
        if (answer === 0) left++;
      }
      if (isServed || left > fewest) continue;
      if (left < fewest || weight[id]! > weight[best]!) [best, fewest] = [id, left];
    }
    return best;
  }

  function preferredFor(task: number): number {
    const isOpen = (v: number) => clauses.answers[question(task, v)] === 0;
    if (lastIn[task]! >= 0 && isOpen(lastIn[task]!)) return lastIn[task]!;
    return [...vehicles.keys()].find(isOpen)!;
  }

  /** All tasks have a vehicle: drives in real times. What cannot be driven so is forbidden as a whole. */
  function driveAll(): Plan | "out-of-budget" | undefined {
    const routes: (readonly number[])[] = [];
    for (const [v, fits] of vehicles.entries()) {
      const found = fits.route(servedBy(v), budget);
      if (found.kind === "out-of-budget") return found.kind;
      if (found.kind === "none") {
        clauses.add(tasks.map(({ id }) => opposite(id, v)));
        return undefined;
      }
      routes.push(found.stops);
    }
    const plan = accept(routes);
    if (plan !== undefined) return plan;
    isUncertain = true;
    clauses.add(tasks.flatMap(({ id }) => [...vehicles.keys()].map((v) => opposite(id, v))));
    return undefined;
  }

  function opposite(task: number, vehicle: number): number {
    const asked = question(task, vehicle);
    return clauses.answers[asked]! > 0 ? no(asked) : yes(asked);
  }
}

/** No question that only makes a conflict smaller or larger may take more partial drives than this. */
const MOST = 3000;

/** The new trip first, then what happens around its time. */
function startingWeights({ tasks, stops }: Work): number[] {
  const time = ({ pickup, dropoff }: Task) => stops[pickup < 0 ? dropoff : pickup]!.latest;
  const now = time(tasks.at(-1)!);
  return tasks.map((task) => 1 / (1 + Math.abs(time(task) - now) / 600));
}
