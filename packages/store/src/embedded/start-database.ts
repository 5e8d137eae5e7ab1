import path from "node:path";
import { fail, ok, type Result } from "@noriai/kernel";
import pg from "pg";
import { type StartFault, startFault } from "../start-fault.ts";
import { chooseAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { holdDataFolder, placeCluster, unusable } from "./data-folder.ts";
import { initCluster, OWNER } from "./init-cluster.ts";
import { runServer } from "./run-server.ts";

/** A PostgreSQL of our own, running. */
export interface Database {
  /** Connection string of the owner. */
  readonly url: string;
  /** Shuts it down in order; afterwards no process of it is left. */
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  /** What belongs to the database is kept in `postgres` below it. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** PostgreSQL settings besides our own. Never weaken `fsync` where data matter. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where root keeps what PostgreSQL's account cannot reach in its own place; by default /var/lib/noriai. */
  readonly sharedFolder?: string;
}

const DATABASE = "noriai";
const SHARED_FOLDER = "/var/lib/noriai";

/**
 * Starts the PostgreSQL that was installed with us, with its data in the data folder, for this process alone.
 * Works as root (PostgreSQL then runs as `postgres` or `nobody`) and as an ordinary user. After a crash of ours the
 * PostgreSQL that may still run is stopped first; everything committed is there.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Result<Database, StartFault>> {
  const dataDir = path.resolve(options.dataDir);
  const held = await holdDataFolder(dataDir);
  if (!held.ok) return held;
  const letGo = held.value;
  const started = await startHeld({ ...options, dataDir }).catch((error: Error) =>
    fail(unusable(dataDir, error.message.trim().split("\n").at(-1) ?? "")),
  );
  if (!started.ok) {
    await letGo();
    return started;
  }
  const { url, stop } = started.value;
  return ok({
    url,
    async stop() {
      await stop();
      await letGo();
    },
  });
}

async function startHeld(options: DatabaseOptions): Promise<Result<Database, StartFault>> {
  const { dataDir, log = () => undefined, settings = {}, sharedFolder = SHARED_FOLDER } = options;
  const account = await chooseAccount(path.join(dataDir, "postgres"));
  if (account === "none-suitable") return fail(noAccount);
  const binaries = await findBinaries(account, sharedFolder);
  if (!binaries.ok) return binaries;
  const folder = await placeCluster(dataDir, account, sharedFolder);
  if (!folder.ok) return folder;
  const cluster = await initCluster({ folder: folder.value, binaries: binaries.value, account });
  if (!cluster.ok) return cluster;

  const { data, password } = cluster.value;
  const server = await runServer({ postgres: binaries.value.postgres, data, account, settings, log });
  if (!server.ok) return server;
  const { port, stop } = server.value;
  const urlOf = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  await createDatabase(urlOf("postgres"));
  return ok({ url: urlOf(DATABASE), stop });
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const noAccount = startFault(
  "database-did-not-start",
  "PostgreSQL refuses to run as root and this machine has no account postgres or nobody; start noriai as an ordinary user.",
);
