import { readFileSync } from "node:fs";
import { seededRandom } from "@noriai/kernel";
import { buildRoadMap } from "../src/build-road-map.ts";
import { type RoadMap, type RoadPoint, snap } from "../src/index.ts";
import type { OsmData } from "../src/osm-data.ts";
import { readOsm } from "../src/read-osm.ts";
import { isSamePoint } from "../src/road-point.ts";
import { TEST_SOURCE } from "./town.ts";

export const ubePbf = (): Buffer =>
  readFileSync(new URL("../../demo/data/ube-roads.osm.pbf", import.meta.url));
export const heidelbergPbf = (): Buffer =>
  readFileSync(new URL("./data/heidelberg-roads.osm.pbf", import.meta.url));

export function readSound(pbf: Uint8Array): OsmData {
  const osm = readOsm(pbf);
  if (!osm.ok) throw new Error(JSON.stringify(osm.error));
  return osm.value;
}

export function buildSound(osm: OsmData): RoadMap {
  const map = buildRoadMap({ osm, source: TEST_SOURCE });
  if (!map.ok) throw new Error(JSON.stringify(map.error));
  return map.value;
}

/** `count` different points on the roads, spread over the map by a seed. */
export function pointsOn(map: RoadMap, count: number, seed: number): RoadPoint[] {
  const random = seededRandom(seed);
  const { southWest, northEast } = map.report.bounds;
  const points: RoadPoint[] = [];
  while (points.length < count) {
    const position = {
      lat: southWest.lat + random() * (northEast.lat - southWest.lat),
      lng: southWest.lng + random() * (northEast.lng - southWest.lng),
    };
    const point = snap({ map, position, withinMeters: 1000 });
    if (point.ok && !points.some((other) => isSamePoint(other, point.value))) points.push(point.value);
  }
  return points;
}
