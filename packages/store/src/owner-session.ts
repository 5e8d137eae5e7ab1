import { fail, ok, type Result } from "@noriai/kernel";
import pg from "pg";
import type { DatabaseUrl } from "./database-url.ts";
import { connectionConfig, type LogLine } from "./pool.ts";
import { type StartFault, startFault } from "./start-fault.ts";
import { sqlStateOf } from "./store-busy.ts";

/** Connects as the owner and checks that this PostgreSQL can carry us. The caller ends the client. */
export async function connectOwner(url: DatabaseUrl, log: LogLine): Promise<Result<pg.Client, StartFault>> {
  const client = new pg.Client({ ...connectionConfig(url.text), connectionTimeoutMillis: 10_000 });
  client.on("error", (error) => log(`database connection lost: ${error.message}`));
  try {
    await client.connect();
  } catch (error) {
    return fail(connectFault(url, error));
  }
  const fault = await serverFault(client);
  if (fault === undefined) return ok(client);
  await client.end();
  return fail(fault);
}

function connectFault(url: DatabaseUrl, error: unknown): StartFault {
  const state = sqlStateOf(error);
  if (state === "28P01" || state === "28000")
    return startFault(
      "database-login-refused",
      `PostgreSQL at ${url.label} refuses the user or password; correct NORIAI_DATABASE_URL.`,
    );
  if (state === "3D000")
    return startFault(
      "database-missing",
      `PostgreSQL at ${url.label} has no database of that name; create it or correct NORIAI_DATABASE_URL.`,
    );
  const because = error instanceof Error && error.message !== "" ? error.message : String(state ?? error);
  return startFault(
    "database-unreachable",
    `PostgreSQL at ${url.label} cannot be reached (${because.split("\n")[0]}); start it or correct NORIAI_DATABASE_URL.`,
  );
}

async function serverFault(client: pg.Client): Promise<StartFault | undefined> {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version, current_setting('server_encoding') AS encoding",
  );
  const { number, version, encoding } = rows[0];
  if (number < 150_000)
    return startFault(
      "database-too-old",
      `PostgreSQL ${version} is too old; noriai needs version 15 or newer.`,
    );
  if (encoding !== "UTF8")
    return startFault(
      "database-encoding-unsuitable",
      `The database is encoded as ${encoding}; create it with ENCODING 'UTF8'.`,
    );
  return undefined;
}
