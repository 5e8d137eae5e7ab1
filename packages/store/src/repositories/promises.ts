import type { Booking, Quote } from "@noriai/booking";
import type { EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";

/** A promise told to a rider, and on which occasion. */
export interface ToldPromise {
  readonly of: Booking["id"] | Quote["id"];
  readonly serviceDate: ServiceDate;
  readonly occasion: "quoted" | "confirmed" | "changed";
  readonly promise: Booking["promise"];
}

/** Adds to the ledger that keeps every time ever told. */
export async function addPromise(
  { tenant, db }: Context,
  told: ToldPromise,
  now: EpochSeconds,
): Promise<void> {
  const { pickupFrom, pickupTo, arriveBy, rideMax } = told.promise;
  await db
    .insertInto("promises")
    .values({
      tenant_id: tenant,
      booking_id: told.of,
      service_date: told.serviceDate,
      occasion: told.occasion,
      told_at: now,
      pickup_from: pickupFrom,
      pickup_to: pickupTo,
      arrive_by: arriveBy,
      ride_max: rideMax,
    })
    .execute();
}
