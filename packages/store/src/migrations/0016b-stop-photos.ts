import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/** A photo of the place for each stop, shown to everybody; a newer one takes its place. 仕様書 3-(4)-⑥, 5-(2)-① */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE + ownTenant(["stop_photos"])).execute(db);
}

// Not sealed: it is public. It carries no data of who took it where (no EXIF); people are not to be seen on it.
const TABLE = `
CREATE TABLE noriai.stop_photos (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  stop_id text NOT NULL,
  taken_on date NOT NULL,
  picture bytea NOT NULL CHECK (octet_length(picture) <= 65536),
  saved_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, stop_id)
);
`;
