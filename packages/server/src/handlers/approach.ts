import type { Approach as ApproachJson } from "@noriai/api";
import { type Approach, approachOf } from "@noriai/booking";
import { type BookingId, type EpochSeconds, fail, ok } from "@noriai/kernel";
import { mayActFor } from "../acting-for.ts";
import type { Handler } from "../call.ts";
import { decisionWorld } from "../decision-world.ts";
import { type Write, writeIn } from "../present/trip.ts";

/** For the rider, and for who helps them; to everybody else the booking does not exist. */
export const getMyApproach: Handler<"getMyApproach"> = async ({ world, town, who, params, now }) => {
  const bookingId = params.bookingId as BookingId;
  const decisions = decisionWorld({ world, town, now });
  return world.store.inTenant(who.tenant, async (tx) => {
    const booking = await tx.findBooking(bookingId);
    if (booking === undefined || !(await mayActFor({ who }, tx, booking.memberId)))
      return fail({ kind: "not-found" });
    const day = await tx.loadDay(town.service, booking.request.serviceDate);
    const positions = await tx.listPositions();
    const found = approachOf(decisions, day, { bookingId, heardOf: (id) => positions.get(id) });
    const write = writeIn(town.service.timeZone);
    return ok({ body: { approach: found === undefined ? null : presentApproach(found, { write, now }) } });
  });
};

function presentApproach(
  { from, to, reason, heardOf, ...rest }: Approach,
  { write, now }: { readonly write: Write; readonly now: EpochSeconds },
): ApproachJson {
  return {
    ...rest,
    ...{ asOf: write(now), from: write(from), to: write(to), reason: reason ?? null },
    heardOf: heardOf === undefined ? null : { lat: heardOf.lat, lng: heardOf.lng, at: write(heardOf.at) },
  };
}
