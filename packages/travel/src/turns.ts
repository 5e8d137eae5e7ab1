import type { TurnBans } from "./ban-turns.ts";
import type { EdgeGraph } from "./edge-graph.ts";

/** Edges that may follow edge e: `turnTo[turnStarts[e]]` to `turnTo[turnStarts[e + 1] - 1]`. */
export interface Turns {
  readonly turnStarts: Uint32Array;
  readonly turnTo: Uint32Array;
}

/**
 * Lists which edge may follow which.
 *
 * A vehicle never turns back on the road except where nothing else leads on: at a dead end, at a bollard, and where all
 * other ways on are traps. A trap is an edge after which no drive can continue, such as a one-way street leading out of
 * the map. A turn restriction takes turns away, also that last resort.
 */
export function listTurns(graph: EdgeGraph, bans: TurnBans): Turns {
  const edgeCount = graph.driveable.length;
  const isTrap = findTraps(graph, bans);
  const turnStarts = new Uint32Array(edgeCount + 1);
  const turnTo: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    const before = turnTo.length;
    if (graph.driveable[edge] && !isTrap[edge]) {
      eachWayOn({ graph, bans, edge }, (next) => {
        if (!isTrap[next]) turnTo.push(next);
      });
      if (turnTo.length === before) turnTo.push(edge ^ 1);
    }
    turnStarts[edge + 1] = turnTo.length;
  }
  return { turnStarts, turnTo: Uint32Array.from(turnTo) };
}

/** Marks the traps: first the edges without any way on, then those whose ways on are all traps, and so forth. */
function findTraps(graph: EdgeGraph, bans: TurnBans): Uint8Array {
  const { driveable, origins, barred, leavingStarts, leaving } = graph;
  const isTrap = new Uint8Array(driveable.length);
  const waysOn = new Uint32Array(driveable.length);
  const found: number[] = [];
  const judge = (edge: number): void => {
    if (!driveable[edge] || isTrap[edge] || waysOn[edge]) return;
    const back = edge ^ 1;
    if (driveable[back] && !isTrap[back] && bans.allows(edge, back)) return;
    isTrap[edge] = 1;
    found.push(edge);
  };
  for (let edge = 0; edge < driveable.length; edge++)
    if (driveable[edge])
      eachWayOn({ graph, bans, edge }, () => {
        waysOn[edge]!++;
      });
  for (let edge = 0; edge < driveable.length; edge++) judge(edge);
  for (let trap = found.pop(); trap !== undefined; trap = found.pop()) {
    const junction = origins[trap]!;
    for (let i = leavingStarts[junction]!; i < leavingStarts[junction + 1]!; i++) {
      const before = leaving[i]! ^ 1;
      const isWayOn = before !== (trap ^ 1) && driveable[before] && !barred[junction];
      if (isWayOn && bans.allows(before, trap)) waysOn[before]!--;
      judge(before);
    }
  }
  return isTrap;
}

/** Visits the edges that may follow `edge` without turning back. */
function eachWayOn(
  { graph, bans, edge }: { readonly graph: EdgeGraph; readonly bans: TurnBans; readonly edge: number },
  visit: (next: number) => void,
): void {
  const junction = graph.origins[edge ^ 1]!;
  if (graph.barred[junction]) return;
  for (let i = graph.leavingStarts[junction]!; i < graph.leavingStarts[junction + 1]!; i++) {
    const next = graph.leaving[i]!;
    if (next !== (edge ^ 1) && graph.driveable[next] && bans.allows(edge, next)) visit(next);
  }
}
