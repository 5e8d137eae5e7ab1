import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/**
 * Care of members (会員管理): what they need, who changed their record, notes about rides that nobody came for, and
 * erasure. What is left of an erased member is an id without a person, for the rides that stay counted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(MEMBERS + CHANGES + NO_SHOWS + AUDIT + ownTenant(NAMES)).execute(db);
}

// `needs` and `language` are sealed: they tell of health and origin.
const MEMBERS = `
ALTER TABLE noriai.members
  ADD COLUMN needs bytea,
  ADD COLUMN language bytea,
  ADD COLUMN version int NOT NULL DEFAULT 1 CHECK (version >= 1),
  ADD COLUMN erased_at bigint,
  ALTER COLUMN member_no DROP NOT NULL,
  ALTER COLUMN name DROP NOT NULL,
  ALTER COLUMN kana DROP NOT NULL,
  ALTER COLUMN phone DROP NOT NULL,
  ALTER COLUMN town DROP NOT NULL,
  ALTER COLUMN birth_date DROP NOT NULL,
  ALTER COLUMN phone_index DROP NOT NULL;
ALTER TABLE noriai.members ADD CONSTRAINT members_whole_or_erased CHECK (
  CASE WHEN erased_at IS NULL
    THEN num_nulls(member_no, name, kana, phone, town, birth_date, phone_index) = 0
    ELSE num_nonnulls(member_no, name, kana, phone, town, birth_date, phone_index, disability, contact, needs, language) = 0
      AND kana_index = '{}' AND town_index = '{}'
  END);
`;

// Who changed which field of a record when; both values are sealed, and gone when the member is erased.
const CHANGES = `
CREATE TABLE noriai.member_changes (
  tenant_id text NOT NULL,
  change_id text NOT NULL,
  member_id text NOT NULL,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  field text NOT NULL,
  before bytea,
  after bytea,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, change_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members
);
CREATE INDEX member_changes_by_member ON noriai.member_changes (tenant_id, member_id);
`;

// `words` is sealed free text: what the member said, what was written; gone when the member is erased.
const NO_SHOWS = `
CREATE TABLE noriai.no_show_notes (
  tenant_id text NOT NULL,
  note_id text NOT NULL,
  booking_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('excused', 'excuse-withdrawn', 'warned', 'letter-sent', 'appealed', 'appeal-granted', 'appeal-dismissed')),
  excuse text CHECK ((excuse IS NOT NULL) = (kind = 'excused')),
  words bytea,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, note_id),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES noriai.bookings
);
CREATE INDEX no_show_notes_by_booking ON noriai.no_show_notes (tenant_id, booking_id);
CREATE INDEX bookings_not_shown ON noriai.bookings (tenant_id, service_date) WHERE state = 'no_show';
`;

const AUDIT = `
CREATE INDEX audit_events_by_subject ON noriai.audit_events (tenant_id, subject);
`;

const NAMES = ["member_changes", "no_show_notes"];
