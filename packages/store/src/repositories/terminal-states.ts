import type { VehicleId } from "@noriai/kernel";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { TerminalState } from "../words/terminal-states.ts";

/** Keeps what each vehicle's terminal last said; one that arrives late changes nothing. */
export async function saveTerminalState(
  { tenant, db }: Context,
  vehicle: VehicleId,
  state: TerminalState,
): Promise<void> {
  const said = {
    at: state.at,
    battery: state.battery ?? null,
    is_charging: state.isCharging ?? null,
    storage_free: state.storageFree ?? null,
    signal: state.signal ?? null,
    unsent: state.unsent,
    position: state.position,
    is_kept_awake: state.isKeptAwake,
  };
  await db
    .insertInto("terminal_states")
    .values({ tenant_id: tenant, vehicle_id: vehicle, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "vehicle_id"])
        .doUpdateSet(said)
        .where(sql<boolean>`terminal_states.at <= excluded.at`),
    )
    .execute();
}

export async function listTerminalStates({
  tenant,
  db,
}: Context): Promise<ReadonlyMap<VehicleId, TerminalState>> {
  const rows = await db.selectFrom("terminal_states").selectAll().where("tenant_id", "=", tenant).execute();
  return new Map(
    rows.map((row) => [
      row.vehicle_id,
      {
        at: row.at,
        battery: row.battery ?? undefined,
        isCharging: row.is_charging ?? undefined,
        storageFree: row.storage_free ?? undefined,
        signal: row.signal ?? undefined,
        unsent: row.unsent,
        position: row.position,
        isKeptAwake: row.is_kept_awake,
      },
    ]),
  );
}
