import { createHash } from "node:crypto";
import type { Result } from "@noriai/kernel";
import { parseArea } from "./area.ts";
import { buildRoadMap } from "./build-road-map.ts";
import type { MapFault } from "./map-fault.ts";
import { readDataInstant } from "./pbf-header.ts";
import { readOsm } from "./read-osm.ts";
import type { MapSource, RoadMap } from "./road-map.ts";

export const OSM_ATTRIBUTION = "© OpenStreetMap contributors";

/**
 * Turns an `.osm.pbf` file into a road map. Pure: bytes in, value out.
 *
 * @param pbf   the whole file
 * @param area  GeoJSON (parsed JSON, not yet trusted) to which the roads are cut; without it all roads are kept
 * @returns the map, or the reason why there is none; never throws on bad input
 */
export function importMap({
  pbf,
  area,
}: {
  readonly pbf: Uint8Array;
  readonly area?: unknown;
}): Result<RoadMap, MapFault> {
  const inside = area === undefined ? undefined : parseArea(area);
  if (inside && !inside.ok) return inside;
  const osm = readOsm(pbf);
  if (!osm.ok) return osm;
  return buildRoadMap({ osm: osm.value, area: inside?.value, source: sourceOf(pbf) });
}

const sourceOf = (pbf: Uint8Array): MapSource => ({
  sha256: createHash("sha256").update(pbf).digest("hex"),
  bytes: pbf.length,
  dataAt: readDataInstant(pbf),
  attribution: OSM_ATTRIBUTION,
});
