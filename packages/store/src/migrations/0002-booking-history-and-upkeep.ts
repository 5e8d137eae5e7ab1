import { type Kysely, sql } from "kysely";

/**
 * Bookings keep when they were changed and which duty they freed, and their reason of cancellation sealed.
 * The outbox keeps when a row was written, so that old rows can be removed.
 *
 * Reasons that stood there in clear are dropped: the keys that could seal them are out of reach of a migration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(BOOKINGS + OUTBOX).execute(db);
}

// ALTER … USING, not UPDATE: row-level security binds the owner too, and no tenant is set here.
const BOOKINGS = `
ALTER TABLE noriai.bookings
  ADD COLUMN changed_at bigint,
  ADD COLUMN freed jsonb,
  ADD COLUMN cancellation_reason bytea,
  ALTER COLUMN cancellation TYPE bigint USING (cancellation ->> 'at')::bigint;
ALTER TABLE noriai.bookings RENAME COLUMN cancellation TO cancelled_at;
ALTER TABLE noriai.bookings ADD CHECK (cancellation_reason IS NULL OR cancelled_at IS NOT NULL);
`;

// By the database's own clock, which also tells the age: whoever publishes need not know the time.
const OUTBOX = `
ALTER TABLE noriai.outbox
  ADD COLUMN written_at timestamptz NOT NULL DEFAULT now();
`;
