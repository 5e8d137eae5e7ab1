// `npm start`: installs what is missing, builds the pages when they changed, runs the server until Ctrl-C.
import { join } from "node:path";
import { ensureWebBuilt } from "./build-web.mjs";
import { ensureInstalled, NODE, ROOT } from "./install.mjs";
import { supervise } from "./supervise.mjs";

await ensureInstalled();
await ensureWebBuilt();
process.exitCode = await supervise({
  node: NODE,
  script: join(ROOT, "packages", "server", "src", "main.ts"),
  cwd: ROOT,
});
