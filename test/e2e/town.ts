import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A demo town served as `npm start` serves it, on its own port and data. */
export interface RunningTown {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the server's own entry with an empty data folder and waits until it is ready. */
export async function startTown(): Promise<RunningTown> {
  const data = await mkdtemp(join(tmpdir(), "noriai-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ["packages/server/src/main.ts"], {
    env: { ...process.env, NORIAI_PORT: String(port), NORIAI_DATA: data, NORIAI_MODE: "demo" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await ready({ url, said: () => said, isOver: () => server.exitCode !== null });
  return {
    url,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function ready({
  url,
  said,
  isOver,
}: {
  url: string;
  said: () => string;
  isOver: () => boolean;
}): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (isOver()) throw new Error(`the server ended before it was ready:\n${said()}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the server was not ready in two minutes:\n${said()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
