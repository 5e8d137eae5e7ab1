import { type Cost, type CostWeights, costOf, weigh } from "./cost.ts";
import { type DutyTimes, placeBefore, placeBehind } from "./duty-times.ts";
import { eachOpening, type Opening } from "./openings.ts";
import type { Trip } from "./problem.ts";
import { insertInto, type Room } from "./stretch.ts";
import type { Legs } from "./travel-times.ts";

/** A trip in one place of one duty, with what it costs there. */
export interface Insertion {
  readonly duty: DutyTimes;
  readonly opening: Opening;
  readonly cost: Cost;
  readonly weight: number;
  readonly dropoffAt: number;
}

/**
 * Finds the cheapest place for one trip in one duty, all planned visits keeping their order.
 *
 * Tries every (pickup, drop-off) pair; the least weight wins, among equals the earlier drop-off, then the later
 * place: at one stop a newcomer comes after those who booked before. O(1) for each pair, and for those that the bounds
 * leave as much as the trip moves.
 *
 * @param atMost  places that weigh more need not be found
 * @returns undefined when no place keeps every rule
 * @see Jaw, Odoni, Psaraftis and Wilson 1986, insertion for the dial-a-ride problem; 仕様書 5-(1)-① リアルタイム配車
 */
export function bestInsertion({
  duty,
  trip,
  legs,
  room,
  weights,
  atMost = Number.POSITIVE_INFINITY,
}: {
  duty: DutyTimes;
  trip: Trip;
  legs: Legs;
  room: Room;
  weights: CostWeights;
  atMost?: number;
}): Insertion | undefined {
  let best: Insertion | undefined;
  eachOpening({
    duty,
    bounds: duty.bounds,
    trip,
    windows: trip,
    legs,
    visit(opening) {
      if (leastWeight({ duty, trip, opening, legs, weights }) > (best?.weight ?? atMost)) return;
      const after = insertInto({ duty, trip, opening, legs, room });
      if (after === undefined) return;
      const cost = costOf({ duty, after, legs });
      const found = {
        duty,
        opening,
        cost,
        weight: weigh(cost, weights),
        dropoffAt: after.starts[after.dropoff]!,
      };
      if (best === undefined || !isBetter(best, found)) best = found;
    },
  });
  return best;
}

/** The least weight wins, among equals the earlier arrival. */
export function isBetter(one: Insertion, other: Insertion): boolean {
  return one.weight < other.weight || (one.weight === other.weight && one.dropoffAt < other.dropoffAt);
}

/** A weight that this place cannot beat: the driving it adds, and the riding and waiting that it cannot avoid. */
function leastWeight({
  duty: { sequence, busyBefore },
  trip,
  opening: { pickupBefore: i, dropoffBefore: j, pickupFrom },
  legs,
  weights,
}: {
  duty: DutyTimes;
  trip: Trip;
  opening: Opening;
  legs: Legs;
  weights: CostWeights;
}): number {
  if (!legs.steady) return Number.NEGATIVE_INFINITY;
  const leg = (from: number, to: number) => legs.freeSeconds(from, to);
  const { pickupPlace, dropoffPlace } = trip;
  const direct = leg(pickupPlace, dropoffPlace);
  const [beforePickup, behindPickup] = [placeBefore(sequence, i), placeBehind(sequence, i)];
  const [beforeDropoff, behindDropoff] = [placeBefore(sequence, j), placeBehind(sequence, j)];
  const riders = trip.seats + trip.wheelchairs;
  const wait = trip.anchor === "dropoff" ? 0 : pickupFrom - trip.pickup.earliest;
  const toPickup = leg(beforePickup, pickupPlace);
  const onwards = leg(dropoffPlace, behindDropoff);
  const skipped = leg(beforePickup, behindPickup);
  if (i === j)
    return (
      (toPickup + direct + onwards - skipped) * weights.vehicleSecond + riders * wait * weights.waitSecond
    );
  const toVisit = leg(pickupPlace, behindPickup);
  const toDropoff = leg(beforeDropoff, dropoffPlace);
  const between = busyBefore[j - 1]! - busyBefore[i]! + sequence.service[j - 1]!;
  const added = toPickup + toVisit - skipped + toDropoff + onwards - leg(beforeDropoff, behindDropoff);
  const detour = toVisit + between + toDropoff - direct;
  return added * weights.vehicleSecond + riders * (detour * weights.detourSecond + wait * weights.waitSecond);
}
