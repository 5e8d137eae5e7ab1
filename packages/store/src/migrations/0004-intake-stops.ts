import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/**
 * Stops of intake (新規予約受付停止), and quotes that were closed by one. Everybody who decides on a day reads those that
 * stand; a stop that was resumed is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE + QUOTES + ownTenant(["intake_stops"])).execute(db);
}

// `reason` is sealed: whoever types it may name a person. `notice` is for everybody to read.
const TABLE = `
CREATE TABLE noriai.intake_stops (
  tenant_id text NOT NULL,
  intake_stop_id text NOT NULL,
  service_id text NOT NULL,
  scope jsonb NOT NULL,
  reason bytea NOT NULL,
  notice text NOT NULL CHECK (notice <> ''),
  planned_end bigint,
  stopped_at bigint NOT NULL,
  stopped_by text,
  stopped_role text NOT NULL,
  resumed_at bigint,
  resumed_by text,
  resumed_role text,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, intake_stop_id),
  FOREIGN KEY (tenant_id, service_id) REFERENCES noriai.services,
  CHECK ((resumed_at IS NULL) = (resumed_role IS NULL))
);
CREATE INDEX standing_intake_stops ON noriai.intake_stops (tenant_id, service_id) WHERE resumed_at IS NULL;
`;

const QUOTES = `
ALTER TABLE noriai.quotes
  DROP CONSTRAINT quotes_closed_because_check,
  ADD CHECK (closed_because IN ('confirmed', 'released', 'expired', 'stopped'));
`;
