import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * The waiting list (キャンセル待ち): refused wishes that wait for room on their day, and the calls made to riders who
 * wait and were booked by phone. A wish that no longer waits is kept with the reason.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(TABLES + appendOnly(["waiting_calls"]) + ownTenant(["waitings", "waiting_calls"]))
    .execute(db);
}

const TABLES = `
CREATE TABLE noriai.waitings (
  tenant_id text NOT NULL,
  waiting_id text NOT NULL,
  service_id text NOT NULL,
  service_date date NOT NULL,
  member_id text NOT NULL,
  request jsonb NOT NULL,
  waits_since bigint NOT NULL,
  waits_until bigint NOT NULL CHECK (waits_until > waits_since),
  asked int NOT NULL CHECK (asked >= 0),
  let_pass int NOT NULL CHECK (let_pass BETWEEN 0 AND asked),
  rests boolean NOT NULL,
  quote_id text,
  ended_because text CHECK (ended_because IN ('booked', 'left', 'over', 'let-pass')),
  ended_at bigint,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, waiting_id),
  FOREIGN KEY (tenant_id, service_id, service_date) REFERENCES noriai.plans,
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members,
  CHECK ((ended_because IS NULL) = (ended_at IS NULL)),
  CHECK (request ->> 'serviceDate' = service_date::text),
  CHECK (request ->> 'memberId' = member_id)
);
CREATE INDEX standing_waitings ON noriai.waitings (tenant_id, service_id, service_date) WHERE ended_because IS NULL;
CREATE INDEX standing_waitings_by_member ON noriai.waitings (tenant_id, member_id) WHERE ended_because IS NULL;
-- Every call as it was made, also those in vain; each belongs to one offer.
CREATE TABLE noriai.waiting_calls (
  tenant_id text NOT NULL,
  call_id bigint GENERATED ALWAYS AS IDENTITY,
  waiting_id text NOT NULL,
  quote_id text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'declined', 'left', 'absent', 'call-again')),
  called_at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, call_id),
  FOREIGN KEY (tenant_id, waiting_id) REFERENCES noriai.waitings
);
CREATE INDEX waiting_calls_by_waiting ON noriai.waiting_calls (tenant_id, waiting_id);
`;
