import { type ChildProcess, spawn } from "node:child_process";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Database, type DatabaseOptions, startDatabase } from "../src/embedded/start-database.ts";
import { copyPreparedCluster } from "../src/testing.ts";
import { asOwner } from "./support/owner.ts";

// A killed process loses nothing that the system has already taken; syncing protects from power cuts only.
const NO_SYNC = { fsync: "off" };

let dataDir: string;
let databases: Database[];
let children: ChildProcess[];
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "noriai-embedded-"));
  await chmod(dataDir, 0o711);
  await copyPreparedCluster(dataDir);
  databases = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  // A holder that was killed leaves its PostgreSQL; the next start stops it.
  if (databases.length === 0 && children.length > 0) await start();
  for (const database of databases) await database.stop();
  await vi.waitFor(async () => expect(await processesOf(dataDir)).toEqual([]), { timeout: 5_000 });
  await rm(dataDir, { recursive: true, force: true });
});

describe("a killed server", () => {
  test("loses nothing that was committed, and its PostgreSQL is replaced at the next start", async () => {
    const holder = await hold("kept-town");
    const [left] = await processesOf(dataDir);
    holder.kill("SIGKILL");
    await ended(holder);
    expect(await processesOf(dataDir)).toContain(left);
    const database = await start();
    expect(await tenantsOf(database)).toEqual(["kept-town"]);
    expect(await processesOf(dataDir)).not.toContain(left);
  });

  test("may be killed in the middle of the first start, too", async () => {
    await rm(path.join(dataDir, "postgres"), { recursive: true });
    const holder = spawnHolder("kept-town");
    const isAtWork = async () =>
      expect((await readdir(path.join(dataDir, "postgres"))).join()).toContain("unfinished");
    await vi.waitFor(isAtWork, { timeout: 20_000, interval: 5 });
    holder.kill("SIGKILL");
    await ended(holder);
    const database = await start();
    expect(
      await asOwner(database.url, async (client) => (await client.query("SELECT 1 AS one")).rows),
    ).toEqual([{ one: 1 }]);
  });

  test("leaves pid files; the numbers in them may be somebody else's by now", async () => {
    await (await start()).stop();
    databases = [];
    await writeFile(path.join(dataDir, "noriai.pid"), `${process.pid} 12345`);
    const postmaster = `${process.pid}\n${dataDir}/postgres/data\n1\n5432\n\n127.0.0.1\n0 0\nready\n`;
    await writeFile(path.join(dataDir, "postgres", "data", "postmaster.pid"), postmaster, { mode: 0o644 });
    const database = await start();
    expect(await tenantsOf(database)).toEqual([]);
  });
});

describe("while it runs", () => {
  test("Ctrl-C reaches our process group only: PostgreSQL answers until it is stopped in order, nothing is left", async () => {
    const holder = await hold("town", { detached: true });
    const said = output(holder);
    process.kill(-holder.pid!, "SIGINT");
    expect(await ended(holder)).toBe(0);
    expect(await said).toContain("stopped with 1");
    await vi.waitFor(async () => expect(await processesOf(dataDir)).toEqual([]), { timeout: 1_000 });
    expect(await readdir(dataDir)).not.toContain("noriai.pid");
  });

  test("a second noriai on the same folder is told so and harms nothing", async () => {
    const database = await start();
    const second = spawnHolder("other");
    expect(await output(second)).toBe("data-folder-in-use\n");
    expect(await tenantsOf(database)).toEqual([]);
  });

  test("a PostgreSQL that falls is raised again at the same address with everything committed", async () => {
    const database = await start();
    await asOwner(database.url, (client) => client.query("CREATE TABLE kept AS SELECT 7 AS seven"));
    const pid = Number(
      (await readFile(path.join(dataDir, "postgres", "data", "postmaster.pid"), "utf8")).split("\n")[0],
    );
    process.kill(pid, "SIGKILL");
    const rows = () =>
      asOwner(database.url, async (client) => (await client.query("SELECT seven FROM kept")).rows);
    await vi.waitFor(async () => expect(await rows()).toEqual([{ seven: 7 }]), {
      timeout: 20_000,
      interval: 50,
    });
  });

  test("data are synced and summed, the password is ours alone, and only this machine can connect", async () => {
    const database = await start({ settings: {} });
    const { rows } = await asOwner(database.url, (client) =>
      client.query(
        "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'data_checksums', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'password_encryption') ORDER BY name",
      ),
    );
    expect(rows.map(({ setting }) => setting)).toEqual([
      "on",
      "on",
      "on",
      "127.0.0.1",
      "scram-sha-256",
      "on",
    ]);
    expect((await stat(path.join(dataDir, "postgres", "password"))).mode & 0o077).toBe(0);
    expect((await stat(path.join(dataDir, "postgres"))).mode & 0o077).toBe(0);
    const withoutPassword = database.url.replace(/:[^:@]*@/, ":wrong@");
    await expect(asOwner(withoutPassword, async () => undefined)).rejects.toMatchObject({ code: "28P01" });
  });
});

