#!/usr/bin/env node
// Starts the command line on the project's own Node, whatever the host's is.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(realpathSync(fileURLToPath(import.meta.url)), "..", "..", "..", "..");
const own = join(root, "node_modules", ".bin", "node");
const node = existsSync(own) ? own : process.execPath;
const words = process.argv.slice(2);

process.exitCode = words.length === 1 && words[0] === "serve" ? await serve() : await command();

/** The server, until Ctrl-C. */
async function serve() {
  const { supervise } = await import("../../../scripts/supervise.mjs");
  return supervise({ node, script: join(root, "packages", "server", "src", "main.ts"), cwd: process.cwd() });
}

/** Any other command. The terminal tells it about Ctrl-C itself; SIGTERM is passed on. */
function command() {
  return new Promise((resolve) => {
    const child = spawn(node, [join(root, "packages", "cli", "src", "main.ts"), ...words], {
      stdio: "inherit",
    });
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
