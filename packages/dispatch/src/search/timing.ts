import type { Instance } from "./instance.ts";
import type { Route } from "./route.ts";

/**
 * The exact times of one route, or of a route with one more request: what the cheap bounds of insertion leave open.
 * The arrays are filled anew for every question; position 0 is the origin, `count` + 1 the end place.
 */
export class Timing {
  readonly instance: Instance;
  count = 0;
  duty = 0;
  readonly node: Int32Array;
  readonly partner: Int32Array;
  readonly leg: Float64Array;
  /** Seconds since leaving the origin if the vehicle never waited, on the fastest road. */
  readonly path: Float64Array;
  readonly starts: Float64Array;
  readonly positionOf: Int32Array;

  constructor(instance: Instance) {
    const room = 2 * instance.requestCount + 4;
    this.instance = instance;
    this.node = new Int32Array(room);
    this.partner = new Int32Array(room);
    this.leg = new Float64Array(room);
    this.path = new Float64Array(room);
    this.starts = new Float64Array(room);
    this.positionOf = new Int32Array(2 * instance.requestCount + 2 * instance.dutyCount);
  }

  /** Takes a route as it is. */
  take(route: Route): void {
    const { node, count } = route;
    for (let k = 0; k <= count + 1; k++) this.node[k] = node[k]!;
    this.count = count;
    this.duty = route.duty;
    this.link();
  }

  /** Takes a route with one more request; positions as in `insertNodes`. */
  takeWith(route: Route, request: number, i: number, j: number): void {
    const { node, count } = route;
    let to = 0;
    for (let k = 0; k <= count + 1; k++) {
      if (k === i && i > 0) this.node[to++] = 2 * request;
      if (k === j) this.node[to++] = 2 * request + 1;
      this.node[to++] = node[k]!;
    }
    this.count = to - 2;
    this.duty = route.duty;
    this.link();
  }

  link(): void {
    const { node, partner, leg, path, count, duty, positionOf, instance } = this;
    const { location, matrix, size, service, steady, legs, place, readyAt } = instance;
    const last = count + 1;
    let here = location[node[0]!]!;
    let since = 0;
    for (let k = 1; k <= last; k++) {
      const n = node[k]!;
      const there = location[n]!;
      const free = matrix[here * size + there]!;
      leg[k] = free;
      since += steady ? free : legs.leastSeconds(place[node[k - 1]!]!, place[n]!, readyAt[duty]!);
      path[k] = since;
      since += service[n]!;
      here = there;
      partner[k] = -1;
      positionOf[n] = k;
      if ((n & 1) === 0 || k === last) continue;
      const pickup = positionOf[n - 1]!;
      if (pickup < 1 || pickup >= k || node[pickup] !== n - 1) continue;
      partner[k] = pickup;
      partner[pickup] = k;
    }
  }

  /** When the vehicle gets from position k − 1 to k, leaving at `leaves`. */
  arrival(k: number, leaves: number): number {
    const { instance, node, duty } = this;
    if (k === 1 && instance.driving[duty] === 1 && this.count > 0) return instance.firstArrival[duty]!;
    if (instance.steady) return leaves + this.leg[k]!;
    return instance.legs.arrival(instance.place[node[k - 1]!]!, instance.place[node[k]!]!, leaves);
  }

  /**
   * Finds the earliest instant of every visit that keeps every limit: the least solution, climbed to from below as
   * in `earliestStarts`.
   *
   * @returns whether there is one; if not, `starts` means nothing
   */
  settle(): boolean {
    if (this.isTooLongWithoutWaiting()) return false;
    const { instance, count, duty, node, partner, starts } = this;
    const { earliest, latest, service, rideSpan, steady } = instance;
    const workSpan = instance.workSpan[duty]!;
    for (let k = 1; k <= count; k++) starts[k] = earliest[node[k]!]!;
    starts[0] = instance.readyAt[duty]!;
    let k = 1;
    for (;;) {
      while (k <= count) {
        const n = node[k]!;
        const arrival = this.arrival(k, starts[k - 1]! + service[node[k - 1]!]!);
        let start = starts[k]!;
        if (arrival > start) starts[k] = start = arrival;
        if (start > latest[n]!) return false;
        const pickup = partner[k]!;
        if (pickup >= 0 && pickup < k && start - starts[pickup]! > rideSpan[n >> 1]!) {
          let from = start - rideSpan[n >> 1]!;
          if (!steady) from = Math.max(from, this.pastSteadyPace(pickup, k, rideSpan[n >> 1]!));
          if (from > latest[node[pickup]!]!) return false;
          starts[pickup] = from;
          k = pickup + 1;
        } else k++;
      }
      const back = this.arrival(count + 1, starts[count]! + service[node[count]!]!);
      if (back > instance.endsAt[duty]!) return false;
      starts[count + 1] = back;
      if (back - starts[0]! <= workSpan) return true;
      let from = back - workSpan;
      if (!steady) from = Math.max(from, this.pastSteadyPace(0, count + 1, workSpan));
      if (from > instance.endsAt[duty]!) return false;
      starts[0] = from;
      k = 1;
    }
  }

