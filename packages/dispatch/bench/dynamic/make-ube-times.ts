/**
 * Writes `bench/data/dynamic/ube-times.json`: driving seconds between the demo town's stops and its depot, by road.
 * Run after the map or the stops have changed: `node packages/dispatch/bench/dynamic/make-ube-times.ts`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { buildDemoTown } from "@noriai/demo";
import { serviceDate } from "@noriai/kernel";
import { importMap, OSM_ATTRIBUTION, snapAll, travelTimes } from "@noriai/travel";
import { dataFolder } from "../data-folder.ts";

const { service, mapFile } = buildDemoTown({ today: serviceDate("2026-04-01") });
const map = importMap({ pbf: readFileSync(mapFile!) });
if (!map.ok) throw new Error(map.error.kind);
const depot = service.vehicles[0]!.depot;
const places = [{ id: "depot", position: depot.position }, ...service.stops];
const { snapped, refused } = snapAll({ map: map.value, places, withinMeters: 500 });
if (refused.length > 0) throw new Error(JSON.stringify(refused));
const points = places.map(({ id }) => snapped.get(id)!);
const { seconds, placeCount } = travelTimes({ map: map.value, points });
const rows = points.map((_, k) => `    [${seconds.slice(k * placeCount, (k + 1) * placeCount).join(", ")}]`);
writeFileSync(
  dataFolder("dynamic/ube-times.json"),
  `{\n  "attribution": "${OSM_ATTRIBUTION}, ODbL 1.0",\n  "places": ${JSON.stringify(places.map(({ id }) => id))},\n  "seconds": [\n${rows.join(",\n")}\n  ]\n}\n`,
);
