import type { FeatureCollection, MultiLineString } from "geojson";
import { type JoinableLine, joinLines, type Place } from "./join-lines.ts";
import type { RoadMap } from "./road-map.ts";
import { simplifyLine } from "./simplify-line.ts";
import { ROAD_CLASSES } from "./speed.ts";

/** Roads to be drawn: one feature per road class and street name, great roads first. */
export type BaseMap = FeatureCollection<MultiLineString, BaseMapRoad> & {
  /** To be shown beside the map: the licence of the data asks for it. */
  readonly attribution: string;
};

interface BaseMapRoad {
  readonly class: (typeof ROAD_CLASSES)[number]["name"];
  readonly name?: string;
}

/** Half the width of a lane: nobody sees the difference on a screen. */
const SIMPLIFY_METERS = 2;
const DECIMALS = 5; // about one metre

/**
 * Draws the base map from the same roads that are driven on, so that no tile server is needed.
 *
 * All drivable roads, also those outside the connected part; segments of one name joined, shapes simplified, coordinates
 * cut to five decimals.
 */
export function baseMap(map: RoadMap): BaseMap {
  const groups = Map.groupBy(
    Array.from({ length: map.segmentCount }, (_, segment) => segment),
    (segment) => map.roadClasses[segment]! * map.names.length + map.nameIndexes[segment]!,
  );
  const features = [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([, segments]) => featureOf(map, segments))
    .filter(({ geometry }) => geometry.coordinates.length > 0);
  return { type: "FeatureCollection", attribution: map.report.source.attribution, features };
}

function featureOf(map: RoadMap, segments: readonly number[]): BaseMap["features"][number] {
  const roadClass = ROAD_CLASSES[map.roadClasses[segments[0]!]!]!.name;
  const name = map.names[map.nameIndexes[segments[0]!]!]!;
  const lines = joinLines(segments.map((segment) => lineOf(map, segment)));
  const coordinates = lines
    .map((line) => withoutRepeats(simplifyLine(line, SIMPLIFY_METERS).map(cutDecimals)))
    .filter((line) => line.length >= 2);
  return {
    type: "Feature",
    properties: name === "" ? { class: roadClass } : { class: roadClass, name },
    geometry: { type: "MultiLineString", coordinates },
  };
}

function lineOf(map: RoadMap, segment: number): JoinableLine {
  const places: Place[] = [];
  for (let point = map.shapeStarts[segment]!; point < map.shapeStarts[segment + 1]!; point++)
    places.push([map.shapeLngsE7[point]! / 1e7, map.shapeLatsE7[point]! / 1e7]);
  return { from: map.startJunctions[segment]!, to: map.endJunctions[segment]!, places };
}

const cutDecimals = ([lng, lat]: Place): [number, number] => [
  Number(lng.toFixed(DECIMALS)),
  Number(lat.toFixed(DECIMALS)),
];

const withoutRepeats = (line: [number, number][]): [number, number][] =>
  line.filter(([lng, lat], i) => i === 0 || lng !== line[i - 1]![0] || lat !== line[i - 1]![1]);
