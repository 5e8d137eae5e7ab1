import type { Trip } from "../problem.ts";
import { driveOn } from "../projection.ts";
import { seats } from "../rules/seats.ts";
import { wheelchairPlaces } from "../rules/wheelchair-places.ts";
import { insertTrip, roomForOneMore, type Sequence } from "../sequence.ts";
import { compareHarm, type Harm, type Judged, judge, type Scene, subtractHarm } from "./harm.ts";

/** A trip in the place of one duty where it does the least harm. */
export interface Placed {
  readonly judged: Judged;
  readonly trip: Trip;
  /** What it adds to the harm the duty does already. */
  readonly added: Harm;
}

/** The place of one duty in which the trip does the least harm, promises broken or not. */
export function leastHarmfulPlace(duty: Judged, trip: Trip, scene: Scene): Placed | undefined {
  const base = duty.sequence;
  if (trip.onlyDuty !== undefined && trip.onlyDuty !== base.duty.id) return undefined;
  if (scene.awayFrom.get(trip.id)?.has(base.duty.id)) return undefined;
  if (!hasRoom(base, -1, trip)) return undefined;
  const { starts } = driveOn(base, scene.legs);
  let scratch = roomForOneMore(base);
  let best: Placed | undefined;
  for (let pickup = base.firstOpen; pickup <= base.count; pickup++) {
    if (isTooLate({ base, starts, trip, pickup, scene })) continue;
    for (let dropoff = pickup; dropoff <= base.count && hasRoom(base, dropoff, trip); dropoff++) {
      insertTrip({ base, target: scratch, trip, pickupBefore: pickup, dropoffBefore: dropoff });
      if (best !== undefined && isWorse(leastLateness(scratch, scene), best.judged.harm)) continue;
      const judged = judge(scratch, duty.limits, scene);
      if (judged === undefined) continue;
      const added = subtractHarm(judged.harm, duty.harm);
      if (best !== undefined && compareHarm(added, best.added) >= 0) continue;
      best = { judged, trip, added };
      scratch = roomForOneMore(base); // the best one keeps its arrays
    }
  }
  return best;
}

/** Even driving on without a thought for limits the trip would be later than anybody may be made. */
function isTooLate({
  base,
  starts,
  trip,
  pickup,
  scene,
}: {
  base: Sequence;
  starts: Float64Array;
  trip: Trip;
  pickup: number;
  scene: Scene;
}): boolean {
  const { legs, lateAnyway, lateSecondsMax } = scene;
  const late = Math.max(lateSecondsMax, lateAnyway.get(trip.id) ?? 0);
  const from = pickup === 0 ? base.origin.place : base.place[pickup - 1]!;
  const leaves = pickup === 0 ? base.origin.readyAt : starts[pickup - 1]! + base.service[pickup - 1]!;
  const boards = Math.max(trip.pickup.earliest, legs.arrival(from, trip.pickupPlace, leaves));
  if (boards > trip.pickup.latest + late) return true;
  const alights = legs.arrival(trip.pickupPlace, trip.dropoffPlace, boards + trip.boardSeconds);
  // A way round may be shorter than the direct one, so only the pickup is certain where something comes between.
  return pickup === base.count && alights > trip.dropoff.latest + late;
}

/** Who is late, and by how much, even if the vehicle drives on without a thought for how long anybody rides. */
function leastLateness(sequence: Sequence, { legs }: Scene): Omit<Harm, "cost"> {
  const { starts } = driveOn(sequence, legs);
  let [broken, lateSeconds] = [0, 0];
  for (let k = 0; k < sequence.count; k++) {
    if (sequence.rideSpan[k]! >= 0) continue;
    const { pickup, dropoff } = sequence.trips[k]!;
    const alights = starts[sequence.partner[k]!]!;
    const late = Math.max(starts[k]! - pickup.latest, alights - dropoff.latest);
    if (late <= 0) continue;
    broken++;
    lateSeconds += late;
  }
  return { broken, lateSeconds };
}

function isWorse(a: Omit<Harm, "cost">, b: Omit<Harm, "cost">): boolean {
  return a.broken > b.broken || (a.broken === b.broken && a.lateSeconds > b.lateSeconds);
}

/** @param leg  the leg on which the trip would be aboard beside the riders planned; −1: alone */
function hasRoom({ seatsTaken, wheelchairsTaken, duty }: Sequence, leg: number, trip: Trip): boolean {
  const load = {
    seats: trip.seats + (leg < 0 ? 0 : seatsTaken[leg]!),
    wheelchairs: trip.wheelchairs + (leg < 0 ? 0 : wheelchairsTaken[leg]!),
  };
  return seats(load, duty) === undefined && wheelchairPlaces(load, duty) === undefined;
}
