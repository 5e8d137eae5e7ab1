import type { OsmData } from "./osm-data.ts";
import type { Segment } from "./split-roads.ts";
import { type IgnoredReason, readTurnRestriction, type TurnRestriction } from "./turn-restriction.ts";

/** The directed graph before it is reduced to its connected part. */
export interface EdgeGraph {
  /** Per edge: 1 when cars may drive it. */
  readonly driveable: Uint8Array;
  /** Per edge: the junction where it begins; the one where it ends is `origins[edge ^ 1]`. */
  readonly origins: Uint32Array;
  readonly junctionCount: number;
  /** Per junction: 1 when cars cannot pass over it. */
  readonly barred: Uint8Array;
}

export interface Turns {
  /** Edges that may follow edge e: `turnTo[turnStarts[e]]` to `turnTo[turnStarts[e + 1] - 1]`. */
  readonly turnStarts: Uint32Array;
  readonly turnTo: Uint32Array;
  readonly used: number;
  readonly ignored: Record<IgnoredReason, number>;
}

/**
 * Lists which edge may follow which.
 *
 * A vehicle never turns back on the road except where there is no other way on (a dead end, a bollard). A turn
 * restriction takes turns away, also that last resort.
 */
export function listTurns(graph: EdgeGraph, bans: TurnBans): Pick<Turns, "turnStarts" | "turnTo"> {
  const edgeCount = graph.driveable.length;
  const leaving = leavingEdges(graph);
  const turnStarts = new Uint32Array(edgeCount + 1);
  const turnTo: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    if (graph.driveable[edge]) {
      const junction = graph.origins[edge ^ 1]!;
      const before = turnTo.length;
      for (let i = leaving.starts[junction]!; i < leaving.starts[junction + 1]!; i++) {
        const next = leaving.edges[i]!;
        if (next !== (edge ^ 1) && !graph.barred[junction] && bans.allows(edge, next)) turnTo.push(next);
      }
      const isStuck = turnTo.length === before;
      if (isStuck && graph.driveable[edge ^ 1] && bans.allows(edge, edge ^ 1)) turnTo.push(edge ^ 1);
    }
    turnStarts[edge + 1] = turnTo.length;
  }
  return { turnStarts, turnTo: Uint32Array.from(turnTo) };
}

/** The turn restrictions of a source, put onto edges. */
export interface TurnBans {
  readonly allows: (edge: number, next: number) => boolean;
  readonly used: number;
  readonly ignored: Record<IgnoredReason, number>;
}

/** Finds the edges that each restriction speaks of. A restriction whose roads do not meet at its point is ignored. */
export function banTurns(osm: OsmData, segments: readonly Segment[], { driveable }: EdgeGraph): TurnBans {
  const forbidden = new Map<number, Set<number>>();
  const onlyAllowed = new Map<number, Set<number>>();
  const ignored = { "not-for-cars": 0, conditional: 0, "via-way": 0, incomplete: 0, "off-map": 0 };
  const segmentsOfWay = Map.groupBy(segments.keys(), (segment) => segments[segment]!.wayId);
  let used = 0;

  const edgesAt = (wayIds: readonly number[], node: number, end: "arriving" | "leaving"): number[] =>
    wayIds.flatMap((wayId) =>
      (segmentsOfWay.get(wayId) ?? []).flatMap((segment) => {
        const nodeIds = segments[segment]!.nodeIds;
        const edges: number[] = [];
        if ((end === "arriving" ? nodeIds.at(-1) : nodeIds[0]) === node) edges.push(2 * segment);
        if ((end === "arriving" ? nodeIds[0] : nodeIds.at(-1)) === node) edges.push(2 * segment + 1);
        return edges.filter((edge) => driveable[edge]);
      }),
    );

  for (const relation of osm.relations) {
    const restriction = readTurnRestriction(relation);
    if (typeof restriction === "string") {
      ignored[restriction]++;
      continue;
    }
    const arriving = edgesAt(restriction.fromWays, restriction.viaNode, "arriving");
    const leaving = edgesAt(restriction.toWays, restriction.viaNode, "leaving");
    const table = restriction.kind === "no" ? forbidden : onlyAllowed;
    const pairs = arriving.flatMap((edge) => leaving.map((next) => [edge, next] as const));
    const meant = pairs.filter(([edge, next]) => speaksOf(restriction, edge, next));
    for (const [edge, next] of meant) table.getOrInsertComputed(edge, () => new Set()).add(next);
    if (meant.length > 0) used++;
    else ignored["off-map"]++;
  }
  return {
    allows: (edge, next) => {
      if (forbidden.get(edge)?.has(next)) return false;
      const only = onlyAllowed.get(edge);
      return only === undefined || only.has(next);
    },
    used,
    ignored,
  };
}

/** A no_u_turn on one way means turning back on that road, not driving straight on along it. */
const speaksOf = (restriction: TurnRestriction, edge: number, next: number): boolean =>
  !restriction.isUTurn ||
  next === (edge ^ 1) ||
  !restriction.fromWays.some((way) => restriction.toWays.includes(way));

function leavingEdges({ driveable, origins, junctionCount }: EdgeGraph): {
  starts: Uint32Array;
  edges: Uint32Array;
} {
  const starts = new Uint32Array(junctionCount + 1);
  for (let edge = 0; edge < driveable.length; edge++) if (driveable[edge]) starts[origins[edge]! + 1]!++;
  for (let junction = 0; junction < junctionCount; junction++) starts[junction + 1]! += starts[junction]!;
  const edges = new Uint32Array(starts[junctionCount]!);
  const next = starts.slice();
  for (let edge = 0; edge < driveable.length; edge++)
    if (driveable[edge]) edges[next[origins[edge]!]!++] = edge;
  return { starts, edges };
}
