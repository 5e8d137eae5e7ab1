// Makes the package that others install, JavaScript and types in place of the sources, in `dist` or in a folder given:
//   npm run build -w @noriai/dispatch && npm pack ./packages/dispatch/dist
// Inside this repository nothing needs it: there the sources are imported as they are.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HERE = import.meta.dirname;
const ROOT = join(HERE, "..", "..");
const TSC = join(ROOT, "node_modules", "typescript", "bin", "tsc");

const given = process.argv[2];
const into = given ?? join(HERE, "dist");
if (given === undefined) rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const config = join(HERE, "tsconfig.dist.json");
execFileSync(process.execPath, [TSC, "-p", config, "--outDir", join(into, "lib")], { stdio: "inherit" });
writeFileSync(join(into, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
copyFileSync(join(HERE, "README.md"), join(into, "README.md"));
copyFileSync(join(ROOT, "LICENSE"), join(into, "LICENSE"));

/** The source package's manifest, with the doors where the compiler has put them. */
function manifest() {
  const {
    private: _,
    scripts: _scripts,
    exports,
    ...own
  } = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));
  const doors = Object.entries(exports).map(([door, source]) => {
    const file = source.replace(/^\.\/src\/(.*)\.ts$/, "./lib/$1");
    return [door, { types: `${file}.d.ts`, default: `${file}.js` }];
  });
  const engines = { node: ">=20" }; // the first with everything of ES2023, which the compiler writes
  return { ...own, engines, exports: Object.fromEntries(doors), files: ["lib"], sideEffects: false };
}
