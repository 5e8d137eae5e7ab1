import { type Kysely, sql } from "kysely";

/**
 * Helpers may choose to be told of the member's rides, too. A sending to one names the consent under which it goes out. As
 * with its channel, no key binds it: who is gone is told nothing more, and nothing of what was told is lost.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TOLD_HELPERS).execute(db);
}

const TOLD_HELPERS = `
ALTER TABLE noriai.delegates
  ADD COLUMN told boolean NOT NULL DEFAULT false,
  ADD CHECK (NOT told OR helper_member_id IS NOT NULL);
ALTER TABLE noriai.notice_deliveries
  ADD COLUMN delegate_id text,
  ADD CHECK (delegate_id IS NULL OR means <> 'desk');
`;
