import type { Stop, Task, Vehicle, Work } from "./work.ts";

/** What one vehicle's hours and whereabouts leave of every stop's window, and which orders of two stops they forbid. */
export interface Hours {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** Read as `a * stops.length + b`: 1 when a drive of this vehicle with both must come to a before b. */
  readonly before: Uint8Array;
}

/**
 * Narrows every window to what this vehicle can keep, with the times that no drive can beat. A stop that it cannot
 * keep at all has its latest before its earliest.
 */
export function hoursOf(work: Work, vehicle: Vehicle): Hours {
  const { stops, tasks } = work;
  const earliest = Float64Array.from(stops, (stop) => stop.earliest);
  const latest = Float64Array.from(stops, (stop) => stop.latest);
  const reach = reachOf(work, vehicle);
  for (const stop of stops) {
    earliest[stop.id] = Math.max(stop.earliest, reach(stop));
    latest[stop.id] = Math.min(stop.latest, homeBy(work, vehicle, stop));
  }
  for (const task of tasks) if (task.pickup >= 0) narrowRide(work, task, { earliest, latest });
  return { earliest, latest, before: forcedOrders(work, vehicle, { earliest, latest }) };
}

/** When the vehicle can be at a stop, coming from where it is or from the stop it is driving to. */
function reachOf({ stops, lower, real }: Work, vehicle: Vehicle): (stop: Stop) => number {
  const { first, origin } = vehicle;
  const { arrivedAt, arrivesFrom, readyAt } = origin;
  if (first < 0) return ({ place }) => lower.legs.arrival(origin.place, place, readyAt);
  const next = stops[first]!;
  const arrival = arrivedAt ?? Math.max(arrivesFrom, real.legs.arrival(origin.place, next.place, readyAt));
  const leaves = Math.max(arrival, next.earliest) + next.service;
  return ({ id, place }) => (id === first ? arrival : lower.legs.arrival(next.place, place, leaves));
}

function homeBy({ lower }: Work, { endPlace, endsAt }: Vehicle, { place, service }: Stop): number {
  return lower.legs.departure(place, endPlace, endsAt) - service;
}

function narrowRide({ stops, lower }: Work, task: Task, { earliest, latest }: Omit<Hours, "before">): void {
  const { pickup, dropoff, span } = task;
  const [from, to] = [stops[pickup]!, stops[dropoff]!];
  const there = lower.legs.arrival(from.place, to.place, earliest[pickup]! + from.service);
  earliest[dropoff] = Math.max(earliest[dropoff]!, there);
  earliest[pickup] = Math.max(earliest[pickup]!, earliest[dropoff]! - span);
  latest[dropoff] = Math.min(latest[dropoff]!, latest[pickup]! + span);
  const by = lower.legs.departure(from.place, to.place, latest[dropoff]!) - from.service;
  latest[pickup] = Math.min(latest[pickup]!, by);
}

function forcedOrders(
  { stops, tasks, lower }: Work,
  vehicle: Vehicle,
  { earliest, latest }: Omit<Hours, "before">,
): Uint8Array {
  const count = stops.length;
  const before = new Uint8Array(count * count);
  for (const b of stops) {
    const leaves = earliest[b.id]! + b.service;
    for (const a of stops)
      if (a !== b && lower.legs.arrival(b.place, a.place, leaves) > latest[a.id]!)
        before[a.id * count + b.id] = 1;
  }
  for (const { pickup, dropoff } of tasks) if (pickup >= 0) before[pickup * count + dropoff] = 1;
  if (vehicle.first >= 0)
    for (const { id } of stops) if (id !== vehicle.first) before[vehicle.first * count + id] = 1;
  return before;
}
