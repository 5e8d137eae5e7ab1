/** Whoever always rides back the same day would stand at the hospital in the evening without a bus. */

import { isOpen } from "../booking-state.ts";
import type { Doubt, Doubting } from "../doubt.ts";
import { onDate, ridesMade, usualTime } from "./past-rides.ts";

/** Of the last rides there, at least these many had a way back. */
const HABIT = 2;
const LAST = 4;

export function forgottenReturn({ service, request, bookings }: Doubting): readonly Doubt[] {
  const back = { from: request.to, to: request.from };
  const isBooked = bookings.some(
    ({ state, request: other }) =>
      isOpen(state) &&
      other.serviceDate === request.serviceDate &&
      other.from === back.from &&
      other.time.at > request.time.at,
  );
  if (isBooked) return [];
  const there = ridesMade(bookings, request).slice(-LAST);
  const returns = ridesMade(bookings, back).filter((ride) =>
    there.some(
      ({ request: { serviceDate, time } }) =>
        serviceDate === ride.request.serviceDate && time.at < ride.request.time.at,
    ),
  );
  const usual = usualTime(returns, service.timeZone);
  if (usual === undefined || returns.length < HABIT || returns.length * 2 < there.length) return [];
  return [{ kind: "forgotten-return", usual: onDate(request.serviceDate, usual, service.timeZone) }];
}
