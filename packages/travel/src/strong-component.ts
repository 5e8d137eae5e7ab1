/**
 * Marks the largest set of edges of which each can be reached from each other.
 *
 * Runs on edges with their turns, not on junctions: a street that can be entered but, by its turn restrictions, not be
 * left is then outside, and every pair of stops inside is reachable by a legal drive.
 *
 * @param turns  edges that may follow edge e: `turnTo[turnStarts[e]]` to `turnTo[turnStarts[e + 1] - 1]`
 * @returns per edge 1 when inside; among sets of one size the one found first
 * @see Tarjan 1972, depth-first search; here without recursion, since a road of a thousand segments is nothing unusual
 */
export function largestStrongComponent(turns: {
  readonly turnStarts: Uint32Array;
  readonly turnTo: Uint32Array;
  readonly driveable: Uint8Array;
}): Uint8Array {
  const { turnStarts, turnTo, driveable } = turns;
  const edgeCount = driveable.length;
  const order = new Uint32Array(edgeCount); // 0: not yet visited
  const lowest = new Uint32Array(edgeCount);
  const nextTurn = turnStarts.slice(0, edgeCount);
  const isOpen = new Uint8Array(edgeCount);
  const openEdges: number[] = [];
  const path: number[] = [];
  let visited = 0;
  let largest: number[] = [];

  const enter = (edge: number): void => {
    order[edge] = lowest[edge] = ++visited;
    isOpen[edge] = 1;
    openEdges.push(edge);
    path.push(edge);
  };
  const leave = (edge: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[edge]!);
    if (lowest[edge] !== order[edge]) return;
    const component = openEdges.splice(openEdges.lastIndexOf(edge));
    for (const member of component) isOpen[member] = 0;
    if (component.length > largest.length) largest = component;
  };

  for (let root = 0; root < edgeCount; root++) {
    if (!driveable[root] || order[root]) continue;
    enter(root);
    while (path.length > 0) {
      const edge = path.at(-1)!;
      if (nextTurn[edge]! >= turnStarts[edge + 1]!) leave(edge);
      else {
        const next = turnTo[nextTurn[edge]!++]!;
        if (!order[next]) enter(next);
        else if (isOpen[next]) lowest[edge] = Math.min(lowest[edge]!, order[next]!);
      }
    }
  }
  const inside = new Uint8Array(edgeCount);
  for (const edge of largest) inside[edge] = 1;
  return inside;
}
