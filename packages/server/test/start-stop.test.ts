import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { createServer as createNetServer, type Server as NetServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openHouse, realSources } from "../src/index.ts";
import { NOBODY_ELSE, newKey } from "./house.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
/** The program as it is run: a process of its own with real time, a real port and its own PostgreSQL. */
interface Program {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

let folder: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "noriai-start-"));
  await chmod(folder, 0o711); // PostgreSQL runs under an account of its own and must walk through
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function run(environment: Record<string, string>): Program {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH, HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  child.stdout.on("data", (piece) => (output += piece));
  child.stderr.on("data", (piece) => (output += piece));
  const ended = new Promise<number | null>((done) =>
    child.on("exit", (code) => {
      running.delete(child);
      done(code);
    }),
  );
  return { child, output: () => output, ended };
}

async function untilItRuns({ output, ended }: Program): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  while (!output().includes("noriai が動いています")) {
    if (over) throw new Error(`it ended: ${output()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createNetServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

describe("the program", () => {
  test("starts the demo, serves, survives a kill -9 with every booking, and stops without a trace", async () => {
    const port = await freePort();
    const data = path.join(folder, "data");
    const environment = { NORIAI_PORT: String(port), NORIAI_DATA: data };
    const origin = `http://127.0.0.1:${port}`;

    const first = run(environment);
    await untilItRuns(first);
    expect(first.output()).toContain(`${origin}/`);
    const health = await fetch(`${origin}/healthz`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: "ok", database: "ok", mode: "demo" });
    expect((await stat(path.join(data, "master.key"))).mode & 0o777).toBe(0o600);

    expect((await processesOn(data)).length).toBeGreaterThan(0); // so that "none left" means something

    const { cookie, booking } = await bookInDemo(origin);
    const before = await worldOf(origin);
    first.child.kill("SIGKILL");
    await first.ended;

    const second = run(environment);
    await untilItRuns(second);
    const mine = await fetch(`${origin}/api/t/ube-demo/my/bookings`, { headers: { cookie } });
    const { bookings } = (await mine.json()) as { bookings: { id: string; state: string }[] };
    expect(bookings).toMatchObject([{ id: booking.id, state: "confirmed" }]);
    const after = await worldOf(origin);
    expect(after.now >= before.now).toBe(true);
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeLessThan(60_000);

    const log = await readFile(path.join(data, "noriai.log"), "utf8");
    for (const line of log.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();

    // A request that runs while the server stops is still answered; an open live page is let go.
    const live = await fetch(`${origin}/api/t/ube-demo/live`, { headers: { cookie } });
    const slow = fetch(`${origin}/api/t/ube-demo/quotes`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", "idempotency-key": newKey() },
      body: JSON.stringify(requestAt("13:00", after.now)),
    });
    await new Promise((done) => setTimeout(done, 5));
    second.child.kill("SIGTERM");
    expect((await slow).status).toBe(200);
    await live.text(); // ends
    expect(await second.ended).toBe(0);
    expect(existsSync(path.join(data, "noriai.pid"))).toBe(false);
    expect(await processesOn(data)).toEqual([]);
  }, 110_000);

  test("a setting that cannot be used ends it with code 2 and one sentence in each language", async () => {
    const bad = run({ NORIAI_PORT: "eighty", NORIAI_DATA: path.join(folder, "never") });
    expect(await bad.ended).toBe(2);
    expect(bad.output().trim().split("\n")).toEqual([
      "NORIAI_PORT は 1〜65535 の整数にしてください（例 8080）。 / Set NORIAI_PORT to a whole number from 1 to 65535, for example 8080.",
    ]);
    expect(existsSync(path.join(folder, "never"))).toBe(false);
  }, 60_000);

  test("a database that is not there and a data folder that is a file end it with one sentence", async () => {
    const url = `postgres://noriai:secret@127.0.0.1:${await freePort()}/noriai`;
    const lost = run({ NORIAI_DATABASE_URL: url, NORIAI_DATA: path.join(folder, "lost") });
    expect(await lost.ended).toBe(2);
    expect(lost.output().trim().split("\n")).toHaveLength(1);
    expect(lost.output()).toContain("NORIAI_DATABASE_URL");
    expect(lost.output()).not.toContain("secret");
    const file = path.join(folder, "file");
    await writeFile(file, "");
    const blocked = run({ NORIAI_DATA: file });
    expect(await blocked.ended).toBe(2);
    expect(blocked.output()).toContain("NORIAI_DATA");
    expect(blocked.output()).not.toMatch(/\bat .*\.ts:\d+/);
  }, 60_000);

  test("a port in use ends it with one sentence and leaves no database behind", async () => {
    const port = await freePort();
    const taken: NetServer = createNetServer().listen(port, "127.0.0.1");
    const data = path.join(folder, "data"); // the town is there already, so this start is short
    const late = run({ NORIAI_PORT: String(port), NORIAI_DATA: data });
    expect(await late.ended).toBe(2);
    taken.close();
    expect(late.output()).toContain(`ポート ${port} はほかのプログラムが使っています`);
    expect(await processesOn(data)).toEqual([]);
  }, 60_000);
});

