// `npm run bench`: installs what is missing and runs main.ts on the project's own Node, whatever the host has.
import { join } from "node:path";
import { ensureInstalled, NODE, ROOT, run } from "../../../scripts/install.mjs";

await ensureInstalled();
process.exitCode = await run(NODE, [
  join(ROOT, "packages", "dispatch", "bench", "main.ts"),
  ...process.argv.slice(2),
]);
