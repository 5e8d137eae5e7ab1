import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/**
 * Signing in without a password: one-time codes (確認コード), passkeys and the challenges that they have answered. Each
 * session can be named to its owner, with how it was opened and by what kind of browser.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(CODES + PASSKEYS + SESSIONS + READINGS + ownTenant(NAMES)).execute(db);
}

const NAMES = ["one_time_codes", "passkeys", "used_challenges"];

// A code itself is nowhere: `code_hash` is keyed, as are the indexes of what was typed and of where it was typed.
// `address` and `words` are sealed; words are kept where nothing leaves the house. Rows go after a day.
const CODES = `
CREATE TABLE noriai.one_time_codes (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  code_id text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'register', 'confirm-address')),
  code_hash bytea NOT NULL,
  target_index bytea NOT NULL,
  asker_index bytea NOT NULL,
  subject text,
  address bytea,
  words bytea,
  tries int NOT NULL DEFAULT 0,
  issued_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  used_at bigint,
  PRIMARY KEY (tenant_id, code_id)
);
CREATE INDEX one_time_codes_by_target ON noriai.one_time_codes (tenant_id, target_index, issued_at);
CREATE INDEX one_time_codes_by_asker ON noriai.one_time_codes (tenant_id, asker_index, issued_at);
CREATE INDEX one_time_codes_by_subject ON noriai.one_time_codes (tenant_id, subject, issued_at);
`;

const PASSKEYS = `
CREATE TABLE noriai.passkeys (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  passkey_id text NOT NULL,
  account_id text NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  synced boolean NOT NULL,
  system text NOT NULL,
  added_at bigint NOT NULL,
  last_used_at bigint,
  PRIMARY KEY (tenant_id, passkey_id),
  UNIQUE (tenant_id, credential_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES noriai.accounts
);
CREATE TABLE noriai.used_challenges (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  challenge text NOT NULL,
  ends_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, challenge)
);
`;

const SESSIONS = `
ALTER TABLE noriai.sessions
  ADD COLUMN session_id text NOT NULL DEFAULT gen_random_uuid()::text,
  ADD COLUMN means text,
  ADD COLUMN system text,
  ADD COLUMN browser text,
  ADD COLUMN last_seen_at bigint;
ALTER TABLE noriai.sessions ALTER COLUMN session_id DROP DEFAULT;
CREATE UNIQUE INDEX sessions_by_id ON noriai.sessions (tenant_id, session_id);
`;

// To find out where a member's code goes, the record is read.
const READINGS = `
ALTER TABLE noriai.access_log DROP CONSTRAINT access_log_purpose_check;
ALTER TABLE noriai.access_log ADD CONSTRAINT access_log_purpose_check
  CHECK (purpose IN ('booking', 'driving', 'operation', 'registration', 'delay-call', 'sign-in'));
`;
