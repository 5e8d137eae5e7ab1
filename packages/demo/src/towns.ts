import { readFileSync } from "node:fs";
import { assert, type Position } from "@noriai/kernel";
import { dataFile } from "./data-file.ts";

/** A 町丁目 and a point in it. */
export interface TownPoint extends Position {
  readonly name: string;
}

/** Town names (町丁目) of Ube, for addresses at town level. */
export const readTowns = (): readonly string[] => [...new Set(rows().map(({ town }) => town))];

/** Every 町丁目 and 小字 of Ube with its representative point, for finding a stop near an address. */
export const readTownPoints = (): readonly TownPoint[] =>
  rows()
    .filter(({ lat, lng }) => lat !== "" && lng !== "") // of some, no point is known
    .map(({ town, koaza, lat, lng }) => ({ name: `${town}${koaza}`, lat: Number(lat), lng: Number(lng) }));

function rows() {
  const [head, ...lines] = readFileSync(dataFile("ube-towns.csv"), "utf8").trim().split("\n");
  assert(head === "code,pref,city,town,koaza,lat,lng", "ube-towns.csv has its columns");
  return lines.map((line) => {
    const [, , , town = "", koaza = "", lat = "", lng = ""] = line.split(",");
    return { town, koaza, lat, lng };
  });
}
