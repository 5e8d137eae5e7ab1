/**
 * Another ride of the member ends or begins within a quarter of an hour. Real overlap is refused by the booking rules
 * (`own-overlap`); this is what they let pass and nobody wants.
 */

import { minutes } from "@noriai/kernel";
import { isOpen } from "../booking-state.ts";
import type { Doubt, Doubting } from "../doubt.ts";

const LEAST_BETWEEN = minutes(15);

export const tooClose = ({ request, bookings }: Doubting): readonly Doubt[] =>
  bookings
    .filter(
      ({ id, state, promise }) =>
        isOpen(state) &&
        id !== request.replaces &&
        request.time.at < promise.arriveBy + LEAST_BETWEEN &&
        promise.pickupFrom - LEAST_BETWEEN < request.time.at,
    )
    .map(({ id }) => ({ kind: "too-close", bookingId: id }));
