import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { type BuiltFile, closureOf } from "./closure.ts";

/** What a rider and a driver meet first; everything else of the app is kept once it has been used. */
const FACES = [
  "src/main.tsx",
  "src/rider/rider-home.tsx",
  "src/rider/home-around.tsx",
  "src/rider/cancel-dialog.tsx",
  "src/needs/told-needs.tsx",
  "src/my/act-lines.tsx",
  "src/driver/driver-face.tsx",
  "src/driver/crew-gate.tsx",
  "src/driver/terminal-page.tsx",
  "src/driver/leave-unsent.tsx",
  "src/shell/demo-bar.tsx",
  "src/kept/sealed-store.ts",
];
/** Small files that keep their names. */
const PICTURES = ["/icon.svg", "/icons/ride-192.png", "/icons/drive-192.png"];

/**
 * Writes dist/worker.js: the worker with the list of what was built. Another build of the same sources gives the same
 * bytes, so that browsers see a new version exactly when there is one.
 */
export function appWorker(): Plugin {
  return {
    name: "noriai-app-worker",
    apply: "build",
    writeBundle({ dir }, bundle) {
      const files = Object.values(bundle) as readonly BuiltFile[];
      const entry = files.find((file) => file.type === "chunk" && file.isEntry === true);
      const faces = files.filter(({ facadeModuleId: id }) => FACES.some((face) => id?.endsWith(`/${face}`)));
      if (entry === undefined || dir === undefined || faces.length !== FACES.length)
        throw new Error("the app's worker does not find its faces among the built files");
      const shell = closureOf(files, [entry, ...faces]).map(({ fileName }) => `/${fileName}`);
      const assets = files
        .map(({ fileName }) => `/${fileName}`)
        .filter((path) => path.startsWith("/assets/"));
      const source = readFileSync(join(import.meta.dirname, "worker.js"), "utf8");
      const page = readFileSync(join(dir, "index.html"), "utf8");
      const list = { shell: [...shell.toSorted(), ...PICTURES], assets: assets.toSorted() };
      const version = hashOf(JSON.stringify(list), source, page);
      const built = `self.BUILT = ${JSON.stringify({ version, ...list })};\n`;
      writeFileSync(join(dir, "worker.js"), built + source);
    },
  };
}

function hashOf(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 12);
}
