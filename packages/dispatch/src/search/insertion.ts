import { type Instance, WHOLE } from "./instance.ts";
import { bestPacedPlace } from "./paced-insertion.ts";
import type { Route } from "./route.ts";
import { costOfTiming, Timing } from "./timing.ts";

/**
 * Finds the cheapest place for one request in one route: the cost first, then windows and loads in constant time a
 * pair, and the exact times only for a pair that would win.
 */
export class Insertion {
  readonly instance: Instance;
  readonly timing: Timing;
  /** The place found: positions as in `insertNodes`. */
  i = 0;
  j = 0;
  /** What is still to be beaten. */
  best = 0;
  /** Take what the cheap bounds allow; ask `holds` about the place that is really wanted. */
  hopeful = false;
  private readonly dropoffDetour: Float64Array;
  private readonly leastDetourFrom: Float64Array;

  constructor(instance: Instance) {
    const room = 2 * instance.requestCount + 4;
    this.instance = instance;
    this.timing = new Timing(instance);
    this.dropoffDetour = new Float64Array(room);
    this.leastDetourFrom = new Float64Array(room);
  }

  /**
   * @param below  only places that cost less are looked for
   * @returns the added cost, with the place in `i` and `j`; infinite when there is none below
   */
  find(route: Route, request: number, below: number): number {
    const { instance } = this;
    const d = route.duty;
    const only = instance.onlyDuty[request]!;
    this.best = below;
    this.j = 0;
    if (only !== -1 && only !== d) return Number.POSITIVE_INFINITY;
    if (instance.fixed[request] !== WHOLE) this.placeDropoff(route, request);
    else {
      const wheelchairs = instance.wheelchairs[request]!;
      const seats = instance.seats[request]! + wheelchairs * instance.seatsPerWheelchair[d]!;
      const room = instance.seatCapacity[d]! - seats;
      // Wheelchair places are not asked of those who need none.
      const places = wheelchairs === 0 ? 2 ** 30 : instance.wheelchairCapacity[d]! - wheelchairs;
      if (room < 0 || places < 0) return Number.POSITIVE_INFINITY;
      if (instance.steady) this.placeBoth(route, request, room, places);
      else bestPacedPlace(this, route, request, { room, places });
    }
    return this.j === 0 ? Number.POSITIVE_INFINITY : this.best;
  }

  private placeBoth(route: Route, request: number, room: number, places: number): void {
    const { instance, dropoffDetour, leastDetourFrom } = this;
    const { matrix, size, triangle } = instance;
    const { count, location, earliest, service, leg, free, tail, seatsTaken, wheelchairsTaken, rideSlack } =
      route;
    const weight = instance.weights.vehicleSecond;
    const pickup = 2 * request;
    const dropoff = pickup + 1;
    const pickupColumn = instance.location[pickup]!;
    const dropoffColumn = instance.location[dropoff]!;
    const fromPickup = pickupColumn * size;
    const fromDropoff = dropoffColumn * size;
    const pickupEarliest = instance.earliest[pickup]!;
    const pickupLatest = instance.latest[pickup]!;
    const dropoffEarliest = instance.earliest[dropoff]!;
    const dropoffLatest = instance.latest[dropoff]!;
    const boards = instance.service[pickup]!;
    const alights = instance.service[dropoff]!;
    const rideMax = instance.rideSpan[request]! - boards;
    const direct = matrix[fromPickup + dropoffColumn]!;
    if (direct > rideMax) return;
    const end = count + 1;
    // Without the triangle inequality a visit between two others may shorten the way, and only its own limit binds.
    const stillBy = triangle ? tail : route.latest;
    let first = instance.driving[route.duty] === 1 ? 2 : 1;
    if (triangle) while (first <= end && tail[first]! < pickupEarliest + boards) first++;
    let last = first - 1;
    while (last < end && free[last]! <= dropoffLatest) last++;
    let least = Number.POSITIVE_INFINITY;
    for (let k = last; k >= first; k--) {
      const detour =
        matrix[location[k - 1]! * size + dropoffColumn]! + matrix[fromDropoff + location[k]!]! - leg[k]!;
      dropoffDetour[k] = detour;
      if (detour < least) least = detour;
      leastDetourFrom[k] = least;
    }
    for (let i = first; i <= last; i++) {
      const freeAt = free[i - 1]!;
      if (freeAt > pickupLatest) return;
      if (seatsTaken[i - 1]! > room || wheelchairsTaken[i - 1]! > places) continue;
      const toPickup = matrix[location[i - 1]! * size + pickupColumn]!;
      let at = freeAt + toPickup;
      if (at > pickupLatest) continue;
      if (at < pickupEarliest) at = pickupEarliest;
      const leaves = at + boards;
      const onward = matrix[fromDropoff + location[i]!]!;
      const together = toPickup + direct + onward - leg[i]!;
      if (together * weight < this.best && together + boards + alights <= rideSlack[i]!) {
        let down = leaves + direct;
        if (down < dropoffEarliest) down = dropoffEarliest;
        if (down <= dropoffLatest && down + alights + onward <= tail[i]!)
          this.consider(route, request, i, i, together * weight);
      }
      if (i === last) return;
      const next = matrix[fromPickup + location[i]!]!;
      const pickupDetour = toPickup + next - leg[i]!;
      if ((pickupDetour + leastDetourFrom[i + 1]!) * weight >= this.best) continue;
      if (pickupDetour + boards > rideSlack[i]!) continue;
      let start = leaves + next;
      let ride = next;
      for (let j = i + 1; j <= last; j++) {
        const k = j - 1;
        if (start < earliest[k]!) start = earliest[k]!;
        if (start > stillBy[k]! || seatsTaken[k]! > room || wheelchairsTaken[k]! > places) break;
        const goes = start + service[k]!;
        if (goes > dropoffLatest) break;
        ride += service[k]!;
        if (ride > rideMax) break;
        const cost = (pickupDetour + dropoffDetour[j]!) * weight;
        if (cost < this.best && dropoffDetour[j]! + alights <= rideSlack[j]!) {
          const toDropoff = matrix[location[k]! * size + dropoffColumn]!;
          let down = goes + toDropoff;
          if (down < dropoffEarliest) down = dropoffEarliest;
          if (
            down <= dropoffLatest &&
            ride + toDropoff <= rideMax &&
            down + alights + matrix[fromDropoff + location[j]!]! <= tail[j]!
          )
            this.consider(route, request, i, j, cost);
        }
        if (j === last || (pickupDetour + leastDetourFrom[j + 1]!) * weight >= this.best) break;
        start = goes + leg[j]!;
        ride += leg[j]!;
      }
    }
  }

