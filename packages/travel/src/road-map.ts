import type { EpochSeconds, Position } from "@noriai/kernel";
import type { IgnoredReason } from "./turn-restriction.ts";

/**
 * The drivable roads of a town, ready to be searched.
 *
 * A *segment* is a piece of road between two junctions. It has two directed *edges*: `2 × segment` in the direction it
 * was drawn and `2 × segment + 1` against it; `edge ^ 1` is the opposite edge and `edge >> 1` the segment. The search
 * runs over edges, not junctions, so that "from this street into that one" can be forbidden exactly.
 */
export interface RoadMap {
  readonly segmentCount: number;
  /** Junction at either end of each segment, numbered from 0. */
  readonly startJunctions: Uint32Array;
  readonly endJunctions: Uint32Array;
  /** Shape of segment s, ends included: points `shapeStarts[s]` to `shapeStarts[s + 1] - 1`, degrees × 10⁷. */
  readonly shapeStarts: Uint32Array;
  readonly shapeLatsE7: Int32Array;
  readonly shapeLngsE7: Int32Array;
  /** Length of each segment; at least 1. */
  readonly centimeters: Uint32Array;
  /** Driving time of each segment at free flow; at least 1. Milliseconds, so that a thousand segments add up exactly. */
  readonly milliseconds: Uint32Array;
  /** Index into `ROAD_CLASSES` per segment. */
  readonly roadClasses: Uint8Array;
  /** Index into `names` per segment; `names[0]` is "" (no name). */
  readonly nameIndexes: Uint32Array;
  readonly names: readonly string[];
  /** OpenStreetMap id of the way a segment was cut from. */
  readonly wayIds: Float64Array;
  /** Per edge: 1 when cars may drive in this direction. */
  readonly driveable: Uint8Array;
  /** Per edge: 1 when it belongs to the largest strongly connected part; only these are searched and snapped to. */
  readonly core: Uint8Array;
  /** Edges that may follow core edge e: `turnTo[turnStarts[e]]` to `turnTo[turnStarts[e + 1] - 1]`, all core. */
  readonly turnStarts: Uint32Array;
  readonly turnTo: Uint32Array;
  readonly report: MapReport;
}

/** What was found in a map file, to be shown to the person who brought it. */
export interface MapReport {
  readonly source: MapSource;
  /** Ways that cars may drive, inside the area. */
  readonly ways: number;
  /** Highways left out: closed to cars. */
  readonly waysClosedToCars: number;
  readonly oneWayWays: number;
  readonly junctions: number;
  readonly shapePoints: number;
  readonly segments: number;
  /** Directed edges that may be driven. */
  readonly edges: number;
  /** References to nodes that the file does not hold (an extract cut there). */
  readonly nodesMissing: number;
  readonly turnRestrictions: {
    readonly used: number;
    readonly ignored: Readonly<Record<IgnoredReason, number>>;
  };
  /** Length of all roads, each counted once. */
  readonly kilometers: number;
  /** Share of that length that lies in the largest strongly connected part, in thousandths. */
  readonly coreLengthPermille: number;
  readonly bounds: { readonly southWest: Position; readonly northEast: Position };
}

/** Where a map came from; shown with every map drawn from it. */
export interface MapSource {
  readonly sha256: string;
  readonly bytes: number;
  /** Until when the source data was complete, when the file says so. */
  readonly dataAt: EpochSeconds | undefined;
  readonly attribution: string;
}

export const edgeCountOf = (map: RoadMap): number => map.segmentCount * 2;
