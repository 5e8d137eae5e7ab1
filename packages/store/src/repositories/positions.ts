import type { VehicleId } from "@noriai/kernel";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { StoredPosition } from "../door.ts";

/** Keeps the newest position of each vehicle; one that arrives late changes nothing. */
export async function savePosition(
  { tenant, db }: Context,
  vehicle: VehicleId,
  position: StoredPosition,
): Promise<void> {
  const { lat, lng, at } = position;
  await db
    .insertInto("positions")
    .values({ tenant_id: tenant, vehicle_id: vehicle, lat, lng, at })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "vehicle_id"])
        .doUpdateSet({ lat, lng, at })
        .where(sql<boolean>`positions.at <= excluded.at`),
    )
    .execute();
}

export async function listPositions({
  tenant,
  db,
}: Context): Promise<ReadonlyMap<VehicleId, StoredPosition>> {
  const rows = await db.selectFrom("positions").selectAll().where("tenant_id", "=", tenant).execute();
  return new Map(rows.map(({ vehicle_id, lat, lng, at }) => [vehicle_id, { lat, lng, at }]));
}
