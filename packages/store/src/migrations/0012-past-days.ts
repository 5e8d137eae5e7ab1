import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/**
 * What a day needs to be opened as it was: with each decision what it changed and who asked for it, and a thinned trail of
 * each vehicle. Decisions from before this step keep neither.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(DECISIONS + TRAIL + ownTenant(["position_trail"])).execute(db);
}

const DECISIONS = `
ALTER TABLE noriai.decisions
  ADD COLUMN changes jsonb,
  ADD COLUMN actor_account text,
  ADD COLUMN role text;
`;

// Not append-only: a trail is removed when its time is over.
const TRAIL = `
CREATE TABLE noriai.position_trail (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  service_date date NOT NULL,
  vehicle_id text NOT NULL,
  at bigint NOT NULL,
  lat double precision NOT NULL,
  lng double precision NOT NULL,
  PRIMARY KEY (tenant_id, service_date, vehicle_id, at)
);
`;
