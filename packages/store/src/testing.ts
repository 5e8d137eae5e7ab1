import { execFile } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { seededRandom } from "@noriai/kernel";
import pg from "pg";
import type { Store } from "./door.ts";
import { stopCluster } from "./embedded/processes.ts";
import { clusterName } from "./embedded/run-server.ts";
import { type Database, startDatabase } from "./embedded/start-database.ts";
import { openStore, type StoreOptions } from "./open-store.ts";

/** A store on a fresh database of its own. */
export interface TestStore {
  readonly store: Store;
  /** Connection string of the owner of this fresh database. */
  readonly ownerUrl: string;
  /** Another server on the same database. */
  openAnother(options?: Partial<StoreOptions>): Promise<Store>;
  /** Closes every store opened here; the last one of the process takes PostgreSQL with it. */
  close(): Promise<void>;
}

/** The master key of test databases. */
export const TEST_MASTER_KEY: Uint8Array = new Uint8Array(32).fill(7);

/**
 * A fresh, migrated database for one test, in well under a second. The first call of a process starts a PostgreSQL
 * from a copy of a prepared cluster (made once per machine and form of the database); each call copies a template
 * database in it.
 */
export async function openTestStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const cluster = await enterCluster();
  const ownerUrl = await createDatabase(cluster);
  const stores: Store[] = [];
  const openAnother = async (others: Partial<StoreOptions> = {}): Promise<Store> => {
    const store = await openOrThrow({ ...testOptions(ownerUrl), ...options, ...others });
    stores.push(store);
    return store;
  };
  return {
    store: await openAnother(),
    ownerUrl,
    openAnother,
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await leaveCluster();
    },
  };
}

interface Cluster {
  readonly database: Database;
  readonly folder: string;
}

let running: Promise<Cluster> | undefined;
let users = 0;

async function enterCluster(): Promise<Cluster> {
  users++;
  running ??= startCluster();
  return await running;
}

async function leaveCluster(): Promise<void> {
  users--;
  if (users > 0 || running === undefined) return;
  const { database, folder } = await running;
  running = undefined;
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

async function startCluster(): Promise<Cluster> {
  await sweep();
  const folder = await mkdtemp(path.join(os.tmpdir(), `${COPY}${process.pid}-`));
  await copyPreparedCluster(folder);
  return { database: await startOrThrow(folder), folder };
}

/** Puts a data folder with a migrated database into an empty folder. */
export async function copyPreparedCluster(folder: string): Promise<void> {
  const prepared = await preparedCluster();
  await promisify(execFile)("cp", ["-a", `${prepared}/.`, folder]);
}

const COPY = "noriai-test-";
// Test data need not survive a power cut.
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** A cluster whose database `noriai` is migrated; made anew when what makes it has changed. */
async function preparedCluster(): Promise<string> {
  const prepared = path.join(
    os.tmpdir(),
    `noriai-prepared-${process.getuid?.() ?? 0}-${await formOfDatabase()}`,
  );
  if (existsSync(path.join(prepared, "postgres"))) return prepared;
  const unfinished = await mkdtemp(`${prepared}-`);
  await chmod(unfinished, 0o711);
  const database = await startOrThrow(unfinished);
  const store = await openOrThrow(testOptions(database.url));
  await store.close();
  await database.stop();
  // Another process may have been faster.
  await rename(unfinished, prepared).catch(() => rm(unfinished, { recursive: true }));
  return prepared;
}

async function formOfDatabase(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of ["migrations", "embedded", "app-role.ts"].map((name) =>
    path.join(import.meta.dirname, name),
  )) {
    const files = file.endsWith(".ts")
      ? [file]
      : (await readdir(file)).sort().map((name) => path.join(file, name));
    for (const source of files) hash.update(await readFile(source));
  }
  return hash.digest("hex").slice(0, 12);
}

/** Removes what test processes left that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = /^noriai-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(os.tmpdir(), name);
    await stopCluster(clusterName(path.join(folder, "postgres", "data")));
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function createDatabase({ database }: Cluster): Promise<string> {
  const url = new URL(database.url);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(database.url.replace(/noriai$/, "postgres"));
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE noriai STRATEGY file_copy`);
  await client.end();
  url.pathname = `/${name}`;
  return url.toString();
}

const testOptions = (ownerUrl: string): StoreOptions => ({
  ownerUrl,
  masterKey: TEST_MASTER_KEY,
  newId: randomUUID,
  randomBytes,
  random: seededRandom(1),
  appRole: "noriai_app",
});

async function startOrThrow(dataDir: string): Promise<Database> {
  const started = await startDatabase({ dataDir, settings: FAST });
  if (!started.ok) throw new Error(started.error.reason);
  return started.value;
}

async function openOrThrow(options: StoreOptions): Promise<Store> {
  const opened = await openStore(options);
  if (!opened.ok) throw new Error(opened.error.reason);
  return opened.value;
}
