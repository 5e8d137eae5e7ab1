import type { Hours } from "./hours.ts";
import { type Label, WORK } from "./label.ts";
import type { Sets } from "./sets.ts";
import type { Work } from "./work.ts";

/** Of so many of the most urgent stops every two are looked at together. */
const PAIRS_OF = 12;

/**
 * Makes a test of partial drives: false when some stop still ahead is certainly missed, even by the quickest way.
 * Looks at each stop alone, at the sum of what is due by its latest instant, and at every two urgent stops in both
 * orders. Only for steady travel times; `reachAtAnyPace` is for the others.
 *
 * @param ahead  all stops of the drive, by their latest instant; members of `sets` are their places in this list
 * @param from  the place where the drive begins
 */
export function reachTest({
  work: { stops, tasks, lower },
  hours,
  ahead,
  sets,
  from,
}: {
  work: Work;
  hours: Hours;
  ahead: readonly number[];
  sets: Sets;
  from: number;
}): (label: Label) => boolean {
  const { seconds, placeCount } = lower;
  const count = ahead.length;
  const placeAt = Int32Array.from(ahead, (id) => stops[id]!.place);
  const service = Float64Array.from(ahead, (id) => stops[id]!.service);
  const earliest = Float64Array.from(ahead, (id) => hours.earliest[id]!);
  const latest = Float64Array.from(ahead, (id) => hours.latest[id]!);
  const indexOf = new Map(ahead.map((id, k) => [id, k]));
  /** From the beginning of one stop to the beginning of another; infinite where the windows forbid the order. */
  const apart = new Float64Array(count * count);
  for (const [k, a] of ahead.entries())
    for (const [j, b] of ahead.entries())
      apart[k * count + j] =
        hours.before[b * stops.length + a] === 1
          ? Number.POSITIVE_INFINITY
          : service[k]! + seconds[placeAt[k]! * placeCount + placeAt[j]!]!;
  const quickest = Float64Array.from(ahead, (_, j) => {
    let least = seconds[from * placeCount + placeAt[j]!]!;
    for (let k = 0; k < count; k++) if (k !== j) least = Math.min(least, apart[k * count + j]! - service[k]!);
    return least;
  });
  const reach = new Float64Array(count);
  const due = new Float64Array(count);
  /** At a drop-off of a rider aboard: what is left of her ride. */
  const rideLeft = new Float64Array(count);
  const urgent = new Int32Array(PAIRS_OF);

  return (label) => {
    const { served, place, leaves } = label;
    const row = place * placeCount;
    due.set(latest);
    rideLeft.fill(Number.POSITIVE_INFINITY);
    if (!limitRides(label)) return false;
    let busy = 0;
    let longestService = 0;
    let some = 0;
    for (let k = 0; k < count; k++) {
      if (sets.has(served, k)) continue;
      const arrival = leaves + seconds[row + placeAt[k]!]!;
      if (arrival > due[k]!) return false;
      reach[k] = Math.max(arrival, earliest[k]!);
      // All stops due by now take at least the quickest way to each and their service, but for the last.
      busy += quickest[k]! + service[k]!;
      if (service[k]! > longestService) longestService = service[k]!;
      if (leaves + busy - longestService > latest[k]!) return false;
      if (some < PAIRS_OF) urgent[some++] = k;
    }
    for (let a = 1; a < some; a++)
      for (let b = 0; b < a; b++)
        if (!isOrder(urgent[a]!, urgent[b]!, row) && !isOrder(urgent[b]!, urgent[a]!, row)) return false;
    return true;
  };

  function limitRides({ place, leaves, aboard, since, boardBy }: Label): boolean {
    for (let k = 0; k < aboard.length; k++) {
      if (aboard[k] === WORK) continue;
      const at = indexOf.get(aboard[k]!)!;
      const { span } = tasks[stops[aboard[k]!]!.task]!;
      const leg = seconds[place * placeCount + placeAt[at]!]!;
      if (since[k]! + leg > span || leaves + leg > boardBy[k]! + span) return false;
      due[at] = Math.min(latest[at]!, boardBy[k]! + span);
      rideLeft[at] = span - since[k]!;
    }
    return true;
  }

  /** Can stop k come before stop j, with nothing else on the way? */
  function isOrder(k: number, j: number, row: number): boolean {
    const between = apart[k * count + j]!;
    if (reach[k]! + between > due[j]!) return false;
    return seconds[row + placeAt[k]!]! + between <= rideLeft[j]!;
  }
}

/** The same for a pace that changes: each stop alone. */
export function reachAtAnyPace({
  work: { stops, lower },
  hours,
  ahead,
  sets,
}: {
  work: Work;
  hours: Hours;
  ahead: readonly number[];
  sets: Sets;
}): (label: Label) => boolean {
  return ({ served, place, leaves }) =>
    ahead.every(
      (id, k) =>
        sets.has(served, k) || lower.legs.arrival(place, stops[id]!.place, leaves) <= hours.latest[id]!,
    );
}
