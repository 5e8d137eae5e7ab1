import { greatCircleMeters } from "@noriai/kernel";
import type { Area } from "./area.ts";
import { isBarrierToCars, isOpenToCars } from "./car-access.ts";
import { type DrivingDirection, drivingDirection } from "./one-way.ts";
import type { OsmData, OsmNode, OsmWay } from "./osm-data.ts";
import { metersPerHourOf, roadClassOf } from "./speed.ts";

/** A piece of road between two junctions, as it comes out of the source. */
export interface Segment {
  readonly wayId: number;
  readonly nodeIds: readonly number[];
  readonly direction: DrivingDirection;
  readonly centimeters: number;
  readonly milliseconds: number;
  readonly roadClass: number;
  readonly name: string;
}

export interface SplitRoads {
  readonly segments: readonly Segment[];
  readonly ways: number;
  readonly waysClosedToCars: number;
  readonly oneWayWays: number;
  readonly roadsOutside: number;
  readonly nodesMissing: number;
}

/**
 * Picks the ways that cars may drive, cuts them at the area and at every junction.
 *
 * A stretch between two nodes stays when either of them lies in the area: the last stretch reaches over the boundary
 * rather than ending short of it.
 */
export function splitRoads(osm: OsmData, area: Area | undefined): SplitRoads {
  const open = osm.ways.filter((way) => isOpenToCars(way.tags) && drivingDirection(way.tags) !== "none");
  const isInside = insideOf(osm, area);
  const counts = { nodesMissing: 0 };
  const runs: Run[] = [];
  let roadsOutside = 0;
  let oneWayWays = 0;
  for (const way of open) {
    const wayRuns = runsOf(way, osm, isInside, counts);
    if (wayRuns.length === 0) roadsOutside++;
    else if (drivingDirection(way.tags) !== "both") oneWayWays++;
    for (const nodeIds of wayRuns) runs.push({ way, nodeIds });
  }
  const isJunction = junctionsOf(runs, osm);
  const segments = runs.flatMap((run) => cutAtJunctions(run, isJunction, osm));
  return {
    segments,
    ways: open.length - roadsOutside,
    waysClosedToCars: osm.ways.length - open.length,
    oneWayWays,
    roadsOutside,
    nodesMissing: counts.nodesMissing,
  };
}

/** An unbroken stretch of a way whose nodes are all known and whose pieces lie in the area. */
interface Run {
  readonly way: OsmWay;
  readonly nodeIds: readonly number[];
}

function insideOf(osm: OsmData, area: Area | undefined): (nodeId: number) => boolean {
  if (area === undefined) return () => true;
  const known = new Map<number, boolean>();
  return (nodeId) => {
    const before = known.get(nodeId);
    if (before !== undefined) return before;
    const node = osm.nodes.get(nodeId);
    const inside = node !== undefined && area({ lat: node.latE7 / 1e7, lng: node.lngE7 / 1e7 });
    known.set(nodeId, inside);
    return inside;
  };
}

function runsOf(
  way: OsmWay,
  osm: OsmData,
  isInside: (nodeId: number) => boolean,
  counts: { nodesMissing: number },
): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let before: number | undefined;
  for (const nodeId of way.refs) {
    if (nodeId === before) continue;
    const isKnown = osm.nodes.has(nodeId);
    if (!isKnown) counts.nodesMissing++;
    const isJoined = isKnown && before !== undefined && (isInside(before) || isInside(nodeId));
    if (!isJoined) {
      if (run.length >= 2) runs.push(run);
      run = [];
    }
    if (isKnown) run.push(nodeId);
    before = isKnown ? nodeId : undefined;
  }
  if (run.length >= 2) runs.push(run);
  return runs;
}

/** A junction is where roads meet, end or are barred. */
function junctionsOf(runs: readonly Run[], osm: OsmData): (nodeId: number) => boolean {
  const seen = new Set<number>();
  const junctions = new Set<number>();
  for (const { nodeIds } of runs) {
    junctions.add(nodeIds[0]!).add(nodeIds.at(-1)!);
    for (const nodeId of nodeIds) {
      if (seen.has(nodeId) || isBarrierToCars(osm.nodes.get(nodeId)?.tags)) junctions.add(nodeId);
      seen.add(nodeId);
    }
  }
  return (nodeId) => junctions.has(nodeId);
}

function cutAtJunctions(run: Run, isJunction: (nodeId: number) => boolean, osm: OsmData): Segment[] {
  const segments: Segment[] = [];
  let begin = 0;
  for (let i = 1; i < run.nodeIds.length; i++) {
    if (!isJunction(run.nodeIds[i]!)) continue;
    segments.push(segmentOf(run.way, run.nodeIds.slice(begin, i + 1), osm));
    begin = i;
  }
  return segments;
}

function segmentOf({ id, tags }: OsmWay, nodeIds: readonly number[], osm: OsmData): Segment {
  let meters = 0;
  for (let i = 1; i < nodeIds.length; i++)
    meters += distanceOf(osm.nodes.get(nodeIds[i - 1]!)!, osm.nodes.get(nodeIds[i]!)!);
  return {
    wayId: id,
    nodeIds,
    direction: drivingDirection(tags),
    centimeters: Math.max(1, Math.round(meters * 100)),
    milliseconds: Math.max(1, Math.round((meters * 3_600_000) / metersPerHourOf(tags))),
    roadClass: roadClassOf(tags),
    name: tags.name ?? tags.ref ?? "",
  };
}

const distanceOf = (from: OsmNode, to: OsmNode): number =>
  greatCircleMeters(
    { lat: from.latE7 / 1e7, lng: from.lngE7 / 1e7 },
    { lat: to.latE7 / 1e7, lng: to.lngE7 / 1e7 },
  );
