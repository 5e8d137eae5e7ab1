import { fail, ok, type Result } from "@noriai/kernel";
import type { Area } from "./area.ts";
import { banTurns, type TurnBans } from "./ban-turns.ts";
import { countTurnsAtMost, type EdgeGraph, edgeGraphOf } from "./edge-graph.ts";
import type { MapFault } from "./map-fault.ts";
import type { OsmData } from "./osm-data.ts";
import type { MapReport, MapSource, RoadMap } from "./road-map.ts";
import { type Segment, type SplitRoads, splitRoads } from "./split-roads.ts";
import { largestStrongComponent } from "./strong-component.ts";
import { listTurns, type Turns } from "./turns.ts";

const TURNS_MAX = 40_000_000; // a prefecture has about 10 million

/** Builds the road map of the roads that cars may drive, inside `area` when one is given. */
export function buildRoadMap({
  osm,
  area,
  source,
}: {
  readonly osm: OsmData;
  readonly area?: Area | undefined;
  readonly source: MapSource;
}): Result<RoadMap, MapFault> {
  const roads = splitRoads(osm, area);
  const { segments } = roads;
  if (roads.ways + roads.roadsOutside === 0) return fail({ kind: "no-roads", waysRead: osm.ways.length });
  if (segments.length === 0)
    return area
      ? fail({ kind: "no-roads-in-area", roadsOutside: roads.roadsOutside })
      : fail({ kind: "no-roads", waysRead: osm.ways.length });

  const graph = edgeGraphOf(segments, osm);
  const turnsAtMost = countTurnsAtMost(graph);
  if (turnsAtMost > TURNS_MAX)
    return fail({ kind: "too-large", what: "turns", size: turnsAtMost, sizeMax: TURNS_MAX });
  const bans = banTurns(osm, segments, graph);
  const allTurns = listTurns(graph, bans);
  const core = largestStrongComponent({ ...allTurns, driveable: graph.driveable });
  const edges = count(graph.driveable);
  if (count(core) < 2) return fail({ kind: "not-connected", edges });

  const arrays = arraysOf(segments, osm);
  return ok({
    ...arrays,
    segmentCount: segments.length,
    startJunctions: Uint32Array.from(segments, (_, segment) => graph.origins[2 * segment]!),
    endJunctions: Uint32Array.from(segments, (_, segment) => graph.origins[2 * segment + 1]!),
    driveable: graph.driveable,
    core,
    ...turnsWithin(core, allTurns),
    report: reportOf({ roads, graph, bans, core, source, arrays }),
  });
}

/** Keeps the turns between core edges; a drive between two core edges never needs another. */
function turnsWithin(core: Uint8Array, all: Turns): Turns {
  const turnStarts = new Uint32Array(all.turnStarts.length);
  const kept: number[] = [];
  for (let edge = 0; edge < core.length; edge++) {
    if (core[edge])
      for (const next of all.turnTo.subarray(all.turnStarts[edge], all.turnStarts[edge + 1]))
        if (core[next]) kept.push(next);
    turnStarts[edge + 1] = kept.length;
  }
  return { turnStarts, turnTo: Uint32Array.from(kept) };
}

type SegmentArrays = Pick<
  RoadMap,
  | "shapeStarts"
  | "shapeLatsE7"
  | "shapeLngsE7"
  | "centimeters"
  | "milliseconds"
  | "roadClasses"
  | "nameIndexes"
  | "names"
  | "wayIds"
>;

function arraysOf(segments: readonly Segment[], osm: OsmData): SegmentArrays {
  const shapeStarts = new Uint32Array(segments.length + 1);
  segments.forEach(({ nodeIds }, segment) => {
    shapeStarts[segment + 1] = shapeStarts[segment]! + nodeIds.length;
  });
  const shapeLatsE7 = new Int32Array(shapeStarts[segments.length]!);
  const shapeLngsE7 = new Int32Array(shapeStarts[segments.length]!);
  const names = new Map<string, number>([["", 0]]);
  const nameIndexes = new Uint32Array(segments.length);
  segments.forEach(({ nodeIds, name }, segment) => {
    nodeIds.forEach((nodeId, i) => {
      shapeLatsE7[shapeStarts[segment]! + i] = osm.nodes.get(nodeId)!.latE7;
      shapeLngsE7[shapeStarts[segment]! + i] = osm.nodes.get(nodeId)!.lngE7;
    });
    nameIndexes[segment] = names.getOrInsert(name, names.size);
  });
  return {
    shapeStarts,
    shapeLatsE7,
    shapeLngsE7,
    centimeters: Uint32Array.from(segments, ({ centimeters }) => centimeters),
    milliseconds: Uint32Array.from(segments, ({ milliseconds }) => milliseconds),
    roadClasses: Uint8Array.from(segments, ({ roadClass }) => roadClass),
    nameIndexes,
    names: [...names.keys()],
    wayIds: Float64Array.from(segments, ({ wayId }) => wayId),
  };
}

function reportOf({
  roads,
  graph,
  bans,
  core,
  source,
  arrays,
}: {
  readonly roads: SplitRoads;
  readonly graph: EdgeGraph;
  readonly bans: TurnBans;
  readonly core: Uint8Array;
  readonly source: MapSource;
  readonly arrays: SegmentArrays;
}): MapReport {
  let total = 0;
  let inCore = 0;
  arrays.centimeters.forEach((length, segment) => {
    total += length;
    if (core[2 * segment] || core[2 * segment + 1]) inCore += length;
  });
  return {
    source,
    ways: roads.ways,
    waysClosedToCars: roads.waysClosedToCars,
    oneWayWays: roads.oneWayWays,
    junctions: graph.junctions.size,
    shapePoints: arrays.shapeLatsE7.length,
    segments: roads.segments.length,
    edges: count(graph.driveable),
    nodesMissing: roads.nodesMissing,
    turnRestrictions: { used: bans.used, ignored: bans.ignored },
    kilometers: Math.round(total / 100_000),
    coreLengthPermille: Math.floor((inCore * 1000) / total),
    bounds: boundsOf(arrays),
  };
}

function boundsOf({ shapeLatsE7, shapeLngsE7 }: SegmentArrays): MapReport["bounds"] {
  const least = (values: Int32Array): number => values.reduce((a, b) => Math.min(a, b)) / 1e7;
  const most = (values: Int32Array): number => values.reduce((a, b) => Math.max(a, b)) / 1e7;
  return {
    southWest: { lat: least(shapeLatsE7), lng: least(shapeLngsE7) },
    northEast: { lat: most(shapeLatsE7), lng: most(shapeLngsE7) },
  };
}

const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);
