import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./schema.ts";

/** What the application grants itself, in milliseconds. A statement or a lock that takes longer is given up (503). */
export const APP_LIMITS: pg.ClientConfig = {
  statement_timeout: 10_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
};
/** How long a transaction waits for a free connection. */
const CONNECTION_TIMEOUT = 8_000;

export type LogLine = (line: string) => void;

/** A pool of connections that survives the loss of any of them. */
export function openPool(options: {
  readonly url: string;
  readonly size: number;
  readonly log: LogLine;
  readonly limits?: pg.ClientConfig;
}): pg.Pool {
  const { url, size, log, limits = {} } = options;
  const pool = new pg.Pool({
    ...connectionConfig(url),
    ...limits,
    max: size,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
  });
  // Without these listeners a connection that PostgreSQL ends, idle or in use, ends the whole process.
  pool.on("error", (error) => log(`database connection lost: ${error.message}`));
  pool.on("connect", (client) =>
    client.on("error", (error) => log(`database connection lost: ${error.message}`)),
  );
  return pool;
}

export const kyselyOn = (pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema("noriai");

export const connectionConfig = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "noriai",
  keepAlive: true,
  types: { getTypeParser: typeParser },
});

/** `bigint` as a number (instants and numbers of rows are far below 2⁵³), `date` as the text it is. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) => {
  if (oid === BIGINT) return wholeNumber;
  if (oid === DATE) return String;
  return pg.types.getTypeParser(oid, format as "text");
};
const BIGINT = 20;
const DATE = 1082;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe whole number: ${text}`);
  return value;
}
