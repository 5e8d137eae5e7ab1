import type { Plugin } from "vite";
import { type BuiltFile, closureOf } from "./worker/closure.ts";

/** A rider's first page, which the entry asks for once it runs. */
const PAGE = "src/rider/rider-home.tsx";

/**
 * Names the scripts of a rider's first page in the entry document, so that a slow network brings them while the
 * libraries are still on their way, and not a round trip after these have run.
 */
export function firstPage(): Plugin {
  return {
    name: "noriai-first-page",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (bundle === undefined) return []; // pages as they are being written come one by one
        const files = Object.values(bundle) as BuiltFile[];
        const page = files.find((file) => file.facadeModuleId?.endsWith(PAGE));
        if (page === undefined) throw new Error(`the build has no chunk of its own for ${PAGE}`);
        return closureOf(files, [page])
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
