// `npm start`: installs what is missing, builds the pages when they changed, runs the server until Ctrl-C.
import { join, resolve } from "node:path";
import { ensureWebBuilt } from "./build-web.mjs";
import { ensureInstalled, NODE, ROOT } from "./install.mjs";
import { forgetRunning, makeRoom, rememberRunning } from "./one-at-a-time.mjs";
import { supervise } from "./supervise.mjs";

const dataFolder = resolve(ROOT, process.env.NORIAI_DATA?.trim() || ".noriai");

await ensureInstalled();
await ensureWebBuilt();
await makeRoom(dataFolder);
process.exitCode = await supervise({
  node: NODE,
  script: join(ROOT, "packages", "server", "src", "main.ts"),
  cwd: ROOT,
  onStart: (server) => rememberRunning(dataFolder, { supervisor: process.pid, server }),
});
forgetRunning(dataFolder);
