import type { Duty, Problem, Progress, Trip } from "../../src/index.ts";

/**
 * A dial-a-ride problem as a mixed-integer linear model, written from its definition alone: which vehicle drives from
 * which stop to which, when each stop begins, who is aboard after it. Only for steady travel times and days on time.
 *
 * All trips of the problem that are not done must be served. Text in CPLEX LP format; it has a solution exactly when
 * the problem has a plan.
 *
 * @see Cordeau 2006, a branch-and-cut algorithm for the dial-a-ride problem (three-index formulation)
 */
export function linearModel(problem: Problem): string {
  return new Model(problem).text();
}

interface Stop {
  readonly name: string;
  readonly trip: Trip;
  readonly isPickup: boolean;
  readonly place: number;
  readonly service: number;
  readonly from: number;
  readonly until: number;
  /** The only vehicle it may be in. */
  readonly only: number | undefined;
}

class Model {
  readonly #problem: Problem;
  readonly #stops: Stop[] = [];
  readonly #rows: string[] = [];
  readonly #binaries: string[] = [];
  readonly #bounds: string[] = [];
  readonly #zero: number;

  constructor(problem: Problem) {
    this.#problem = problem;
    // Small numbers keep the solver's tolerance far below a second.
    this.#zero = Math.min(problem.now, ...problem.duties.map(({ startsAt }) => startsAt)) - 7200;
    for (const trip of problem.trips) this.#addStops(trip);
    for (const stop of this.#stops) {
      this.#bounds.push(`${stop.from - this.#zero} <= t_${stop.name} <= ${stop.until - this.#zero}`);
      this.#row(
        this.#vehicles()
          .map((v) => `in_${v}_${stop.name}`)
          .join(" + "),
        "= 1",
      );
    }
    for (const v of this.#vehicles()) this.#addVehicle(v);
    for (const { id } of problem.trips) this.#addRide(id);
    this.#addTimesAndLoads();
  }

