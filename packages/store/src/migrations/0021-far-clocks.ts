import { type Kysely, sql } from "kysely";

/** A terminal's clock may be further off than 68 years, which is as many seconds as an int counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE noriai.device_entries ALTER COLUMN moved_by TYPE bigint`.execute(db);
}
