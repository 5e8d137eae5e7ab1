import type { BenchSet } from "../set.ts";

export const bench: BenchSet = async () => ({
  set: "dynamic",
  title: "dynamic",
  columns: [],
  rows: [],
  summary: [],
});
