import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fail, ok, type Result } from "@noriai/kernel";
import { type StartFault, startFault } from "../start-fault.ts";
import { type Account, spawnAs } from "./account.ts";
import { stopCluster } from "./processes.ts";

export interface ServerOptions {
  readonly postgres: string;
  readonly data: string;
  readonly account: Account | undefined;
  /** Settings besides our own, for instance `{ fsync: "off" }` in tests. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL on a free port of 127.0.0.1, in a process group of its own: Ctrl-C in the terminal reaches us, not
 * it, and we stop it in order. What an earlier run left behind is stopped first. Should it fall, it is raised again.
 */
export async function runServer(options: ServerOptions): Promise<Result<Server, StartFault>> {
  const name = clusterName(options.data);
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort();
    const started = await startOnce(options, { name, port });
    if (started.ok) return ok(supervise(options, { name, port, child: started.value }));
    if (!started.error.reason.includes("Address already in use")) return started;
  }
  return fail(didNotStart("no free port was found"));
}

function supervise(
  options: ServerOptions,
  running: { readonly name: string; readonly port: number; readonly child: ChildProcess },
): Server {
  const { name, port } = running;
  let { child } = running;
  let isStopping = false;
  let raising: Promise<void> = Promise.resolve();

  const watch = () =>
    child.once("exit", () => {
      if (!isStopping) raising = raise();
    });
  const raise = async () => {
    for (let pause = 100; !isStopping; pause = Math.min(pause * 2, 5_000)) {
      options.log("PostgreSQL has fallen; it is started again");
      const started = await startOnce(options, { name, port });
      if (started.ok) {
        child = started.value;
        watch();
        return;
      }
      options.log(started.error.reason);
      await sleep(pause);
    }
  };
  // We end without stop(), after a bug: at least tell it to shut down.
  const onExit = () => child.kill("SIGINT");
  process.once("exit", onExit);
  watch();

  return {
    port,
    async stop() {
      isStopping = true;
      process.off("exit", onExit);
      await raising;
      await stopCluster(name);
    },
  };
}

async function startOnce(
  options: ServerOptions,
  { name, port }: { readonly name: string; readonly port: number },
): Promise<Result<ChildProcess, StartFault>> {
  const { postgres, data, account } = options;
  await stopCluster(name);
  // Its number may belong to another program by now, and PostgreSQL would then refuse to start.
  await rm(path.join(data, "postmaster.pid"), { force: true });

  const settings = Object.entries({
    ...SETTINGS,
    ...options.settings,
    cluster_name: name,
    port: String(port),
  });
  const logPath = path.join(data, "..", "server.log");
  await rename(logPath, `${logPath}.1`).catch(() => undefined);
  const logFile = await open(logPath, "w", 0o600);
  const child = spawn(
    postgres,
    ["-D", data, ...settings.flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    {
      ...spawnAs(account),
      detached: true,
      stdio: ["ignore", logFile.fd, logFile.fd],
    },
  );
  child.unref();
  await logFile.close();
  if (await isReady(child, data)) return ok(child);
  await stopCluster(name);
  return fail(didNotStart(await lastComplaint(logPath)));
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "64MB",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements are not written to the log: what they hold belongs to the tenants.
  log_min_error_statement: "panic",
};

const READY_WITHIN = 120_000; // milliseconds; replaying the log after a crash takes its time

async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  let hasEnded = false;
  child.once("exit", () => {
    hasEnded = true;
  });
  child.once("error", () => {
    hasEnded = true;
  });
  for (let waited = 0; waited < READY_WITHIN && !hasEnded; waited += 15) {
    const pidFile = await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "");
    const lines = pidFile.split("\n");
    if (lines[0] === String(child.pid) && lines[7]?.trim() === "ready") return true;
    await sleep(15);
  }
  return false;
}

async function lastComplaint(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, "utf8").catch(() => "")).trim().split("\n");
  const complaint = lines.findLast((line) => /FATAL|PANIC|could not|error/i.test(line)) ?? lines.at(-1) ?? "";
  const inUse = lines.some((line) => line.includes("Address already in use"))
    ? " (Address already in use)"
    : "";
  return complaint.replace(/^.*?(FATAL|PANIC|LOG|WARNING):\s*/, "") + inUse;
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Stands on the command line of each of its processes. */
export const clusterName = (data: string): string =>
  `noriai-${createHash("sha256").update(data).digest("hex").slice(0, 16)}`;

const didNotStart = (because: string): StartFault =>
  startFault(
    "database-did-not-start",
    `PostgreSQL did not start (${because}); see server.log in the data folder.`,
  );
