import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "./root.ts";

/** What a rider's phone has to fetch before the first page can be used, without the map. */
export interface BundleReport {
  /** Scripts, largest first, with their size as gzip. */
  readonly scripts: readonly { readonly file: string; readonly bytes: number }[];
  readonly bytes: number;
}

/** 150 kB of script as gzip. */
export const SCRIPT_BYTES_MOST = 150_000;

interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
}

const DIST = join(ROOT, "packages", "web", "dist");
const FIRST_LOAD = ["index.html", "src/main.tsx", "src/rider/rider-home.tsx"];

/** Reads what the build says of itself: the entry and the rider's page, with all that is loaded together with them. */
export function bundleReport(): BundleReport {
  const manifest: Record<string, ManifestEntry> = JSON.parse(
    readFileSync(join(DIST, ".vite", "manifest.json"), "utf8"),
  );
  const files = new Set(FIRST_LOAD.flatMap((name) => filesOf(manifest, name)));
  const scripts = [...files]
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(DIST, file))).length }))
    .toSorted((a, b) => b.bytes - a.bytes);
  return { scripts, bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function filesOf(manifest: Record<string, ManifestEntry>, first: string): readonly string[] {
  const found = new Set<string>();
  const open = [first];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const entry = manifest[name];
    if (entry === undefined) throw new Error(`the build knows no ${name}`);
    found.add(name);
    open.push(...(entry.imports ?? []));
  }
  return [...found].map((name) => manifest[name]!.file);
}
