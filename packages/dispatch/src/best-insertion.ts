import { type Cost, type CostWeights, costOf, type Timed, weigh } from "./cost.ts";
import { earliestStarts } from "./earliest-starts.ts";
import { eachOpening, type Opening } from "./openings.ts";
import type { Trip } from "./problem.ts";
import { insertTrip, roomForOneMore, type Sequence } from "./sequence.ts";
import { fetchArriveByRidersLate } from "./timing.ts";
import type { Legs } from "./travel-times.ts";

/** A trip in its best place of one duty. */
export interface Insertion {
  readonly timed: Timed;
  readonly pickup: number;
  readonly dropoff: number;
  readonly cost: Cost;
  readonly weight: number;
}

/**
 * Finds the cheapest place for one trip in one duty, all planned visits keeping their order.
 *
 * Tries every (pickup, drop-off) pair; the least weight wins, among equals the earlier drop-off, then the later
 * place: at one stop a newcomer comes after those who booked before. O(n²) pairs, O(n) for each one that the cheap bounds leave.
 *
 * @returns undefined when no place keeps every rule
 * @see Jaw, Odoni, Psaraftis and Wilson 1986, insertion for the dial-a-ride problem; 仕様書 5-(1)-① リアルタイム配車
 */
export function bestInsertion({
  before,
  trip,
  legs,
  weights,
}: {
  before: Timed;
  trip: Trip;
  legs: Legs;
  weights: CostWeights;
}): Insertion | undefined {
  const base = before.sequence;
  let scratch = roomForOneMore(base);
  let starts = new Float64Array(base.count + 2);
  let best: Insertion | undefined;
  eachOpening({
    sequence: base,
    trip,
    windows: trip,
    legs,
    visit(opening) {
      if (best !== undefined && leastWeight({ base, trip, opening, legs, weights }) > best.weight) return;
      insertTrip({ base, target: scratch, trip, ...opening });
      if (!earliestStarts(scratch, legs, starts)) return;
      const timed: Timed = { sequence: scratch, starts };
      fetchArriveByRidersLate(timed, legs);
      const pickup = opening.pickupBefore;
      const dropoff = opening.dropoffBefore + 1;
      const cost = costOf({ before, after: timed, pickup, dropoff, legs });
      const weight = weigh(cost, weights);
      if (best !== undefined && isBetter(best, { weight, timed, dropoff })) return;
      best = { timed, pickup, dropoff, cost, weight };
      scratch = roomForOneMore(base); // the best one keeps its arrays
      starts = new Float64Array(base.count + 2);
    },
  });
  return best;
}

type Candidate = Pick<Insertion, "weight" | "timed" | "dropoff">;

/** The least weight wins, among equals the earlier arrival. */
export function isBetter(one: Candidate, other: Candidate): boolean {
  const arrival = ({ timed, dropoff }: Candidate) => timed.starts[dropoff]!;
  return one.weight < other.weight || (one.weight === other.weight && arrival(one) < arrival(other));
}

/** A weight that this place cannot beat: the driving it adds and, for depart-at riders, the wait it cannot avoid. */
function leastWeight({
  base,
  trip,
  opening: { pickupBefore, dropoffBefore, pickupFrom },
  legs,
  weights,
}: {
  base: Sequence;
  trip: Trip;
  opening: Opening;
  legs: Legs;
  weights: CostWeights;
}): number {
  if (!legs.steady) return Number.NEGATIVE_INFINITY;
  const placeBefore = (k: number) => (k === 0 ? base.origin.place : base.place[k - 1]!);
  const placeAt = (k: number) => (k === base.count ? base.duty.endPlace : base.place[k]!);
  const leg = legs.freeSeconds;
  const { pickupPlace, dropoffPlace } = trip;
  const added =
    pickupBefore === dropoffBefore
      ? leg(placeBefore(pickupBefore), pickupPlace) +
        leg(pickupPlace, dropoffPlace) +
        leg(dropoffPlace, placeAt(pickupBefore)) -
        leg(placeBefore(pickupBefore), placeAt(pickupBefore))
      : detour(pickupBefore, pickupPlace) + detour(dropoffBefore, dropoffPlace);
  const wait =
    trip.anchor === "dropoff" ? 0 : (trip.seats + trip.wheelchairs) * (pickupFrom - trip.pickup.earliest);
  return added * weights.vehicleSecond + wait * weights.waitSecond;

  function detour(before: number, via: number): number {
    const [from, to] = [placeBefore(before), placeAt(before)];
    return leg(from, via) + leg(via, to) - leg(from, to);
  }
}
