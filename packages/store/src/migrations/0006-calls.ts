import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * The phone desk: its calls (通話記録), who may book in whose name (代理の同意), bookings that a supervisor allowed out of
 * hours, and members found by their town.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(CALLS + DELEGATES + SUPERVISED + TOWNS).execute(db);
  await sql.raw(appendOnly(["supervisor_entries"]) + ownTenant(NAMES)).execute(db);
}

// `number` is sealed and there only until somebody has taken the call.
const CALLS = `
CREATE TABLE noriai.calls (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  call_id text NOT NULL,
  began_at bigint NOT NULL,
  number bytea,
  taken_at bigint,
  taken_by text,
  taken_role text,
  ended_at bigint,
  outcome text CHECK (outcome IN
    ('booked', 'changed', 'cancelled', 'information', 'refused', 'waiting', 'nuisance')),
  member_id text,
  delegate_id text,
  booking_ids text[] NOT NULL DEFAULT '{}',
  doubts text[] NOT NULL DEFAULT '{}',
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, call_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members,
  CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CHECK ((taken_at IS NULL) = (taken_role IS NULL)),
  CHECK (taken_at IS NULL OR number IS NULL)
);
CREATE INDEX calls_by_time ON noriai.calls (tenant_id, began_at);
CREATE INDEX calls_with_number ON noriai.calls (tenant_id, began_at) WHERE number IS NOT NULL;
`;

// The name is sealed. A consent that was taken back stays, with the time.
const DELEGATES = `
CREATE TABLE noriai.delegates (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  delegate_id text NOT NULL,
  member_id text NOT NULL,
  name bytea NOT NULL,
  relation text NOT NULL CHECK (relation IN ('family', 'care-manager', 'facility', 'other')),
  consented_on date NOT NULL,
  consented_how text NOT NULL CHECK (consented_how IN ('phone', 'paper', 'in-person')),
  recorded_at bigint NOT NULL,
  recorded_by text,
  recorded_role text NOT NULL,
  revoked_at bigint,
  revoked_by text,
  revoked_role text,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, delegate_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members,
  CHECK ((revoked_at IS NULL) = (revoked_role IS NULL))
);
CREATE INDEX delegates_by_member ON noriai.delegates (tenant_id, member_id);
ALTER TABLE noriai.calls ADD FOREIGN KEY (tenant_id, delegate_id) REFERENCES noriai.delegates;
`;

// Who allowed it and why are sealed: both may name a person.
const SUPERVISED = `
CREATE TABLE noriai.supervisor_entries (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  entry_id bigint GENERATED ALWAYS AS IDENTITY,
  quote_id text NOT NULL,
  supervisor bytea NOT NULL,
  reason bytea NOT NULL,
  entered_at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, entry_id)
);
CREATE INDEX supervisor_entries_by_quote ON noriai.supervisor_entries (tenant_id, quote_id);
`;

// Made by the application, which holds the key: absent until somebody searches by a town.
const TOWNS = `
ALTER TABLE noriai.members ADD COLUMN town_index bytea[];
CREATE INDEX members_by_town ON noriai.members USING gin (town_index);
CREATE INDEX members_without_town_index ON noriai.members (tenant_id, member_id) WHERE town_index IS NULL;
`;

const NAMES = ["calls", "delegates", "supervisor_entries"];
