import type { ServiceDate, VehicleId } from "@noriai/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../context.ts";
import type { StoredPosition } from "../door.ts";

/** A trail tells which way a vehicle took; a point every half minute tells it as well as every report does. */
const SECONDS_APART = 30;

/** Adds where a vehicle was to its trail of a service date, unless the trail knows already, within half a minute. */
export async function extendTrail(
  { tenant, db }: Context,
  { serviceDate, vehicle }: { readonly serviceDate: ServiceDate; readonly vehicle: VehicleId },
  { lat, lng, at }: StoredPosition,
): Promise<void> {
  const isNear: RawBuilder<boolean> = sql`abs(at - ${at}) < ${SECONDS_APART}`;
  const known = await db
    .selectFrom("position_trail")
    .select("at")
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .where("vehicle_id", "=", vehicle)
    .where(isNear)
    .limit(1)
    .executeTakeFirst();
  if (known !== undefined) return;
  await db
    .insertInto("position_trail")
    .values({ tenant_id: tenant, service_date: serviceDate, vehicle_id: vehicle, lat, lng, at })
    .onConflict((conflict) => conflict.columns(["tenant_id", "service_date", "vehicle_id", "at"]).doNothing())
    .execute();
}

/** Where each vehicle was on a service date, in order of time. */
export async function listTrails(
  { tenant, db }: Context,
  serviceDate: ServiceDate,
): Promise<ReadonlyMap<VehicleId, readonly StoredPosition[]>> {
  const rows = await db
    .selectFrom("position_trail")
    .select(["vehicle_id", "lat", "lng", "at"])
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .orderBy("at")
    .execute();
  return Map.groupBy(rows, ({ vehicle_id }) => vehicle_id);
}

/** Removes the trails of all service dates before one. */
export async function forgetTrails({ tenant, db }: Context, before: ServiceDate): Promise<void> {
  await db
    .deleteFrom("position_trail")
    .where("tenant_id", "=", tenant)
    .where("service_date", "<", before)
    .execute();
}
