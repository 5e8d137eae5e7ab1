import type { BenchSet } from "../set.ts";

export const bench: BenchSet = async () => ({
  set: "darp",
  title: "darp",
  columns: [],
  rows: [],
  summary: [],
});
