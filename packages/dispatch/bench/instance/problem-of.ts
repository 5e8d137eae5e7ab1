import type { Duty, Problem, Trip } from "../../src/index.ts";
import { distanceBetween, type Instance, type InstanceNode } from "./instance.ts";

/** An instance as the engine sees it: whole numbers, `scale` to one of the instance's units of time. */
export interface ScaledProblem {
  readonly problem: Problem;
  readonly scale: number;
}

/** Five decimals: finer than any published value, and still within 31 bits for a horizon of 21,000. */
const SCALE_MAX = 100_000;

/**
 * Makes the engine's problem of an instance. Everything is rounded to the careful side (driving, service and openings
 * up; closings and limits down), so a plan that keeps the rules in whole numbers keeps them in doubles. Rounding legs
 * up also keeps the triangle inequality.
 *
 * Trip ids are those of the pickup nodes.
 */
export function problemOf(instance: Instance): ScaledProblem {
  const { start, end, requests, speed, routeDurationMax } = instance;
  const scale = scaleFor(instance);
  const points = [start, end, ...requests.flatMap(({ pickup, dropoff }) => [pickup, dropoff])];
  const seconds = new Int32Array(points.length ** 2);
  for (const [i, from] of points.entries())
    for (const [j, to] of points.entries())
      seconds[i * points.length + j] = up((distanceBetween(from, to) / speed) * scale);
  const workLimit = Number.isFinite(routeDurationMax)
    ? { workSecondsMax: down(routeDurationMax * scale) }
    : {};
  const duties = Array.from(
    { length: instance.vehicles },
    (_, k): Duty => ({
      id: `v${k + 1}`,
      vehicleId: `v${k + 1}`,
      seats: instance.capacity,
      wheelchairPlaces: 0,
      seatsPerWheelchair: 0,
      startPlace: 0,
      endPlace: 1,
      startsAt: up(start.ready * scale),
      endsAt: down(end.due * scale),
      ...workLimit,
    }),
  );
  const trips = requests.map((request, index) => tripOf({ request, index, scale }));
  return {
    problem: { travelTimes: { placeCount: points.length, seconds }, duties, trips, progress: [], now: 0 },
    scale,
  };
}

function scaleFor({ end, start, requests }: Instance): number {
  const latest = Math.max(
    end.due,
    start.due,
    ...requests.flatMap(({ pickup, dropoff }) => [pickup.due, dropoff.due]),
  );
  let scale = SCALE_MAX;
  while (latest * scale >= 2 ** 31) scale /= 10;
  return scale;
}

function tripOf({
  request: { pickup, dropoff, load, rideMax },
  index,
  scale,
}: {
  request: Instance["requests"][number];
  index: number;
  scale: number;
}): Trip {
  const boardSeconds = up(pickup.service * scale);
  const window = ({ ready, due }: InstanceNode) => ({
    earliest: up(ready * scale),
    latest: down(due * scale),
  });
  const longest = window(dropoff).latest - window(pickup).earliest; // what the windows allow anyway
  // What rounding adds to boarding is taken off the ride, which begins when boarding ends.
  const limit = down((rideMax + pickup.service) * scale) - boardSeconds;
  return {
    id: String(pickup.id),
    pickupPlace: 2 + 2 * index,
    dropoffPlace: 3 + 2 * index,
    seats: load,
    wheelchairs: 0,
    pickup: window(pickup),
    dropoff: window(dropoff),
    rideSecondsMax: Math.max(0, Math.min(longest, limit)),
    boardSeconds,
    alightSeconds: up(dropoff.service * scale),
  };
}

/** A product such as 0.1 × 100,000 may lie a hair beside its whole number; it is that number. */
const HAIR = 1e-6;
const up = (value: number): number => Math.ceil(value - HAIR) + 0; // + 0: no −0
const down = (value: number): number => Math.floor(value + HAIR) + 0;
