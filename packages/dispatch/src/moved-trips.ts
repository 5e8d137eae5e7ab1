import type { Plan } from "./problem.ts";
import { visitKey } from "./sequence.ts";

/**
 * The trips that a new plan has in another duty, or that changed places with others in their own: the fewest whose
 * visits, taken out, leave both plans alike. In the order of the new plan.
 *
 * @param added  the trip for which the new plan was made; it does not count
 */
export function movedTrips(before: Plan, after: Plan, added: string): string[] {
  const old = new Map(before.routes.map(({ dutyId, visits }) => [dutyId, visits]));
  const moved = after.routes.flatMap(({ dutyId, visits }) => {
    const placeOf = new Map((old.get(dutyId) ?? []).map((visit, k) => [visitKey(visit), k]));
    const own = visits.filter(({ tripId }) => tripId !== added);
    const stayed = longestRise(own.map((visit) => placeOf.get(visitKey(visit))));
    return own.filter((_, k) => !stayed.has(k)).map(({ tripId }) => tripId);
  });
  return [...new Set(moved)];
}

/** The indexes of a longest run of rising numbers, what is undefined left out. */
function longestRise(numbers: readonly (number | undefined)[]): Set<number> {
  const length: number[] = [];
  const before: number[] = [];
  let last = -1;
  for (const [k, number] of numbers.entries()) {
    length[k] = number === undefined ? 0 : 1;
    before[k] = -1;
    for (let j = 0; j < k && number !== undefined; j++)
      if (numbers[j] !== undefined && numbers[j]! < number && length[j]! + 1 > length[k]!) {
        length[k] = length[j]! + 1;
        before[k] = j;
      }
    if (length[k]! > 0 && (last < 0 || length[k]! > length[last]!)) last = k;
  }
  const rise = new Set<number>();
  for (let k = last; k >= 0; k = before[k]!) rise.add(k);
  return rise;
}
