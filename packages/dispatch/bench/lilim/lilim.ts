import type { BenchSet } from "../set.ts";

export const bench: BenchSet = async () => ({
  set: "lilim",
  title: "lilim",
  columns: [],
  rows: [],
  summary: [],
});
