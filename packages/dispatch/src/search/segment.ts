import { type Instance, WHOLE } from "./instance.ts";

/**
 * Visits in a row with nobody aboard before and after, on steady roads. Begun at t it ends at
 * max(`ends`, t + `seconds`): ride limits bind within it only, and then they say no more than these three numbers.
 */
export interface Segment {
  readonly nodes: Int32Array;
  readonly requests: Int32Array;
  /** Row in the matrix of its first visit, and of its last. */
  readonly from: number;
  readonly to: number;
  readonly drivingSeconds: number;
  /** Its first visit begins no later. */
  readonly latest: number;
  /** The vehicle is free again no earlier. */
  readonly ends: number;
  /** From beginning to end without waiting. */
  readonly seconds: number;
}

/** Cuts visits wherever nobody is aboard; those of a vehicle with riders aboard from the past are not cut at all. */
export function cutIntoSegments(visits: Int32Array, instance: Instance): Int32Array[] {
  if (visits.some((n) => instance.fixed[n >> 1] !== WHOLE)) return [];
  const segments: Int32Array[] = [];
  let aboard = 0;
  let from = 0;
  for (const [k, n] of visits.entries()) {
    aboard += (n & 1) === 0 ? 1 : -1;
    if (aboard > 0) continue;
    segments.push(visits.slice(from, k + 1));
    from = k + 1;
  }
  return segments;
}

/** @param nodes  a segment of a route that can be driven */
export function segmentOf(nodes: Int32Array, instance: Instance): Segment {
  const { location, matrix, size, latest, service } = instance;
  const last = nodes.length - 1;
  /** When each visit begins, seconds after the first, if the vehicle never waits. */
  const after = new Float64Array(nodes.length);
  let drivingSeconds = 0;
  let begins = latest[nodes[0]!]!;
  for (let k = 1; k <= last; k++) {
    const leg = matrix[location[nodes[k - 1]!]! * size + location[nodes[k]!]!]!;
    drivingSeconds += leg;
    after[k] = after[k - 1]! + service[nodes[k - 1]!]! + leg;
    begins = Math.min(begins, latest[nodes[k]!]! - after[k]!);
  }
  const alights = service[nodes[last]!]!;
  return {
    nodes,
    requests: nodes.filter((n) => (n & 1) === 1).map((n) => n >> 1),
    from: location[nodes[0]!]!,
    to: location[nodes[last]!]!,
    drivingSeconds,
    latest: begins,
    ends: earliestOfLast(nodes, after, instance) + alights,
    seconds: after[last]! + alights,
  };
}

/** The least solution of windows and ride limits, climbed to from below as in `Timing.settle`. */
function earliestOfLast(nodes: Int32Array, after: Float64Array, { earliest, rideSpan }: Instance): number {
  const starts = Float64Array.from(nodes, (n) => earliest[n]!);
  let k = 1;
  while (k < nodes.length) {
    const n = nodes[k]!;
    starts[k] = Math.max(starts[k]!, starts[k - 1]! + after[k]! - after[k - 1]!);
    const pickup = (n & 1) === 1 ? nodes.indexOf(n - 1) : k;
    const least = starts[k]! - rideSpan[n >> 1]!;
    if (pickup < k && starts[pickup]! < least) {
      starts[pickup] = least;
      k = pickup;
    }
    k++;
  }
  return starts[nodes.length - 1]!;
}
