// `npm test`: installs what is missing, then types, style and every test. The last line is `N passed, N failed`.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureWebBuilt } from "./build-web.mjs";
import { ensureInstalled, NODE, ROOT, run } from "./install.mjs";
import { countResults } from "./test-results.mjs";

const RESULTS = join(ROOT, ".cache", "test-results.json");

await ensureInstalled();
await ensureWebBuilt();
const checks = await Promise.all([
  check("types", [join("node_modules", "typescript", "bin", "tsc"), "-p", "."]),
  check("style", [join("node_modules", "@biomejs", "biome", "bin", "biome"), "check"]),
]);
const tests = await runTests();
for (const name of tests.skipped) console.log(`✗ not run: ${name}`);
const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((isGood) => !isGood).length;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

/** Runs one of the project's tools; shows what it says only when it finds something. */
function check(name, args) {
  return new Promise((resolve) => {
    const child = spawn(NODE, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.on("close", (code) => {
      console.log(`${code === 0 ? "✓" : "✗"} ${name}`);
      if (code !== 0) console.log(Buffer.concat(said).toString());
      resolve(code === 0);
    });
  });
}

async function runTests() {
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  rmSync(RESULTS, { force: true });
  const code = await run(NODE, [
    join(ROOT, "node_modules", "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${RESULTS}`,
  ]);
  return countResults({ code, report: existsSync(RESULTS) ? readFileSync(RESULTS, "utf8") : undefined });
}
