import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * What terminals recorded while nobody heard them: each tablet's log, entry by entry with what became of it, and what
 * people settled where an entry contradicted the record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES + appendOnly(ADDED) + ownTenant(NAMES)).execute(db);
}

// `event` counts as told; `said_at` is what the tablet's clock said, `moved_by` how far its time was put right.
const TABLES = `
CREATE TABLE noriai.device_logs (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  log_id text NOT NULL,
  taken_in int NOT NULL CHECK (taken_in >= 0),
  last_at bigint,
  PRIMARY KEY (tenant_id, log_id)
);
CREATE TABLE noriai.device_entries (
  tenant_id text NOT NULL,
  log_id text NOT NULL,
  entry_no int NOT NULL CHECK (entry_no >= 1),
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  service_date date NOT NULL,
  duty_id text,
  event_id text,
  event jsonb,
  said_at bigint,
  moved_by int NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('recorded', 'repeated', 'told-before', 'refused', 'missing')),
  detail jsonb,
  received_at bigint NOT NULL,
  device_id text,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, log_id, entry_no),
  FOREIGN KEY (tenant_id, log_id) REFERENCES noriai.device_logs,
  FOREIGN KEY (tenant_id, device_id) REFERENCES noriai.devices,
  CHECK ((event_id IS NULL) = (outcome = 'missing'))
);
CREATE INDEX device_entries_in_conflict ON noriai.device_entries (tenant_id, service_date)
  WHERE outcome IN ('refused', 'missing');
CREATE TABLE noriai.conflict_settlements (
  tenant_id text NOT NULL,
  log_id text NOT NULL,
  entry_no int NOT NULL,
  settlement text NOT NULL CHECK (settlement IN ('taken', 'stands', 'withdrawn')),
  settled_at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, log_id, entry_no),
  FOREIGN KEY (tenant_id, log_id, entry_no) REFERENCES noriai.device_entries
);
`;

const ADDED = ["device_entries", "conflict_settlements"];
const NAMES = ["device_logs", ...ADDED];
