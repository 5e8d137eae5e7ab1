import { defineConfig } from "vitest/config";

/** The tests that judge mutants of the feasibility code: those that look at each limit closely, within a second. */
export default defineConfig({
  test: {
    include: [
      "test/exact-times.test.ts",
      "test/feasibility-edges.test.ts",
      "test/travel-times.test.ts",
      "test/edges/*.test.ts",
      "test/A23-*.test.ts",
      "test/A24-*.test.ts",
    ],
    testTimeout: 60_000,
  },
});
