import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../scripts/root.ts";

/** A source file of the repository; `path` is written from the root with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly code: string;
}

const NOT_SOURCE = new Set(["node_modules", "dist", ".git", ".cache", ".noriai", "coverage"]);

/** Every file under a folder of the root whose name ends with one of the given endings. */
export function sourceFiles(folder: string, endings: readonly string[]): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): readonly SourceFile[] => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : sourceFiles(path, endings);
      if (!endings.some((ending) => path.endsWith(ending))) return [];
      return [{ path, code: readFileSync(join(ROOT, path), "utf8") }];
    });
}

/** Every package of the house. */
export const packageNames = (): readonly string[] =>
  readdirSync(join(ROOT, "packages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** The TypeScript of a package, without its tests. */
export const packageSources = (name: string): readonly SourceFile[] =>
  sourceFiles(`packages/${name}/src`, [".ts", ".tsx"]);
