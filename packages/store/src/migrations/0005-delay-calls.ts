import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * Calls to riders because of lateness, and how a member wants to be told. Readings of records have an index of their
 * own, because each is looked up before it is noted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES + MEMBERS + ACCESS + appendOnly(NAMES) + ownTenant(NAMES)).execute(db);
}

const TABLES = `
-- Every call as it was made, also those in vain. \`told\` holds the times that the rider heard.
CREATE TABLE noriai.delay_calls (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  call_id bigint GENERATED ALWAYS AS IDENTITY,
  service_date date NOT NULL,
  booking_id text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('reached', 'absent', 'call-again')),
  told jsonb CHECK ((told IS NOT NULL) = (outcome = 'reached')),
  called_at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, call_id),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES noriai.bookings
);
CREATE INDEX delay_calls_by_date ON noriai.delay_calls (tenant_id, service_date);
-- When a day's call list was closed; it opens again by itself when somebody else will be late.
CREATE TABLE noriai.delay_list_closings (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  closing_id bigint GENERATED ALWAYS AS IDENTITY,
  service_date date NOT NULL,
  worked_off int NOT NULL CHECK (worked_off > 0),
  closed_at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, closing_id)
);
CREATE INDEX delay_list_closings_by_date ON noriai.delay_list_closings (tenant_id, service_date);
`;

// Sealed: it may tell of a disability. Absent: by phone.
const MEMBERS = `
ALTER TABLE noriai.members ADD COLUMN contact bytea;
`;

const ACCESS = `
ALTER TABLE noriai.access_log DROP CONSTRAINT access_log_purpose_check;
ALTER TABLE noriai.access_log ADD CONSTRAINT access_log_purpose_check
  CHECK (purpose IN ('booking', 'driving', 'operation', 'registration', 'delay-call'));
CREATE INDEX access_log_by_reader ON noriai.access_log (tenant_id, actor_account, purpose, at);
`;

const NAMES = ["delay_calls", "delay_list_closings"];