describe("a town's damaged map", () => {
  test("ends the start with one sentence that names the town and what to do", async () => {
    const data = path.join(folder, "data"); // set up by the first test
    const settings = {
      mode: "demo",
      port: 0,
      listen: "127.0.0.1",
      dataFolder: data,
      proxyHops: 0,
      improve: true,
    } as const;
    const house = await openHouse({ settings, sources: realSources() });
    if (!house.ok) throw new Error(house.error.reason);
    const tenant = "ube-demo" as TenantId;
    await house.value.store.inTenant(tenant, async (tx) => {
      const map = (await tx.findMap())!;
      await tx.saveMap({ ...map, roads: map.roads.subarray(0, map.roads.length - 100) }, { role: "system" });
    });
    await house.value.close();
    const damaged = run({ NORIAI_PORT: String(await freePort()), NORIAI_DATA: data });
    expect(await damaged.ended).toBe(2);
    expect(damaged.output().trim().split("\n")).toHaveLength(1);
    expect(damaged.output()).toContain("道路地図 ube-demo が壊れています");
    expect(damaged.output()).toContain("noriai map import");
    expect(await processesOn(data)).toEqual([]);
  }, 60_000);
});

describe("production", () => {
  test("starts with its secrets, without towns, without demo door, and logs to standard output", async () => {
    const port = await freePort();
    const data = path.join(folder, "production");
    const program = run({
      NORIAI_MODE: "production",
      NORIAI_PORT: String(port),
      NORIAI_DATA: data,
      NORIAI_MASTER_KEY: Buffer.alloc(32, 9).toString("base64"),
      NORIAI_PUBLIC_URL: "https://noriai.example.jp",
    });
    await untilItRuns(program);
    const origin = `http://127.0.0.1:${port}`;
    expect(program.output()).toContain("https://noriai.example.jp/");
    const world = await fetch(`${origin}/api/world`);
    expect(world.headers.get("strict-transport-security")).toBeTruthy();
    const said = (await world.json()) as { now: string };
    expect(said).toMatchObject({ mode: "production", tenants: [] });
    expect(Math.abs(Date.parse(said.now) - Date.now())).toBeLessThan(60_000);
    const demo = await fetch(`${origin}/api/demo/clock`, { method: "PUT", body: "{}" });
    expect(demo.status).toBe(404);
    expect(existsSync(path.join(data, "master.key"))).toBe(false);
    expect(program.output()).toContain('"route":"/api/world"');
    program.child.kill("SIGINT");
    expect(await program.ended).toBe(0);
    expect(await processesOn(data)).toEqual([]);
  }, 60_000);
});

async function worldOf(origin: string): Promise<{ now: string }> {
  return (await (await fetch(`${origin}/api/world`)).json()) as { now: string };
}

async function bookInDemo(origin: string) {
  const base = `${origin}/api/t/ube-demo`;
  const json = { "content-type": "application/json" };
  const entered = await fetch(`${base}/demo-session`, {
    method: "POST",
    headers: json,
    body: '{"role":"rider"}',
  });
  const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
  const headers = { ...json, cookie };
  const { now } = await worldOf(origin);
  const asked = await fetch(`${base}/quotes`, {
    method: "POST",
    headers: { ...headers, "idempotency-key": newKey() },
    body: JSON.stringify(requestAt("11:00", now)),
  });
  const { quote } = (await asked.json()) as { quote: { id: string } };
  const confirmed = await fetch(`${base}/quotes/${quote.id}/confirm`, {
    method: "POST",
    headers: { ...headers, "idempotency-key": newKey() },
  });
  return { cookie, booking: (await confirmed.json()) as { id: string } };
}

const requestAt = (time: string, now: string) => ({
  from: "s01",
  to: "s02",
  time: { mode: "arrive", at: `${now.slice(0, 11)}${time}:00+09:00` },
  companions: NOBODY_ELSE,
  wheelchairs: 0,
});

/** Processes whose command line names the folder, or the place where its database really lies. */
async function processesOn(data: string): Promise<string[]> {
  const cluster = await realpath(path.join(data, "postgres"));
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (line.includes(data) || line.includes(cluster)) found.push(line.replaceAll("\0", " "));
  }
  return found;
}
