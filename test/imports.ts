import { posix } from "node:path";
import type { SourceFile } from "./source-files.ts";

/** One import line: what is imported, and whether it is only needed to compile. */
export interface Import {
  readonly file: string;
  readonly from: string;
  readonly isTypeOnly: boolean;
}

const STATIC = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?["']([^"'\n]+)["']/g;
const DYNAMIC = /\bimport\(\s*["']([^"'\n]+)["']/g;

/** Every import of a file: static, re-exported and dynamic. */
export function importsOf({ path, code }: SourceFile): readonly Import[] {
  const bare = withoutComments(code);
  return [
    ...[...bare.matchAll(STATIC)].map((match) => ({
      file: path,
      from: match[2]!,
      isTypeOnly: match[1] !== undefined || /\{\s*(type\s+[\w$\s]+,?\s*)+\}/.test(match[0]),
    })),
    ...[...bare.matchAll(DYNAMIC)].map((match) => ({ file: path, from: match[1]!, isTypeOnly: false })),
  ];
}

/** The repository path that a relative import leads to. */
export const targetOf = ({ file, from }: Import): string => posix.join(posix.dirname(file), from);

/**
 * A ring of files that import one another by value, or nothing. Such files cannot be read in any order.
 * @param imports  value imports between files, by path
 */
export function findCycle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): readonly string[] | undefined => {
    if (done.has(file)) return undefined;
    const before = way.indexOf(file);
    if (before >= 0) return [...way.slice(before), file];
    way.push(file);
    for (const next of imports.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle !== undefined) return cycle;
    }
    way.pop();
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const cycle = visit(file);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/[^\n]*/g, "$1");
