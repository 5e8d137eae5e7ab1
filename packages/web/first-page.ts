import type { Plugin } from "vite";
import { type BuiltFile, closureOf } from "./worker/closure.ts";

/** What the entry asks for once it runs: the app, and a rider's first page. */
const FIRST = ["src/main.tsx", "src/rider/rider-home.tsx"] as const;
const [APP, PAGE] = FIRST;
const ENTRY = "src/first.ts";

/**
 * Names the scripts of a rider's first page in the entry document, so that a slow network brings them at once, and not a
 * round trip after the entry has run.
 */
export function firstPage(): Plugin {
  return {
    name: "noriai-first-page",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (bundle === undefined) return []; // pages as they are being written come one by one
        const files = Object.values(bundle) as BuiltFile[];
        return closureOf(files, chunksOf(files))
          .filter(({ fileName }) => fileName.endsWith(".js") && !html.includes(fileName))
          .map(({ fileName }) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
            injectTo: "head" as const,
          }));
      },
    },
  };
}

function chunksOf(files: readonly BuiltFile[]): readonly BuiltFile[] {
  return FIRST.map((source) => {
    const chunk = files.find((file) => file.facadeModuleId?.endsWith(source));
    if (chunk === undefined) throw new Error(`the build has no chunk of its own for ${source}`);
    return chunk;
  });
}

/** What a chunk's grouping may ask of a module. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

type Grouping = (id: string, modules: Modules) => string | null;

/**
 * Chunks of a rider's first visit: `early`, what the entry needs and must not wait for; `shell`, what every page stands on;
 * `ride`, what the rider's page adds. Left to itself the build makes thirty, and on a slow network a request costs more than
 * its bytes.
 */
export const chunkOf = (root: string): Record<"early" | "visit", Grouping> => ({
  early: naming([["early", `${root}/${ENTRY}`]]),
  visit: naming([
    ["shell", `${root}/${APP}`],
    ["ride", `${root}/${PAGE}`],
  ]),
});

/** Names what is imported by each of some files; what several import has the name of the first. */
function naming(files: readonly (readonly [name: string, id: string])[]): Grouping {
  let names: ReadonlyMap<string, string> | undefined;
  return (id, modules) => {
    names ??= new Map(
      files
        .flatMap(([name, file]) => importedBy(file, modules).map((known) => [known, name] as const))
        .reverse(),
    );
    return names.get(id) ?? null;
  };
}

/** Everything that is loaded together with a module; itself not, for it keeps a chunk of its own by which it is found. */
function importedBy(id: string, modules: Modules): readonly string[] {
  const found = new Set([id]);
  for (const one of found) for (const next of modules.getModuleInfo(one)?.importedIds ?? []) found.add(next);
  found.delete(id);
  return [...found];
}
