#!/usr/bin/env node
// Starts the command line on the project's own Node, whatever the host's is.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(realpathSync(fileURLToPath(import.meta.url)));
const own = join(folder, "..", "..", "..", "node_modules", ".bin", "node");
const child = spawn(
  existsSync(own) ? own : process.execPath,
  [join(folder, "..", "src", "main.ts"), ...process.argv.slice(2)],
  { stdio: "inherit" },
);
// The terminal tells the child about Ctrl-C itself; other signals are passed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("error", (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
