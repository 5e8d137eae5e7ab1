import { z } from "zod";
import { route } from "../route.ts";
import { id, tenantParams } from "../schema/basics.ts";
import { bookingFilter, bookingList, bookingPage } from "../schema/bookings.ts";
import { withoutMyNumber } from "../schema/person-fields.ts";
import { booking, bookingVersion } from "../schema/trip.ts";
import { CONSOLE, DESK, T } from "./who.ts";

const one = tenantParams.extend({ bookingId: id });

/** Care of bookings: looking through them, and changing one without stepping on each other's feet. */
export const bookingsRoutes = {
  listBookings: route({
    method: "GET",
    path: `${T}/bookings`,
    summary: "Bookings of a range of dates, in the order of their rides",
    access: CONSOLE,
    params: tenantParams,
    query: bookingFilter,
    response: bookingList,
  }),
  getBooking: route({
    method: "GET",
    path: `${T}/bookings/:bookingId`,
    summary: "A booking as it stands, and its version",
    access: CONSOLE,
    params: one,
    response: bookingPage,
  }),
  changeBooking: route({
    method: "POST",
    path: `${T}/bookings/:bookingId/change`,
    summary:
      "Take a held offer in the place of a booking that is still as it was seen; the old seat is kept until then",
    access: DESK,
    params: one,
    body: z.object({ quoteId: id, version: bookingVersion }),
    response: booking,
    idempotent: true,
  }),
  callOffBooking: route({
    method: "POST",
    path: `${T}/bookings/:bookingId/call-off`,
    summary: "Call a booking off, as the operator, that is still as it was seen",
    access: DESK,
    params: one,
    body: z.object({ version: bookingVersion, reason: withoutMyNumber(z.string().trim().min(1).max(200)) }),
    response: booking,
    idempotent: true,
  }),
} as const;
