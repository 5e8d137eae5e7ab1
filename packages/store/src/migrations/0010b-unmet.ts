import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/** Searches that were left before anything was asked for: stops and time, and nothing of who searched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(SEARCHES + ownTenant(["left_searches"])).execute(db);
}

const SEARCHES = `
CREATE TABLE noriai.left_searches (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  search_id text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('web', 'phone')),
  from_stop text NOT NULL,
  to_stop text NOT NULL,
  service_date date NOT NULL,
  wished_at bigint,
  left_at bigint NOT NULL,
  is_asked boolean NOT NULL,
  PRIMARY KEY (tenant_id, search_id)
);
CREATE INDEX left_searches_by_date ON noriai.left_searches (tenant_id, service_date) WHERE NOT is_asked;
`;
