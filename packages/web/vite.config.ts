import { ROUTES } from "@noriai/api";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { chunkOf, firstPage } from "./first-page.ts";
import { appWorker } from "./worker/plugin.ts";

const VIRTUAL = "virtual:routes";

/** Gives the faces method and path of every route, without the schemas that describe them. */
function routeTable(): Plugin {
  const table = Object.fromEntries(
    Object.entries(ROUTES).map(([name, { method, path }]) => [name, [method, path]]),
  );
  return {
    name: "noriai-route-table",
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: (id) => (id === `\0${VIRTUAL}` ? `export default ${JSON.stringify(table)};` : undefined),
  };
}

const LIBRARIES = {
  name: "libraries",
  test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack\/[\w-]+)\//,
};

const { early, visit } = chunkOf(import.meta.dirname);

export default defineConfig({
  root: import.meta.dirname,
  // Every element is made by src/furigana/jsx-runtime.ts, which draws readings above their kanji.
  resolve: {
    alias: {
      "#furigana/jsx-runtime": `${import.meta.dirname}/src/furigana/jsx-runtime.ts`,
      "#furigana/jsx-dev-runtime": `${import.meta.dirname}/src/furigana/jsx-dev-runtime.ts`,
    },
  },
  plugins: [react({ jsxImportSource: "#furigana" }), tailwindcss(), routeTable(), firstPage(), appWorker()],
  build: {
    outDir: "dist",
    // Read by the budget command: which chunks are loaded together.
    manifest: true,
    // Browsers that cannot preload modules load them all the same.
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    // The content security policy allows no data: sources.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // What changes with our releases is apart from what does not: a new version is small to fetch.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: early, debugName: "early" }, LIBRARIES, { name: visit, debugName: "visit" }],
        },
      },
    },
  },
  server: { port: 5173, proxy: { "/api": { target: "http://127.0.0.1:8080", changeOrigin: false } } },
});
