import type { Trip, Window } from "@noriai/dispatch";
import type { DutyId, StopId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import type { TripRequest } from "./trip-request.ts";

/** Whose trip it is that the closures of a day are asked about. */
export interface TripOnDay {
  readonly day: Pick<Day, "closures">;
  readonly request: Pick<TripRequest, "from" | "to">;
  /** In whose turn it stands; none for one that is only asked for. */
  readonly dutyId: DutyId | undefined;
}

/**
 * A promised trip as the closures of its day let it be served: nobody boards or alights before the stop is open again.
 * Where that is after what was promised, the window opens after it closes, and the ride is late by that.
 *
 * A stop is closed as it is said, so whatever of a window lies before is over. A closure that has ended still counts:
 * the vehicle has not set out earlier because of it.
 */
export function onceOpen(trip: Trip, of: TripOnDay): Trip {
  if (of.day.closures === undefined) return trip;
  const { from, to } = of.request;
  return {
    ...trip,
    pickup: opened(trip.pickup, opensAt(from, trip.id, of)),
    dropoff: opened(trip.dropoff, opensAt(to, trip.id, of)),
  };
}

function opensAt(stopId: StopId, tripId: string, { day: { closures = [] }, dutyId }: TripOnDay): number {
  const closed = closures.filter(
    ({ brought = [], ...closure }) =>
      closure.stopId === stopId && !brought.some((one) => one.tripId === tripId && one.dutyId === dutyId),
  );
  return Math.max(0, ...closed.map(({ until }) => until));
}

const opened = ({ earliest, latest }: Window, opensAt: number): Window => ({
  earliest: Math.max(earliest, opensAt),
  latest,
});
