import type { Insertion } from "./insertion.ts";
import type { Route } from "./route.ts";

/**
 * The search of `Insertion` where a leg's time depends on the hour. Detours are compared at free flow, an estimate;
 * what they really cost is read off the exact times of those that would win.
 */
export function bestPacedPlace(
  insertion: Insertion,
  route: Route,
  request: number,
  { room, places }: { readonly room: number; readonly places: number },
): void {
  const { instance } = insertion;
  const { legs, place, matrix, size, earliest, latest, service } = instance;
  const weight = instance.weights.vehicleSecond;
  const [pickup, dropoff] = [2 * request, 2 * request + 1];
  const pickupPlace = place[pickup]!;
  const dropoffPlace = place[dropoff]!;
  const last = route.count + 1;
  for (let i = instance.driving[route.duty] === 1 ? 2 : 1; i <= last; i++) {
    if (route.free[i - 1]! > latest[pickup]!) return;
    if (route.seatsTaken[i - 1]! > room || route.wheelchairsTaken[i - 1]! > places) continue;
    const arrival = legs.arrival(place[route.node[i - 1]!]!, pickupPlace, route.free[i - 1]!);
    if (arrival > latest[pickup]!) continue;
    let here = pickup;
    let goes = Math.max(arrival, earliest[pickup]!) + service[pickup]!;
    const toPickup = freeFlow(route.location[i - 1]!, instance.location[pickup]!);
    const pickupDetour = toPickup + freeFlow(instance.location[pickup]!, route.location[i]!) - route.leg[i]!;
    for (let j = i; j <= last; j++) {
      const onward = freeFlow(instance.location[dropoff]!, route.location[j]!);
      const toDropoff = freeFlow(instance.location[here]!, instance.location[dropoff]!);
      const detour = toDropoff + onward + (j === i ? toPickup - route.leg[i]! : pickupDetour - route.leg[j]!);
      const down = Math.max(earliest[dropoff]!, legs.arrival(place[here]!, dropoffPlace, goes));
      if (
        detour * weight < insertion.best &&
        down <= latest[dropoff]! &&
        legs.arrival(dropoffPlace, place[route.node[j]!]!, down + service[dropoff]!) <= route.tail[j]!
      )
        insertion.consider(route, request, i, j, detour * weight);
      if (j === last || route.seatsTaken[j]! > room || route.wheelchairsTaken[j]! > places) break;
      const start = Math.max(route.earliest[j]!, legs.arrival(place[here]!, place[route.node[j]!]!, goes));
      if (start > route.latest[j]!) break;
      here = route.node[j]!;
      goes = start + route.service[j]!;
      if (goes > latest[dropoff]!) break;
    }
  }

  function freeFlow(from: number, to: number): number {
    return matrix[from * size + to]!;
  }
}
