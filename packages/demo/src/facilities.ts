import { readFileSync } from "node:fs";
import { assert, type Position } from "@noriai/kernel";
import { dataFile } from "./data-file.ts";

/** A public facility of `data/ube-places.csv`. */
export interface Facility {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly position: Position;
}

/** Every facility of the table by its id. */
export function readFacilities(): ReadonlyMap<string, Facility> {
  const [head, ...lines] = readFileSync(dataFile("ube-places.csv"), "utf8").trim().split("\n");
  assert(head === "id,kind,name,address,lat,lng,ward_code", "ube-places.csv has its columns");
  return new Map(lines.map(facilityOf).map((facility) => [facility.id, facility]));
}

function facilityOf(line: string): Facility {
  const [id, , name, address, lat, lng] = line.split(",");
  assert(id !== undefined && name !== undefined && address !== undefined, `a facility has a name: ${line}`);
  return { id, name, address, position: { lat: Number(lat), lng: Number(lng) } };
}
