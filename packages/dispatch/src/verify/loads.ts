import type { Ahead } from "./verify.ts";
import type { Violation } from "./violation.ts";

/** Counts riders in and out and compares every leg with the vehicle. */
export function* loadViolations(ahead: Ahead): Generator<Violation> {
  const { duty } = ahead;
  for (const [k, { seats, wheelchairs }] of loadsOf(ahead).entries()) {
    const visit = k - 1;
    const seatsShort = seats - (duty.seats - wheelchairs * duty.seatsPerWheelchair);
    if (seatsShort > 0) yield { kind: "no-seat", dutyId: duty.id, visit, seatsShort };
    if (wheelchairs > duty.wheelchairPlaces)
      yield {
        kind: "no-wheelchair-place",
        dutyId: duty.id,
        visit,
        placesShort: wheelchairs - duty.wheelchairPlaces,
      };
  }
}

/** The load now, then on the way out of each visit ahead. */
export function loadsOf({ aboard, visits }: Ahead): { seats: number; wheelchairs: number }[] {
  const loads = [{ seats: 0, wheelchairs: 0 }];
  for (const { trip } of aboard) {
    loads[0]!.seats += trip.seats;
    loads[0]!.wheelchairs += trip.wheelchairs;
  }
  for (const { kind, trip } of visits) {
    const { seats, wheelchairs } = loads.at(-1)!;
    const sign = kind === "pickup" ? 1 : -1;
    loads.push({ seats: seats + sign * trip.seats, wheelchairs: wheelchairs + sign * trip.wheelchairs });
  }
  return loads;
}