describe("the data folder", () => {
  test("that cannot be one is refused in one sentence", async () => {
    await writeFile(path.join(dataDir, "file"), "");
    const started = await startDatabase({ dataDir: path.join(dataDir, "file", "data") });
    expect(started).toMatchObject({ ok: false, error: { kind: "data-folder-unusable" } });
    expect(!started.ok && started.error.reason).toMatch(
      /^The data folder [^\n]* cannot be used \([^\n]*\); [^\n]*\.$/,
    );
  });

  test("that was written by another PostgreSQL is left alone", async () => {
    await (await start()).stop();
    databases = [];
    const version = path.join(dataDir, "postgres", "data", "PG_VERSION");
    const ours = await readFile(version, "utf8");
    await writeFile(version, "12\n");
    expect(await startDatabase({ dataDir })).toMatchObject({
      ok: false,
      error: { kind: "data-folder-unusable" },
    });
    await writeFile(version, ours);
    await start();
  });

  test("that is damaged is told, not hidden behind an empty one", async () => {
    await (await start()).stop();
    databases = [];
    await rm(path.join(dataDir, "postgres", "data", "global", "pg_control"));
    const started = await startDatabase({ dataDir });
    expect(started).toMatchObject({ ok: false, error: { kind: "database-did-not-start" } });
    expect(!started.ok && started.error.reason).toContain("pg_control");
  });

  const isRoot = process.getuid?.() === 0;
  test.runIf(isRoot)("that is new and closed is opened for walking through, not for reading", async () => {
    const closed = path.join(dataDir, "new");
    await mkdir(closed, { mode: 0o700 });
    await start({ dataDir: closed });
    expect((await stat(closed)).mode & 0o777).toBe(0o711);
    expect((await lstat(path.join(closed, "postgres"))).isDirectory()).toBe(true);
  });

  test.runIf(isRoot)(
    "below a folder closed to PostgreSQL's account is linked to one that is open",
    async () => {
      const closed = path.join(dataDir, "closed");
      const sharedFolder = path.join(dataDir, "shared");
      await mkdir(closed, { mode: 0o700 });
      const inClosed = { dataDir: path.join(closed, "data"), sharedFolder };
      const first = await start(inClosed);
      await asOwner(first.url, (client) => client.query("CREATE TABLE kept (id int)"));
      await first.stop();
      expect(await readlink(path.join(closed, "data", "postgres"))).toContain(`${sharedFolder}/cluster-`);
      databases = [];
      const again = await start(inClosed);
      await asOwner(again.url, (client) => client.query("SELECT FROM kept"));
    },
  );

  test.runIf(isRoot)("of an ordinary user works without root's help", async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    for (const name of ["", ...(await readdir(dataDir, { recursive: true }))])
      await chown(path.join(dataDir, name), nobody.uid, nobody.gid);
    const holder = await hold("town", nobody);
    const said = output(holder);
    holder.kill("SIGINT");
    expect(await ended(holder)).toBe(0);
    expect(await said).toContain("stopped with 1");
    expect((await stat(path.join(dataDir, "postgres", "data"))).uid).toBe(nobody.uid);
  });
});

async function start(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const started = await startDatabase({ dataDir, settings: NO_SYNC, ...options });
  if (!started.ok) throw new Error(started.error.reason);
  databases.push(started.value);
  return started.value;
}

async function hold(tenant: string, options: object = {}): Promise<ChildProcess> {
  const child = spawnHolder(tenant, options);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes("ready") && resolve());
    child.once("exit", () => reject(new Error("the holder ended")));
  });
  return child;
}

function spawnHolder(tenant: string, options: object = {}): ChildProcess {
  const script = path.join(import.meta.dirname, "support", "holder.ts");
  const child = spawn(process.execPath, [script, dataDir, tenant], {
    stdio: ["pipe", "pipe", "inherit"],
    ...options,
  });
  children.push(child);
  return child;
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", (code) => resolve(code)));

async function output(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) text += chunk;
  return text;
}

const tenantsOf = (database: Database) =>
  asOwner(database.url, async (client) =>
    (await client.query("SELECT id FROM noriai.list_tenants()")).rows.map(({ id }) => id),
  );

/** PostgreSQL processes that work in the folder. */
async function processesOf(folder: string): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found: number[] = [];
  for (const pid of pids) {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => "");
    if (cwd.startsWith(`${folder}/`)) found.push(Number(pid));
  }
  return found;
}
