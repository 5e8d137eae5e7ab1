import { type Kysely, sql } from "kysely";

/**
 * A phone number may stand on the member's own word only: typed on the web, and shown by no code. Since when, so that of
 * several who claim one number the first keeps it. Numbers from before this step count as entered by the desk.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE noriai.members ADD COLUMN phone_claimed_at bigint`.execute(db);
}
