import { greatCircleMeters } from "@noriai/kernel";
import type { RoadMap } from "./road-map.ts";
import type { RoadPoint } from "./road-point.ts";
import { RoadSearch } from "./search.ts";
import { FREE_FLOW, type Permille, wholeMeters, wholeSeconds } from "./travel-times.ts";

/** The fastest drive from one point to another, to be drawn. */
export interface DrivenPath {
  readonly seconds: number;
  readonly meters: number;
  /** Longitude, latitude in degrees, from the first point to the last, both included; at least two places. */
  readonly line: readonly (readonly [lng: number, lat: number])[];
}

/** Finds the drive that the matrix measures: same seconds, same metres. */
export function path({
  map,
  from,
  to,
  permille = FREE_FLOW,
}: {
  readonly map: RoadMap;
  readonly from: RoadPoint;
  readonly to: RoadPoint;
  readonly permille?: Permille;
}): DrivenPath {
  const search = new RoadSearch(map);
  search.start(from, [to]);
  const arrival = search.arrivalAt(to);
  const edges = search.edgesTo(arrival);
  const line: [number, number][] = [[from.position.lng, from.position.lat]];
  edges.forEach((edge, i) => {
    const begin = i === 0 ? from.offsetCentimeters : edge & 1 ? Number.POSITIVE_INFINITY : -1;
    const end = i === edges.length - 1 ? to.offsetCentimeters : edge & 1 ? -1 : Number.POSITIVE_INFINITY;
    for (const place of shapeBetween({ map, edge, begin, end })) pushNew(line, place);
  });
  pushNew(line, [to.position.lng, to.position.lat]);
  if (line.length === 1) line.push([...line[0]!]);
  return { seconds: wholeSeconds(arrival, permille), meters: wholeMeters(arrival), line };
}

/** The shape points of an edge strictly between two offsets of its segment, in driving direction. */
function shapeBetween({
  map,
  edge,
  begin,
  end,
}: {
  readonly map: RoadMap;
  readonly edge: number;
  readonly begin: number;
  readonly end: number;
}): [number, number][] {
  const segment = edge >> 1;
  const [least, most] = edge & 1 ? [end, begin] : [begin, end];
  const places: [number, number][] = [];
  let meters = 0;
  for (let point = map.shapeStarts[segment]!; point < map.shapeStarts[segment + 1]!; point++) {
    if (point > map.shapeStarts[segment]!)
      meters += greatCircleMeters(positionOf(map, point - 1), positionOf(map, point));
    const centimeters = Math.round(meters * 100);
    const { lng, lat } = positionOf(map, point);
    if (centimeters > least && centimeters < most) places.push([lng, lat]);
  }
  return edge & 1 ? places.reverse() : places;
}

function pushNew(line: [number, number][], place: [number, number]): void {
  const last = line.at(-1)!;
  if (last[0] !== place[0] || last[1] !== place[1]) line.push(place);
}

const positionOf = (map: RoadMap, point: number): { lat: number; lng: number } => ({
  lat: map.shapeLatsE7[point]! / 1e7,
  lng: map.shapeLngsE7[point]! / 1e7,
});
