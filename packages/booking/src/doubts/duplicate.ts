/** The same ride is booked already: the caller may have forgotten, or the family has booked it. */

import { minutes } from "@noriai/kernel";
import { isOpen } from "../booking-state.ts";
import type { Doubt, Doubting } from "../doubt.ts";

/** Two wishes for the same ride this near to each other are one wish. */
const NEAR = minutes(90);

export const duplicate = ({ request, bookings }: Doubting): readonly Doubt[] =>
  bookings
    .filter(
      ({ id, state, request: { from, to, time } }) =>
        isOpen(state) &&
        id !== request.replaces &&
        from === request.from &&
        to === request.to &&
        Math.abs(time.at - request.time.at) <= NEAR,
    )
    .map(({ id }) => ({ kind: "duplicate", bookingId: id }));
