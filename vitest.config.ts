import { defineConfig } from "vitest/config";

const WITH_DATABASE = [
  "packages/store/test/**/*.test.ts",
  "packages/server/test/**/*.test.ts",
  "packages/cli/test/with-database/*.test.ts",
];
const WITH_BROWSER = ["test/e2e/**/*.test.ts"];
/** These look at the clock on the wall, or compare two durations: nothing else runs beside them. */
const TIMED = [
  "packages/server/test/{delay-list,improve,intake-stop,one-time-codes,start-stop}.test.ts",
  "test/e2e/{budget,intake-stop,living-town,offline-drill,start-and-stop}.test.ts",
];
const PATIENT = { testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "fast",
          include: ["packages/*/test/**/*.test.{ts,tsx}", "test/*.test.ts"],
          exclude: [...WITH_DATABASE, ...TIMED],
          testTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "database",
          include: WITH_DATABASE,
          exclude: TIMED,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "browser",
          include: WITH_BROWSER,
          exclude: TIMED,
          ...PATIENT,
          // A browser that draws without a graphics card fills two processors by itself.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "timed",
          include: TIMED,
          ...PATIENT,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
