import { defineConfig } from "vitest/config";

/** Tests that need a database, ports or a browser: one file at a time, after the others. */
const SERIAL = [
  "packages/store/test/**/*.test.ts",
  "packages/server/test/**/*.test.ts",
  "packages/cli/test/with-database/*.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "fast",
          include: ["packages/*/test/**/*.test.{ts,tsx}", "test/*.test.ts"],
          exclude: SERIAL,
          testTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "database",
          include: SERIAL,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
