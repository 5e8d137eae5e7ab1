import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * The decision log: for every decision that changed a service date, what it was given and what came of it, so that the
 * day can be decided again from an empty one. A date that was begun before this step has no whole log.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES + appendOnly(NAMES) + ownTenant(NAMES)).execute(db);
}

const TABLES = `
-- The service and the travel times that decisions rested on, once for as long as neither changes.
CREATE TABLE noriai.decision_grounds (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  grounds_sha256 text NOT NULL CHECK (grounds_sha256 ~ '^[0-9a-f]{64}$'),
  service text NOT NULL,
  travel bytea NOT NULL,
  PRIMARY KEY (tenant_id, grounds_sha256)
);
-- \`given\` is text, not jsonb: its bytes are part of the chain of hashes.
CREATE TABLE noriai.decisions (
  tenant_id text NOT NULL,
  service_id text NOT NULL,
  service_date date NOT NULL,
  decision_no int NOT NULL CHECK (decision_no >= 1),
  kind text NOT NULL CHECK (kind <> ''),
  decided_at bigint NOT NULL,
  given text NOT NULL,
  grounds_sha256 text NOT NULL,
  engine text NOT NULL,
  version int NOT NULL CHECK (version >= 0),
  plan_sha256 text NOT NULL,
  changes_sha256 text NOT NULL,
  chain_sha256 text NOT NULL,
  PRIMARY KEY (tenant_id, service_id, service_date, decision_no),
  FOREIGN KEY (tenant_id, service_id, service_date) REFERENCES noriai.plans,
  FOREIGN KEY (tenant_id, grounds_sha256) REFERENCES noriai.decision_grounds
);
`;

const NAMES = ["decision_grounds", "decisions"];
