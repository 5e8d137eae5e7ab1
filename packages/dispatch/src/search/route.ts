import type { Instance } from "./instance.ts";

/**
 * One duty's visits with everything that insertion asks about them, by position: 0 is the origin, 1 … count the
 * visits, count + 1 the end place.
 */
export class Route {
  duty: number;
  count = 0;
  /** Two routes with one version are equal; a route that changes gets a new one. */
  version = 0;
  /** Weighted cost; see `Timing.cost`. */
  cost = 0;
  /** Any rider in it whose ride limit can forbid something, or a limit of the driver's work. */
  hasRideLimits = false;

  node: Int32Array;
  location: Int32Array;
  earliest: Float64Array;
  latest: Float64Array;
  service: Float64Array;
  /** Free-flow seconds of the leg into this position. */
  leg: Float64Array;
  /** The earliest instant the vehicle is free to leave, ride limits left aside. */
  free: Float64Array;
  /** The latest beginning from which the rest can still be driven, ride limits left aside. */
  tail: Float64Array;
  /** Aboard after this position; seats that wheelchairs take away are counted as taken. */
  seatsTaken: Int32Array;
  wheelchairsTaken: Int32Array;
  /** By how much the leg into this position may become longer before some ride is too long without any waiting. */
  rideSlack: Float64Array;
  /** The position of the same request's other visit; −1 where it is not in the route. */
  partner: Int32Array;

  constructor(duty: number, room: number) {
    this.duty = duty;
    this.node = new Int32Array(room);
    this.location = new Int32Array(room);
    this.earliest = new Float64Array(room);
    this.latest = new Float64Array(room);
    this.service = new Float64Array(room);
    this.leg = new Float64Array(room);
    this.free = new Float64Array(room);
    this.tail = new Float64Array(room);
    this.seatsTaken = new Int32Array(room);
    this.wheelchairsTaken = new Int32Array(room);
    this.rideSlack = new Float64Array(room);
    this.partner = new Int32Array(room);
  }
}

/** Makes room for so many positions; what stood in the arrays is lost, the nodes are kept. */
function ensureRoom(route: Route, positions: number): void {
  if (route.node.length >= positions) return;
  const { node } = route;
  const grown = new Route(route.duty, 2 * positions);
  grown.node.set(node);
  const { count, version, cost, hasRideLimits } = route;
  Object.assign(route, grown, { count, version, cost, hasRideLimits });
}

/** Replaces the visits of a route by `nodes[0 … count)`; `measure` must follow. */
export function setNodes(route: Route, nodes: ArrayLike<number>, count: number): void {
  ensureRoom(route, count + 2);
  for (let k = 0; k < count; k++) route.node[k + 1] = nodes[k]!;
  route.count = count;
}

/** Inserts a request's open visits: the pickup at position `i` (0: it is there already), the drop-off before old position `j`. */
export function insertNodes(route: Route, request: number, i: number, j: number): void {
  const more = i === 0 ? 1 : 2;
  ensureRoom(route, route.count + more + 2);
  const { node, count } = route;
  for (let k = count; k >= j; k--) node[k + more] = node[k]!;
  node[j + more - 1] = 2 * request + 1;
  if (i > 0) {
    for (let k = j - 1; k >= i; k--) node[k + 1] = node[k]!;
    node[i] = 2 * request;
  }
  route.count = count + more;
}

export function copyRoute(from: Route, to: Route): void {
  setNodes(to, from.node.subarray(1, from.count + 1), from.count);
}

/** Fills everything but the cost from the nodes. O(n), with ride limits O(n · riders aboard). */
export function measure(route: Route, instance: Instance, positionOf: Int32Array): void {
  const { requestCount: R, dutyCount: D, location, matrix, size, place, legs, steady } = instance;
  const { duty: d, count, node } = route;
  const last = count + 1;
  node[0] = 2 * R + d;
  node[last] = 2 * R + D + d;
  route.location[0] = location[node[0]!]!;
  route.free[0] = instance.readyAt[d]!;
  route.service[0] = 0;
  route.service[last] = 0;
  route.seatsTaken[0] =
    instance.seatsAboard[d]! + instance.wheelchairsAboard[d]! * instance.seatsPerWheelchair[d]!;
  route.wheelchairsTaken[0] = instance.wheelchairsAboard[d]!;
  for (let k = 1; k <= count; k++) {
    const n = node[k]!;
    const r = n >> 1;
    route.location[k] = location[n]!;
    route.earliest[k] = instance.earliest[n]!;
    route.latest[k] = instance.latest[n]!;
    route.service[k] = instance.service[n]!;
    route.leg[k] = matrix[route.location[k - 1]! * size + route.location[k]!]!;
    let arrival: number;
    if (k === 1 && instance.driving[d] === 1) arrival = instance.firstArrival[d]!;
    else if (steady) arrival = route.free[k - 1]! + route.leg[k]!;
    else arrival = legs.arrival(place[node[k - 1]!]!, place[n]!, route.free[k - 1]!);
    route.free[k] = Math.max(arrival, route.earliest[k]!) + route.service[k]!;
    const sign = (n & 1) === 0 ? 1 : -1;
    const wheelchairs = sign * instance.wheelchairs[r]!;
    route.seatsTaken[k] =
      route.seatsTaken[k - 1]! + sign * instance.seats[r]! + wheelchairs * instance.seatsPerWheelchair[d]!;
    route.wheelchairsTaken[k] = route.wheelchairsTaken[k - 1]! + wheelchairs;
    positionOf[n] = k;
  }
  route.location[last] = location[node[last]!]!;
  route.leg[last] = matrix[route.location[count]! * size + route.location[last]!]!;
  measureTail(route, instance);
  measureRides(route, instance, positionOf);
}

function measureTail(route: Route, { endsAt, legs, steady, place }: Instance): void {
  const { count, duty, node, latest, service, leg, tail } = route;
  tail[count + 1] = endsAt[duty]!;
  for (let k = count; k >= 1; k--) {
    const inTime = steady
      ? tail[k + 1]! - leg[k + 1]!
      : legs.departure(place[node[k]!]!, place[node[k + 1]!]!, tail[k + 1]!);
    tail[k] = Math.min(latest[k]!, inTime - service[k]!);
  }
}

function measureRides(route: Route, instance: Instance, positionOf: Int32Array): void {
  const { count, node, partner, rideSlack, leg, service } = route;
  const workSpan = instance.workSpan[route.duty]!;
  let slack = Number.POSITIVE_INFINITY;
  route.hasRideLimits = workSpan < Number.POSITIVE_INFINITY;
  if (route.hasRideLimits) {
    slack = workSpan;
    for (let k = 1; k <= count + 1; k++) slack -= leg[k]! + service[k - 1]!;
  }
  for (let k = 0; k <= count + 1; k++) rideSlack[k] = slack;
  for (let k = 1; k <= count; k++) {
    const n = node[k]!;
    const other = positionOf[n ^ 1]!;
    partner[k] = other >= 1 && other <= count && node[other] === (n ^ 1) ? other : -1;
    const pickup = partner[k]!;
    if ((n & 1) === 0 || pickup < 0 || instance.rideBinds[n >> 1] === 0) continue;
    route.hasRideLimits = true;
    let left = instance.rideSpan[n >> 1]!;
    for (let p = pickup + 1; p <= k; p++) left -= leg[p]! + service[p - 1]!;
    for (let p = pickup + 1; p <= k; p++) if (left < rideSlack[p]!) rideSlack[p] = left;
  }
}
