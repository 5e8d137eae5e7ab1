import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Everything that a decision is computed by. */
const DECIDING = ["@noriai/kernel", "@noriai/dispatch", "@noriai/travel", "@noriai/booking"];

let known: string | undefined;

/**
 * Which engine decides here, for the decision log: 16 hex digits of a SHA-256 over the source of the packages that
 * decide, as it runs. Read once; a hundred and fifty small files.
 */
export function engineVersion(): string {
  known ??= hashOf(DECIDING.map((name) => path.dirname(createRequire(import.meta.url).resolve(name))));
  return known;
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders)
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted())
      if (file.endsWith(".ts"))
        hash
          .update(file)
          .update("\0")
          .update(readFileSync(path.join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
