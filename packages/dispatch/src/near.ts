import { type DutyTimes, placeBefore } from "./duty-times.ts";
import { dutiesFor, type Fleet } from "./fleet.ts";
import { pickupPlaces, type Windows } from "./openings.ts";
import type { Trip } from "./problem.ts";
import { seatsShort } from "./rules/seats.ts";
import { placesShort } from "./rules/wheelchair-places.ts";

/**
 * The fleet without the duties that cannot fetch a trip within these windows, wherever its drop-off stands: too small,
 * at work at other hours, or too far away all the while. One look at a few instants of each duty; whoever asks more
 * than once about the same hours (other hours, other limits) asks what this leaves.
 */
export function near(fleet: Fleet, trip: Trip, windows: Windows): Fleet {
  const { into, fastest } = fleet.roads;
  const toPickup = into(trip.pickupPlace);
  const duties = dutiesFor(fleet, trip).filter((duty) => {
    const { sequence, bounds } = duty;
    if (seatsShort(trip, sequence.duty) > 0 || placesShort(trip, sequence.duty) > 0) return false;
    return canFetch({ duty, ...pickupPlaces({ sequence, bounds, trip, window: windows.pickup }) });
  });
  return { ...fleet, duties };

  function canFetch({ duty, first, last }: { duty: DutyTimes; first: number; last: number }): boolean {
    const { sequence, bounds } = duty;
    for (let k = first; k <= last; k++) {
      const least = toPickup[placeBefore(sequence, k)]! * fastest;
      if (bounds.freeFrom[k]! + least <= windows.pickup.latest) return true;
    }
    return false;
  }
}
