import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/**
 * How each vehicle's terminal last said it is: battery, room to store, signal, what it has not sent yet. One row per
 * vehicle, written over by the next report: of interest is the present only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE + ownTenant(["terminal_states"])).execute(db);
}

const TABLE = `
CREATE TABLE noriai.terminal_states (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  vehicle_id text NOT NULL,
  at bigint NOT NULL,
  battery int CHECK (battery BETWEEN 0 AND 100),
  is_charging boolean,
  storage_free int CHECK (storage_free >= 0),
  signal text CHECK (signal IN ('good', 'weak')),
  unsent int NOT NULL CHECK (unsent >= 0),
  position text NOT NULL CHECK (position IN ('sending', 'waiting', 'denied')),
  is_kept_awake boolean NOT NULL,
  PRIMARY KEY (tenant_id, vehicle_id)
);
`;
