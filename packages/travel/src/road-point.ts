import type { Position } from "@noriai/kernel";
import type { RoadMap } from "./road-map.ts";

/** A place on the road: a point of one segment of one road map. */
export interface RoadPoint {
  readonly segment: number;
  /** Centimetres from the segment's start, 0 to its length. */
  readonly offsetCentimeters: number;
  readonly position: Position;
  /** How far the place that was asked for lies from the road, whole metres. */
  readonly metersAway: number;
}

/** Milliseconds at free flow from the segment's start to the point. */
export const millisecondsTo = (map: RoadMap, { segment, offsetCentimeters }: RoadPoint): number =>
  Math.round((map.milliseconds[segment]! * offsetCentimeters) / map.centimeters[segment]!);

/** Whether two points are one and the same place of the road. */
export const isSamePoint = (a: RoadPoint, b: RoadPoint): boolean =>
  a.segment === b.segment && a.offsetCentimeters === b.offsetCentimeters;