  text(): string {
    const loads = this.#stops.flatMap(({ name }) => [`0 <= q_${name} <= 1000`, `0 <= w_${name} <= 1000`]);
    return [
      "Minimize\n obj: nothing",
      "Subject To",
      ...this.#rows.map((row, k) => ` c${k}: ${row}`),
      "Bounds\n nothing = 0",
      ...[...this.#bounds, ...loads].map((bound) => ` ${bound}`),
      `Binaries\n ${this.#binaries.join("\n ")}`,
      "End",
    ].join("\n");
  }

  #addStops(trip: Trip): void {
    const { progress, duties, now } = this.#problem;
    const events = progress.flatMap((one) => one.done.map((visit) => ({ ...visit, dutyId: one.dutyId })));
    const boarded = events.find(({ tripId, kind }) => tripId === trip.id && kind === "pickup");
    if (events.some(({ tripId, kind }) => tripId === trip.id && kind === "dropoff")) return;
    const pinned = boarded?.dutyId ?? trip.onlyDuty;
    const only = pinned === undefined ? undefined : duties.findIndex(({ id }) => id === pinned);
    for (const kind of boarded === undefined ? (["pickup", "dropoff"] as const) : (["dropoff"] as const)) {
      const isPickup = kind === "pickup";
      const { earliest, latest } = trip[kind];
      const name = `${kind[0]}${this.#problem.trips.indexOf(trip)}`;
      const planned = isPickup ? trip.boardSeconds : trip.alightSeconds;
      const going = progress.find(
        ({ drivingTo }) => drivingTo?.tripId === trip.id && drivingTo.kind === kind,
      );
      const since = going?.arrivedAt === undefined ? now : Math.max(going.arrivedAt, earliest);
      this.#stops.push({
        name,
        trip,
        isPickup,
        place: isPickup ? trip.pickupPlace : trip.dropoffPlace,
        service: Math.max(planned, now - since),
        from: earliest,
        until: boarded === undefined ? latest : Math.min(latest, boarded.at + trip.rideSecondsMax),
        only,
      });
    }
  }

  /** Every vehicle drives one way from where it is, through its stops, to its end place. */
  #addVehicle(v: number): void {
    const duty = this.#problem.duties[v]!;
    const progress = this.#problem.progress.find(({ dutyId }) => dutyId === duty.id);
    const names = this.#stops.map(({ name }) => name);
    for (const stop of this.#stops) {
      const others = names.filter((name) => name !== stop.name);
      const into = ["O", ...others].map((from) => this.#drives(v, from, stop.name));
      const outOf = [...others, "E"].map((to) => this.#drives(v, stop.name, to));
      this.#row(`${into.join(" + ")} - in_${v}_${stop.name}`, "= 0");
      this.#row(`${outOf.join(" + ")} - in_${v}_${stop.name}`, "= 0");
      this.#binaries.push(...into, `in_${v}_${stop.name}`);
      if (stop.only !== undefined && stop.only !== v) this.#row(`in_${v}_${stop.name}`, "= 0");
    }
    this.#row([...names, "E"].map((to) => this.#drives(v, "O", to)).join(" + "), "= 1");
    this.#row(["O", ...names].map((from) => this.#drives(v, from, "E")).join(" + "), "= 1");
    this.#binaries.push(...["O", ...names].map((from) => this.#drives(v, from, "E")));
    const next = progress?.drivingTo;
    if (next !== undefined) {
      const first = this.#stops.find(
        ({ trip, isPickup }) => trip.id === next.tripId && isPickup === (next.kind === "pickup"),
      )!;
      this.#row(this.#drives(v, "O", first.name), "= 1");
    }
    this.#addBeginning(v, { duty, progress });
    this.#addEnd(v, { duty, progress });
  }

  #addBeginning(v: number, { duty, progress }: { duty: Duty; progress: Progress | undefined }): void {
    const { now, trips } = this.#problem;
    const done = progress?.done ?? [];
    const aboard = trips.filter(
      ({ id }) =>
        done.some((visit) => visit.tripId === id && visit.kind === "pickup") &&
        !done.some((visit) => visit.tripId === id && visit.kind === "dropoff"),
    );
    const seats = aboard.reduce((sum, trip) => sum + trip.seats, 0);
    const chairs = aboard.reduce((sum, trip) => sum + trip.wheelchairs, 0);
    for (const stop of this.#stops) {
      const driven = this.#drives(v, "O", stop.name);
      const arrival = this.#arrivesAt(stop, { duty, progress, now }) - this.#zero;
      this.#row(`t_${stop.name} - ${Math.max(0, arrival)} ${driven}`, ">= 0");
      this.#addLoadAfter(stop, { driven, seats, chairs });
      const big = 1000;
      const { seatsPerWheelchair, wheelchairPlaces } = duty;
      this.#row(
        `q_${stop.name} + ${seatsPerWheelchair} w_${stop.name} + ${big} in_${v}_${stop.name}`,
        `<= ${duty.seats + big}`,
      );
      this.#row(`w_${stop.name} + ${big} in_${v}_${stop.name}`, `<= ${wheelchairPlaces + big}`);
    }
  }

  #arrivesAt(
    { place }: Stop,
    { duty, progress, now }: { duty: Duty; progress: Progress | undefined; now: number },
  ): number {
    if (progress?.drivingTo !== undefined && progress.arrivedAt !== undefined) return progress.arrivedAt;
    const from = progress?.place ?? duty.startPlace;
    const freeAt = progress?.freeAt ?? duty.startsAt;
    const isDriving = progress?.drivingTo !== undefined;
    return Math.max(now, (isDriving ? freeAt : Math.max(freeAt, now)) + this.#seconds(from, place));
  }

  #addLoadAfter(
    stop: Stop,
    { driven, seats, chairs }: { driven: string; seats: number; chairs: number },
  ): void {
    const sign = stop.isPickup ? 1 : -1;
    const big = 100;
    this.#row(`q_${stop.name} - ${big} ${driven}`, `>= ${seats + sign * stop.trip.seats - big}`);
    this.#row(`w_${stop.name} - ${big} ${driven}`, `>= ${chairs + sign * stop.trip.wheelchairs - big}`);
  }

  #addEnd(v: number, { duty, progress }: { duty: Duty; progress: Progress | undefined }): void {
    const { now } = this.#problem;
    const by = duty.endsAt - this.#zero;
    for (const stop of this.#stops) {
      const way = stop.service + this.#seconds(stop.place, duty.endPlace);
      const big = Math.max(0, stop.until - this.#zero + way - by);
      this.#row(`t_${stop.name} + ${big} ${this.#drives(v, stop.name, "E")}`, `<= ${by - way + big}`);
    }
    const from = progress?.place ?? duty.startPlace;
    const leaves = Math.max(progress?.freeAt ?? duty.startsAt, now);
    if (leaves + this.#seconds(from, duty.endPlace) > duty.endsAt)
      this.#row(this.#drives(v, "O", "E"), "= 0");
  }

  #addRide(tripId: string): void {
    const pickup = this.#stops.find(({ trip, isPickup }) => trip.id === tripId && isPickup);
    const dropoff = this.#stops.find(({ trip, isPickup }) => trip.id === tripId && !isPickup);
    if (pickup === undefined || dropoff === undefined) return;
    const [from, to] = [pickup.name, dropoff.name];
    for (const v of this.#vehicles()) this.#row(`in_${v}_${from} - in_${v}_${to}`, "= 0");
    this.#row(`t_${to} - t_${from}`, `>= ${pickup.service}`);
    this.#row(`t_${to} - t_${from}`, `<= ${pickup.service + pickup.trip.rideSecondsMax}`);
  }

  #addTimesAndLoads(): void {
    for (const a of this.#stops)
      for (const b of this.#stops) {
        if (a === b) continue;
        const way = a.service + this.#seconds(a.place, b.place);
        const big = Math.max(0, a.until + way - b.from);
        const driven = this.#vehicles().map((v) => this.#drives(v, a.name, b.name));
        const times = (factor: number) => driven.map((one) => `- ${factor} ${one}`).join(" ");
        this.#row(`t_${b.name} - t_${a.name} ${times(big)}`, `>= ${way - big}`);
        const sign = b.isPickup ? 1 : -1;
        this.#row(`q_${b.name} - q_${a.name} ${times(100)}`, `>= ${sign * b.trip.seats - 100}`);
        this.#row(`w_${b.name} - w_${a.name} ${times(100)}`, `>= ${sign * b.trip.wheelchairs - 100}`);
      }
  }

  #drives(vehicle: number, from: string, to: string): string {
    return `x_${vehicle}_${from}_${to}`;
  }

  #row(left: string, right: string): void {
    this.#rows.push(`${left} ${right}`);
  }

  #vehicles(): number[] {
    return this.#problem.duties.map((_, v) => v);
  }

  #seconds(from: number, to: number): number {
    const { placeCount, seconds } = this.#problem.travelTimes;
    return seconds[from * placeCount + to]!;
  }
}
