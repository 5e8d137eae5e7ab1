import { isBarrierToCars } from "./car-access.ts";
import type { OsmData } from "./osm-data.ts";
import type { Segment } from "./split-roads.ts";

/** The directed graph of all driveable roads, before it is reduced to its connected part. */
export interface EdgeGraph {
  /** Per edge: 1 when cars may drive it. */
  readonly driveable: Uint8Array;
  /** Per edge: the junction where it begins; the one where it ends is `origins[edge ^ 1]`. */
  readonly origins: Uint32Array;
  /** Edges that begin at junction j, driveable or not: `leaving[leavingStarts[j]]` to `leaving[leavingStarts[j + 1] - 1]`. */
  readonly leavingStarts: Uint32Array;
  readonly leaving: Uint32Array;
  /** Junctions by OpenStreetMap node id, numbered in the order of the segments. */
  readonly junctions: ReadonlyMap<number, number>;
  /** Per junction: 1 when cars cannot pass over it. */
  readonly barred: Uint8Array;
}

/** Joins segments to a graph at the nodes that they share. */
export function edgeGraphOf(segments: readonly Segment[], osm: OsmData): EdgeGraph {
  const junctions = new Map<number, number>();
  const driveable = new Uint8Array(segments.length * 2);
  const origins = new Uint32Array(segments.length * 2);
  segments.forEach(({ nodeIds, direction }, segment) => {
    origins[2 * segment] = junctions.getOrInsert(nodeIds[0]!, junctions.size);
    origins[2 * segment + 1] = junctions.getOrInsert(nodeIds.at(-1)!, junctions.size);
    driveable[2 * segment] = direction === "backward" ? 0 : 1;
    driveable[2 * segment + 1] = direction === "forward" ? 0 : 1;
  });
  const barred = new Uint8Array(junctions.size);
  for (const [nodeId, junction] of junctions)
    if (isBarrierToCars(osm.nodes.get(nodeId)?.tags)) barred[junction] = 1;
  return { driveable, origins, ...leavingOf(origins, junctions.size), junctions, barred };
}

/** How many turns a table of all turns would hold: at each junction everything in, times everything out. */
export function countTurnsAtMost({ leavingStarts }: EdgeGraph): number {
  let turns = 0;
  for (let junction = 1; junction < leavingStarts.length; junction++)
    turns += (leavingStarts[junction]! - leavingStarts[junction - 1]!) ** 2;
  return turns;
}

function leavingOf(
  origins: Uint32Array,
  junctionCount: number,
): Pick<EdgeGraph, "leavingStarts" | "leaving"> {
  const leavingStarts = new Uint32Array(junctionCount + 1);
  for (const origin of origins) leavingStarts[origin + 1]!++;
  for (let junction = 0; junction < junctionCount; junction++)
    leavingStarts[junction + 1]! += leavingStarts[junction]!;
  const leaving = new Uint32Array(origins.length);
  const next = leavingStarts.slice();
  origins.forEach((origin, edge) => {
    leaving[next[origin]!++] = edge;
  });
  return { leavingStarts, leaving };
}
