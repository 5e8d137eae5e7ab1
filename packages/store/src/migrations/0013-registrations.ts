import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/**
 * How members came (会員登録): on the web, from a paper form, at the counter or by phone; for children a guardian; and
 * which papers were seen for reduced fares. Of a paper it is kept that it was seen, by whom, when and until when it
 * counts: never a picture, never a number.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(MEMBERS + REGISTRATIONS + EVIDENCE + ownTenant(NAMES)).execute(db);
}

// Members from before this step were registered by staff, who asked for papers.
const MEMBERS = `
ALTER TABLE noriai.members ADD COLUMN age_unseen boolean NOT NULL DEFAULT false;
`;

// `guardian` is sealed, and gone when the member is erased; the way and the tag stay, for they name nobody.
// `attempt` is the hash of what the browser made up for one attempt, good until `attempt_until` on the wall's clock.
const REGISTRATIONS = `
CREATE TABLE noriai.registrations (
  tenant_id text NOT NULL,
  member_id text NOT NULL,
  way text NOT NULL CHECK (way IN ('web', 'paper', 'counter', 'phone')),
  source text,
  guardian bytea,
  attempt text,
  attempt_until bigint,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  settled_at bigint,
  settled_by text,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, member_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members,
  UNIQUE (tenant_id, attempt),
  CHECK ((attempt IS NULL) = (attempt_until IS NULL))
);
CREATE INDEX registrations_in_turn ON noriai.registrations (tenant_id, recorded);
`;

// `seen` is sealed: which kind of paper, on which day, until when, by whom. Removed when the member is erased.
const EVIDENCE = `
CREATE TABLE noriai.member_evidence (
  tenant_id text NOT NULL,
  evidence_id text NOT NULL,
  member_id text NOT NULL,
  seen bytea NOT NULL,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, evidence_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members
);
CREATE INDEX member_evidence_by_member ON noriai.member_evidence (tenant_id, member_id);
`;

const NAMES = ["registrations", "member_evidence"];
