import type { Duty, Trip, Window } from "./problem.ts";

/** A driver's rest in one duty. */
export interface Rest {
  /** The id its trip will have. */
  readonly id: string;
  readonly place: number;
  /** The rest begins within it. */
  readonly window: Window;
  readonly seconds: number;
}

/**
 * A driver's break (休憩) as a trip of the driver alone: it takes the whole vehicle, so nobody is aboard and nothing
 * comes in between, and it may only be put into its own duty. Its boarding is the rest. Offer it, move it and promise
 * it like any trip; report its two visits as done together, when the rest is over.
 */
export function breakTrip({ duty, rest }: { duty: Duty; rest: Rest }): Trip {
  const { id, place, window, seconds } = rest;
  return {
    id,
    pickupPlace: place,
    dropoffPlace: place,
    ...wholeVehicle(duty),
    pickup: window,
    dropoff: { earliest: window.earliest, latest: window.latest + seconds },
    rideSecondsMax: 0,
    boardSeconds: seconds,
    alightSeconds: 0,
    onlyDuty: duty.id,
  };
}

/** The load that leaves room for nobody: as many wheelchairs as fit, and the seats that they leave. */
function wholeVehicle({
  seats,
  wheelchairPlaces,
  seatsPerWheelchair,
}: Duty): Pick<Trip, "seats" | "wheelchairs"> {
  const wheelchairs =
    seatsPerWheelchair === 0
      ? wheelchairPlaces
      : Math.min(wheelchairPlaces, Math.floor(seats / seatsPerWheelchair));
  return { seats: seats - wheelchairs * seatsPerWheelchair, wheelchairs };
}
