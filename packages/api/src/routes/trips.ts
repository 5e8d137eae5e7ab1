import { z } from "zod";
import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import { withoutMyNumber } from "../schema/person-fields.ts";
import { booking, bookingVersion, quoteAnswer, tripRequest } from "../schema/trip.ts";
import { BOOKERS, T } from "./who.ts";

/** Asking for a ride, booking it, calling it off. */
export const tripsRoutes = {
  askQuote: route({
    method: "POST",
    path: `${T}/quotes`,
    summary: "Ask for an offer; it is held until it expires",
    access: BOOKERS,
    params: tenantParams,
    body: tripRequest,
    response: quoteAnswer,
    idempotent: true,
  }),
  confirmQuote: route({
    method: "POST",
    path: `${T}/quotes/:quoteId/confirm`,
    summary: "Turn the offer into a booking",
    access: BOOKERS,
    params: tenantParams.extend({ quoteId: id }),
    response: booking,
    idempotent: true,
  }),
  releaseQuote: route({
    method: "DELETE",
    path: `${T}/quotes/:quoteId`,
    summary: "Give a held offer back",
    access: BOOKERS,
    params: tenantParams.extend({ quoteId: id }),
    response: noContent,
  }),
  listMyBookings: route({
    method: "GET",
    path: `${T}/my/bookings`,
    summary: "The rider's own bookings",
    access: ["rider"],
    params: tenantParams,
    response: z.object({ bookings: z.array(booking) }),
  }),
  cancelBooking: route({
    method: "POST",
    path: `${T}/bookings/:bookingId/cancel`,
    summary: "Cancel a booking; where a version is given, only if it is still as it was seen",
    access: BOOKERS,
    params: tenantParams.extend({ bookingId: id }),
    body: z.object({
      reason: withoutMyNumber(z.string().trim().max(200)),
      version: bookingVersion.optional(),
    }),
    response: booking,
    idempotent: true,
  }),
} as const;