  /** A quick no, and what keeps the climb of `settle` short. */
  isTooLongWithoutWaiting(): boolean {
    const { instance, count, duty, node, partner, path } = this;
    const { rideSpan } = instance;
    for (let k = 1; k <= count; k++) {
      const pickup = partner[k]!;
      if (pickup >= 0 && pickup < k && path[k]! - path[pickup]! > rideSpan[node[k]! >> 1]!) return true;
    }
    return path[count + 1]! > instance.workSpan[duty]!;
  }

  /** Where a ride too long for one period of the pace reaches into the next; see `earliestStarts`. */
  pastSteadyPace(first: number, last: number, span: number): number {
    const { instance, node, starts } = this;
    const from = starts[first]!;
    let at = from;
    for (let k = first + 1; k <= last; k++) at = this.arrival(k, at + instance.service[node[k - 1]!]!);
    const until = instance.legs.steadyUntil(from);
    if (at - from <= span || at > until) return from;
    return until - (at - from) + 1;
  }
}

/** Sets the cost of a measured route. @returns whether the route can be driven; a cheap yes where it cannot fail */
export function settleCost(route: Route, timing: Timing): boolean {
  const { instance } = timing;
  if (instance.steady && instance.triangle && !instance.ridersCount) {
    let sum = 0;
    for (let k = 1; k <= route.count + 1; k++) sum += route.leg[k]!;
    route.cost = sum * instance.weights.vehicleSecond;
    return true;
  }
  timing.take(route);
  const fits = timing.settle();
  route.cost = costOfTiming(timing);
  return fits || route.count === 0;
}

/** The weighted cost of a route that `settle` has given its times, riders' part included. Moves arrive-by pickups. */
export function costOfTiming(timing: Timing): number {
  const { instance, count, node, starts } = timing;
  const { weights } = instance;
  if (count > 0) fetchArriveByRidersLate(timing);
  let cost = weights.vehicleSecond * drivingSeconds(timing);
  for (let k = 1; k <= count; k++) if ((node[k]! & 1) === 1) cost += costOfRider(timing, k, starts[k]!);
  return cost;
}

function costOfRider({ instance, node, partner, starts }: Timing, k: number, dropoffAt: number): number {
  const { weights, trips, matrix, location, size, service } = instance;
  const r = node[k]! >> 1;
  const trip = trips[r]!;
  const pickup = partner[k]!;
  const boarded = pickup < 0 ? instance.boardedAt[r]! : starts[pickup]! + service[2 * r]!;
  const direct = matrix[location[2 * r]! * size + location[2 * r + 1]!]!;
  const detour = dropoffAt - boarded - direct;
  let wait = 0;
  if (trip.anchor === "dropoff") wait = Math.max(0, trip.dropoff.latest - dropoffAt);
  else if (pickup >= 0) wait = starts[pickup]! - trip.pickup.earliest;
  const delay = Math.max(0, dropoffAt - instance.promisedDropoff[r]!);
  const riders = trip.seats + trip.wheelchairs;
  return riders * (detour * weights.detourSecond + wait * weights.waitSecond + delay * weights.delaySecond);
}

function fetchArriveByRidersLate({ instance, count, node, partner, starts, leg }: Timing): void {
  const { trips, latest, service, steady, legs, place } = instance;
  for (let k = count - 1; k >= 1; k--) {
    const n = node[k]!;
    if ((n & 1) === 1 || partner[k]! < 0 || trips[n >> 1]!.anchor !== "dropoff") continue;
    const leaves = steady
      ? starts[k + 1]! - leg[k + 1]!
      : legs.departure(place[n]!, place[node[k + 1]!]!, starts[k + 1]!);
    starts[k] = Math.max(starts[k]!, Math.min(latest[n]!, leaves - service[n]!));
  }
}

function drivingSeconds(timing: Timing): number {
  const { instance, count, duty, node, starts, leg } = timing;
  let sum = 0;
  if (instance.steady) {
    for (let k = 1; k <= count + 1; k++) sum += leg[k]!;
    return sum;
  }
  const { legs, place, service, readyAt, driving } = instance;
  let leaves = readyAt[duty]!;
  if (count > 0 && driving[duty] === 0)
    leaves = Math.max(leaves, legs.departure(place[node[0]!]!, place[node[1]!]!, starts[1]!));
  for (let k = 1; k <= count + 1; k++) {
    const arrival = timing.arrival(k, leaves);
    sum += arrival - leaves;
    if (k <= count) leaves = starts[k]! + service[node[k]!]!;
  }
  return sum;
}
