import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/root.ts";

const folder = mkdtempSync(join(tmpdir(), "noriai start "));
let port: number;
let starter: ChildProcess;
let output = "";

beforeAll(async () => {
  port = await freePort();
});
afterAll(() => {
  for (const pid of processesOf(folder)) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start", () => {
  let bookingId: string;

  test("prints the addresses and answers at /healthz", async () => {
    startIt();
    await until(async () => output.includes(`http://127.0.0.1:${port}/`));
    const health = await fetch(`${origin()}/healthz`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: "ok", mode: "demo" });
  });

  test("a server killed while it runs comes back by itself, with every confirmed booking", async () => {
    bookingId = await book();
    const [server] = serversOf(folder);
    process.kill(server!, "SIGKILL");
    await until(async () => serversOf(folder).some((pid) => pid !== server));
    await until(isHealthy);
    expect(await myBookings()).toContain(bookingId);
  });

  test("Ctrl-C in the terminal ends it with code 0 and leaves no process behind", async () => {
    await stopIt();
  });

  test("a later start is ready in less than ten seconds, at the best of three tries", async () => {
    let seconds = Number.POSITIVE_INFINITY;
    for (let tries = 0; seconds >= 10 && tries < 3; tries++) {
      if (tries > 0) await stopIt();
      const startedAt = performance.now();
      startIt();
      await until(isHealthy);
      seconds = (performance.now() - startedAt) / 1000;
    }
    expect(seconds).toBeLessThan(10);
    expect(await myBookings()).toContain(bookingId);
  });

  test("when everything is killed at once, the next start has every confirmed booking", async () => {
    for (const pid of [starter.pid!, ...serversOf(folder)]) process.kill(pid, "SIGKILL");
    startIt();
    await until(isHealthy);
    expect(await myBookings()).toContain(bookingId);
  });

  test("a second start takes over from the first, also right after a kill", async () => {
    const first = starter;
    process.kill(serversOf(folder)[0]!, "SIGKILL");
    startIt();
    await until(async () => output.includes(`http://127.0.0.1:${port}/`));
    expect(first.exitCode).toBe(0);
    expect(await myBookings()).toContain(bookingId);
    await stopIt();
  });

  test("run by npm, it stops when npm is told to stop or is gone", async () => {
    startIt(["npm", "start"]);
    await until(isHealthy);
    process.kill(starter.pid!, "SIGTERM");
    await until(async () => processesOf(folder).length === 0);
  });
});

const origin = (): string => `http://127.0.0.1:${port}`;

/** As npm does it in a terminal: in a process group of its own, which Ctrl-C reaches as a whole. */
function startIt([program, ...words] = [process.execPath, join(ROOT, "scripts", "start.mjs")]): void {
  output = "";
  starter = spawn(program!, words, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NORIAI_PORT: String(port), NORIAI_DATA: folder },
    detached: true,
  });
  for (const stream of [starter.stdout!, starter.stderr!])
    stream.on("data", (chunk) => {
      output += chunk;
    });
}

/** Ctrl-C, as the terminal sends it to the whole group. */
async function stopIt(): Promise<void> {
  process.kill(-starter.pid!, "SIGINT");
  expect(await ended()).toBe(0);
  await until(async () => processesOf(folder).length === 0);
}

const ended = (): Promise<number | null> =>
  new Promise((resolve) => {
    if (starter.exitCode !== null) resolve(starter.exitCode);
    else starter.once("exit", resolve);
  });

async function isHealthy(): Promise<boolean> {
  const answer = await fetch(`${origin()}/healthz`).catch(() => undefined);
  return answer?.status === 200;
}

/** Books a ride as the demo's rider and returns the booking's id. */
async function book(): Promise<string> {
  const cookie = await enter();
  const { now } = (await (await fetch(`${origin()}/api/world`)).json()) as { now: string };
  const nobody = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };
  const time = { mode: "depart", at: `${now.slice(0, 11)}10:30:00+09:00` };
  const asked = await command(cookie, "quotes", {
    from: "s01",
    to: "s35",
    time,
    companions: nobody,
    wheelchairs: 0,
  });
  expect(asked).toMatchObject({ kind: "quote" });
  const { id } = (asked as { quote: { id: string } }).quote;
  expect(await command(cookie, `quotes/${id}/confirm`)).toMatchObject({ state: "confirmed" });
  return id;
}

async function myBookings(): Promise<readonly string[]> {
  const answer = await fetch(`${origin()}/api/t/ube-demo/my/bookings`, {
    headers: { cookie: await enter() },
  });
  const { bookings } = (await answer.json()) as { bookings: { id: string }[] };
  return bookings.map(({ id }) => id);
}

async function enter(): Promise<string> {
  const answer = await fetch(`${origin()}/api/t/ube-demo/demo-session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role: "rider" }),
  });
  expect(answer.status).toBe(200);
  return answer.headers.get("set-cookie")!.split(";")[0]!;
}

async function command(cookie: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${origin()}/api/t/ube-demo/${path}`, {
    method: "POST",
    headers: {
      cookie,
      "idempotency-key": crypto.randomUUID(),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.json();
}

/** Every process that works on a data folder: the server by its environment, its database by its command line. */
function processesOf(data: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => textOf(pid, "environ").includes(data) || textOf(pid, "cmdline").includes(data))
    .map(Number);
}

const serversOf = (data: string): readonly number[] =>
  processesOf(data).filter((pid) => textOf(String(pid), "cmdline").includes("packages/server/src/main.ts"));

function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue()); tries++) {
    if (tries > 600) throw new Error(`waited a minute in vain; the output was: ${output}`);
    await sleep(100);
  }
}
