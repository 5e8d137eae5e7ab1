import type { EdgeGraph } from "./edge-graph.ts";
import type { OsmData } from "./osm-data.ts";
import type { Segment } from "./split-roads.ts";
import { type IgnoredReason, readTurnRestriction, type TurnRestriction } from "./turn-restriction.ts";

/** The turn restrictions of a source, put onto edges. */
export interface TurnBans {
  readonly allows: (edge: number, next: number) => boolean;
  readonly used: number;
  readonly ignored: Record<IgnoredReason, number>;
}

/** Finds the edges that each restriction speaks of. A restriction whose roads do not meet at its point is ignored. */
export function banTurns(osm: OsmData, segments: readonly Segment[], graph: EdgeGraph): TurnBans {
  const forbidden = new Map<number, Set<number>>();
  const onlyAllowed = new Map<number, Set<number>>();
  const ignored = { "not-for-cars": 0, conditional: 0, "via-way": 0, incomplete: 0, "off-map": 0 };
  let used = 0;
  for (const relation of osm.relations) {
    const restriction = readTurnRestriction(relation);
    if (typeof restriction === "string") {
      ignored[restriction]++;
      continue;
    }
    const turns = turnsMeant(restriction, segments, graph);
    const table = restriction.kind === "no" ? forbidden : onlyAllowed;
    for (const [edge, next] of turns) table.getOrInsertComputed(edge, () => new Set()).add(next);
    if (turns.length > 0) used++;
    else ignored["off-map"]++;
  }
  const allows = (edge: number, next: number): boolean =>
    !forbidden.get(edge)?.has(next) && (onlyAllowed.get(edge)?.has(next) ?? true);
  return { allows, used, ignored };
}

function turnsMeant(
  restriction: TurnRestriction,
  segments: readonly Segment[],
  { junctions, leavingStarts, leaving, driveable }: EdgeGraph,
): [edge: number, next: number][] {
  const junction = junctions.get(restriction.viaNode);
  if (junction === undefined) return [];
  const edges = [...leaving.subarray(leavingStarts[junction], leavingStarts[junction + 1])];
  const isOn = (wayIds: ReadonlySet<number>, edge: number): boolean =>
    driveable[edge] === 1 && wayIds.has(segments[edge >> 1]!.wayId);
  const arriving = edges.map((edge) => edge ^ 1).filter((edge) => isOn(restriction.fromWays, edge));
  const onward = edges.filter((edge) => isOn(restriction.toWays, edge));
  return arriving.flatMap((edge) =>
    onward.filter((next) => speaksOf(restriction, edge, next)).map((next): [number, number] => [edge, next]),
  );
}

/** A no_u_turn on one way means turning back on that road, not driving straight on along it. */
const speaksOf = ({ isUTurn, fromWays, toWays }: TurnRestriction, edge: number, next: number): boolean =>
  !isUTurn || next === (edge ^ 1) || fromWays.isDisjointFrom(toWays);
