import { fail, ok, type Result } from "@noriai/kernel";
import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import type { DatabaseUrl } from "./database-url.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { type LogLine, openPool } from "./pool.ts";
import { type StartFault, startFault } from "./start-fault.ts";
import { sqlStateOf } from "./store-busy.ts";

/**
 * Brings the database to the newest form, all steps or none. Several servers may start at once: one works, the
 * others wait. The book of steps stands in a schema of its own, which the application cannot enter.
 */
export async function migrateToLatest(url: DatabaseUrl, log: LogLine): Promise<Result<void, StartFault>> {
  const pool = openPool({ url: url.text, size: 2, log });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.schema.createSchema("noriai").ifNotExists().execute();
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
      migrationTableSchema: "noriai_migrations",
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) return fail(migrationFault(error));
    for (const step of results ?? []) log(`database brought forward: ${step.migrationName}`);
    return ok(undefined);
  } catch (error) {
    return fail(migrationFault(error));
  } finally {
    await db.destroy();
  }
}

function migrationFault(error: unknown): StartFault {
  if (sqlStateOf(error) === "42501")
    return startFault(
      "database-owner-forbidden",
      "The user of NORIAI_DATABASE_URL may not create tables in this database; make it the owner of the database.",
    );
  if (error instanceof Error && /corrupted migrations/.test(error.message))
    return startFault(
      "database-newer-than-program",
      "This database was written by a newer noriai; start that version or restore a backup.",
    );
  throw error;
}