  /**
   * The pickup has happened or is fixed. Without a drop-off the rider counts as aboard to the end of the route, where
   * others may board behind the place that was left: as far as all of them have room, the drop-off may come.
   */
  private placeDropoff(route: Route, request: number): void {
    const { instance } = this;
    const { legs, place, matrix, size, location } = instance;
    const seats = instance.seatCapacity[route.duty]!;
    const wheelchairs = instance.wheelchairCapacity[route.duty]!;
    const node = 2 * request + 1;
    const last = route.count + 1;
    const column = location[node]!;
    for (let j = instance.driving[route.duty] === 1 ? 2 : 1; j <= last; j++) {
      if (route.free[j - 1]! > instance.latest[node]!) return;
      if (route.seatsTaken[j - 1]! > seats || route.wheelchairsTaken[j - 1]! > wheelchairs) return;
      const detour =
        matrix[route.location[j - 1]! * size + column]! +
        matrix[column * size + route.location[j]!]! -
        route.leg[j]!;
      const cost = detour * instance.weights.vehicleSecond;
      if (cost >= this.best) continue;
      const arrival = legs.arrival(place[route.node[j - 1]!]!, place[node]!, route.free[j - 1]!);
      const down = Math.max(instance.earliest[node]!, arrival);
      if (down > instance.latest[node]!) continue;
      const onward = legs.arrival(place[node]!, place[route.node[j]!]!, down + instance.service[node]!);
      if (onward <= route.tail[j]!) this.consider(route, request, 0, j, cost);
    }
  }

  /** Every cheap bound is kept: takes the place when the exact times and the exact cost say so too. */
  consider(route: Route, request: number, i: number, j: number, cost: number): void {
    const { instance } = this;
    let exact = cost;
    if (!this.hopeful && this.asksTimes(route, request)) {
      if (!this.holds(route, request, i, j)) return;
      if (instance.ridersCount || !instance.steady) exact = costOfTiming(this.timing) - route.cost;
      if (exact >= this.best) return;
    }
    this.best = exact;
    this.i = i;
    this.j = j;
  }

  /** Do the exact times have a say, or are windows and loads all there is? */
  asksTimes(route: Route, request: number): boolean {
    const { instance } = this;
    return (
      route.hasRideLimits || instance.rideBinds[request] === 1 || instance.ridersCount || !instance.steady
    );
  }

  /** Do exact times exist for the route with the request in this place? */
  holds(route: Route, request: number, i: number, j: number): boolean {
    this.timing.takeWith(route, request, i, j);
    return this.timing.settle();
  }
}
