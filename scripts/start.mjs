// `npm start`: installs what is missing, builds the pages when they changed, runs the server until Ctrl-C.
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureWebBuilt } from "./build-web.mjs";
import { ensureInstalled, NODE, ROOT } from "./install.mjs";
import { forgetRunning, makeRoom, rememberRunning } from "./one-at-a-time.mjs";
import { supervise } from "./supervise.mjs";

const dataFolder = resolve(ROOT, process.env.NORIAI_DATA?.trim() || ".noriai");

await ensureInstalled();
await ensureWebBuilt();
await makeRoom(dataFolder);
const script = join(ROOT, "packages", "server", "src", "main.ts");
const supervisor = { pid: process.pid, script: fileURLToPath(import.meta.url) };
process.exitCode = await supervise({
  node: NODE,
  script,
  cwd: ROOT,
  onStart: (pid) => rememberRunning(dataFolder, { supervisor, server: { pid, script } }),
});
forgetRunning(dataFolder);
