import { readFileSync } from "node:fs";
import { dataFile } from "./data-file.ts";

/** Town names (町丁目) of Ube, for addresses at town level. */
export function readTowns(): readonly string[] {
  const [, ...lines] = readFileSync(dataFile("ube-towns.csv"), "utf8").trim().split("\n");
  return [...new Set(lines.map((line) => line.split(",")[3]!))];
}
