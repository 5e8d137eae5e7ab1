import { ABOARD, ALL_FIXED, type Instance } from "./instance.ts";

/**
 * Narrows windows, in place, by what the rest of the same request implies: nothing that can be driven is lost, and
 * insertion sees sooner what cannot be.
 *
 * The ride limit ties the two windows together everywhere. That a rider needs at least the direct leg, and a vehicle
 * at least its leg from the start and to the end, is true only where no way round is shorter than the direct one.
 */
export function tightenWindows(instance: Instance): void {
  for (let r = 0; r < instance.requestCount; r++) {
    if (instance.fixed[r] === ABOARD || instance.fixed[r] === ALL_FIXED) continue; // boarded in the past
    if (instance.triangle) reachFromDuties(instance, r);
    for (let pass = 0; pass < 2; pass++) tieTogether(instance, r);
    const { earliest, latest, rideSpan } = instance;
    instance.rideBinds[r] = rideSpan[r]! < latest[2 * r + 1]! - earliest[2 * r]! ? 1 : 0;
  }
}

function tieTogether({ earliest, latest, service, rideSpan, triangle, ...rest }: Instance, r: number): void {
  const [pickup, dropoff] = [2 * r, 2 * r + 1];
  raise(earliest, pickup, earliest[dropoff]! - rideSpan[r]!);
  lower(latest, dropoff, latest[pickup]! + rideSpan[r]!);
  const direct = triangle ? rest.matrix[rest.location[pickup]! * rest.size + rest.location[dropoff]!]! : 0;
  raise(earliest, dropoff, earliest[pickup]! + service[pickup]! + direct);
  lower(latest, pickup, latest[dropoff]! - service[pickup]! - direct);
}

function reachFromDuties(instance: Instance, r: number): void {
  const { requestCount: R, dutyCount: D, matrix, location, size, earliest, latest, service } = instance;
  for (const node of [2 * r, 2 * r + 1]) {
    let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let d = 0; d < D; d++) {
      if (instance.onlyDuty[r]! >= 0 && instance.onlyDuty[r] !== d) continue;
      const first = location[2 * R + d]!;
      const last = location[2 * R + D + d]!;
      // A vehicle on its way may be at its first stop before the road says so.
      const ready =
        instance.driving[d] === 1 ? 0 : instance.readyAt[d]! + matrix[first * size + location[node]!]!;
      from = Math.min(from, ready);
      until = Math.max(until, instance.endsAt[d]! - matrix[location[node]! * size + last]! - service[node]!);
    }
    if (D === 0) continue;
    raise(earliest, node, from);
    lower(latest, node, until);
  }
}

function raise(values: Float64Array, k: number, least: number): void {
  if (least > values[k]!) values[k] = least;
}

function lower(values: Float64Array, k: number, most: number): void {
  if (most < values[k]!) values[k] = most;
}
