import { type Budget, findRoute } from "./find-route.ts";
import { type Hours, hoursOf } from "./hours.ts";
import type { Vehicle, Work } from "./work.ts";

export type Fit = "fits" | "does-not-fit" | "unknown";

/** Answers, and remembers, which sets of tasks one vehicle can serve together with those bound to it. */
export class VehicleFits {
  readonly vehicle: Vehicle;
  readonly #work: Work;
  readonly #hours: Hours;
  readonly #bound: readonly number[];
  readonly #answers = new Map<string, Exclude<Fit, "unknown">>();
  readonly #fitting: ReadonlySet<number>[] = [];
  /** What was left open, and after how many partial drives. */
  readonly #open = new Map<string, number>();

  constructor(work: Work, vehicle: Vehicle) {
    this.vehicle = vehicle;
    this.#work = work;
    this.#hours = hoursOf(work, vehicle);
    this.#bound = boundTasks(work, vehicle);
  }

  /**
   * Can it serve at least these, by times that no drive can beat? "does-not-fit" is a proof for every larger set; with
   * metric times "fits" is one for every smaller.
   *
   * @param most  takes no more of the budget than this; the answer may then be "unknown"
   */
  ask(tasks: readonly number[], budget: Budget, most = Number.POSITIVE_INFINITY): Fit {
    const ids = this.#withBound(tasks);
    const key = ids.join();
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    if (this.#fitting.some((larger) => ids.every((id) => larger.has(id)))) return "fits";
    if (most <= (this.#open.get(key) ?? 0)) return "unknown";
    const given = Math.min(most, budget.left);
    const own = { left: given };
    const { kind } = this.#find(ids, own, this.#work.lower);
    budget.left -= given - own.left;
    if (kind === "out-of-budget") {
      this.#open.set(key, given);
      return "unknown";
    }
    const answer = kind === "route" ? "fits" : "does-not-fit";
    this.#answers.set(key, answer);
    if (answer === "fits") this.#fitting.push(new Set(ids));
    return answer;
  }

  /** A drive in real times that serves exactly these. */
  route(tasks: readonly number[], budget: Budget) {
    return this.#find(this.#withBound(tasks), budget, this.#work.real);
  }

  #withBound(tasks: readonly number[]): number[] {
    return [...new Set([...this.#bound, ...tasks])].sort((a, b) => a - b);
  }

  #find(tasks: readonly number[], budget: Budget, roads: Work["real"]) {
    return findRoute({
      work: this.#work,
      vehicle: this.vehicle,
      hours: this.#hours,
      tasks,
      roads,
      budget,
    });
  }
}

/** One for each vehicle of the work; vehicles between which nothing tells share theirs. */
export function fitsOfAll(work: Work): VehicleFits[] {
  const known = new Map<string, VehicleFits>();
  return work.vehicles.map((vehicle) => {
    const fits = new VehicleFits(work, vehicle);
    if (vehicle.first >= 0 || boundTasks(work, vehicle).length > 0) return fits;
    const { origin, endPlace, endsAt, sequence } = vehicle;
    const { seats, wheelchairPlaces, seatsPerWheelchair } = sequence.duty;
    const room = [seats, wheelchairPlaces, seatsPerWheelchair];
    const key = [origin.place, origin.readyAt, endPlace, endsAt, sequence.workSpan, ...room].join();
    if (!known.has(key)) known.set(key, fits);
    return known.get(key)!;
  });
}

function boundTasks({ tasks }: Work, vehicle: Vehicle): number[] {
  return tasks.filter(({ boundTo }) => boundTo === vehicle.id).map(({ id }) => id);
}
