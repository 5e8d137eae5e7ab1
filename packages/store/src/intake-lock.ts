import { sql } from "kysely";
import type { Context } from "./context.ts";

/*
 * What orders stops of intake and bookings, on every server: who books holds the intake until the commit, together with
 * others; who stops it waits for them and holds it alone. So whoever is answered after a stop has seen it. The lock is
 * an advisory one because those wait in line: no stream of bookings can keep a stop from its turn.
 * The order is always plan, intake, outbox.
 */

/** Holds the intake open until the end of the transaction. */
export async function holdIntakeOpen({ tenant, db }: Context): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${nameOf(tenant)}, 0))`.execute(db);
}

/** Waits until nobody books, and lets nobody begin until the end of the transaction. */
export async function holdIntakeAlone({ tenant, db }: Context): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${nameOf(tenant)}, 0))`.execute(db);
}

const nameOf = (tenant: string): string => `noriai intake ${tenant}`;
