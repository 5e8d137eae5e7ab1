import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { NODE, ROOT, run } from "./install.mjs";

const WEB = join(ROOT, "packages", "web");
const STAMP = join(WEB, "dist", ".built-from");
/** Everything that the built pages are made from. */
const SOURCES = ["packages/web", "packages/api/src", "packages/kernel/src", "packages/booking/src"];
const NOT_SOURCES = new Set(["dist", "node_modules", "test"]);

/** Builds the pages when their sources have changed since the last build. */
export async function ensureWebBuilt() {
  const sources = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  console.log("Building the pages …");
  const code = await run(NODE, [
    join(ROOT, "node_modules", "vite", "bin", "vite.js"),
    "build",
    WEB,
    "--config",
    join(WEB, "vite.config.ts"),
    "--configLoader",
    "native",
    "--logLevel",
    "warn",
  ]);
  if (code !== 0) {
    console.error("The pages could not be built; the message above says where.");
    process.exit(1);
  }
  writeFileSync(STAMP, sources);
}

function hashOfSources() {
  const hash = createHash("sha256");
  const files = [
    join(ROOT, "package-lock.json"),
    ...SOURCES.flatMap((folder) => filesIn(join(ROOT, folder))),
  ];
  for (const file of files) hash.update(relative(ROOT, file)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await ensureWebBuilt();
