import type { Instance, InstanceNode } from "./instance.ts";
import { columns, expectRow, type TextRow, textRows } from "./text-rows.ts";

/**
 * Reads the format of Li and Lim: vehicles, capacity, speed; then a line for each node, the depot being node 0.
 * Time and distance are Euclidean; the speed is 1, whatever the file says (as everybody reads it).
 *
 * @see Li and Lim 2001, a metaheuristic for the pickup and delivery problem with time windows
 */
export function readLilim({ name, file, text }: { name: string; file: string; text: string }): Instance {
  const [head, ...rows] = textRows({ file, text });
  const [vehicles, capacity] = columns({ file, row: head!, names: "vehicles, capacity, speed" });
  const nodes = new Map<number, Row>();
  for (const row of rows) {
    const node = nodeOf(file, row);
    expectRow(!nodes.has(node.id), {
      ...node,
      what: `Node ${node.id} stands twice.`,
      mend: "Give each node one line.",
    });
    nodes.set(node.id, node);
  }
  const depot = nodes.get(0);
  expectRow(depot !== undefined, {
    file,
    line: rows[0]!.line,
    what: "Node 0 is missing.",
    mend: "It is the depot.",
  });
  return {
    name,
    file,
    vehicles: vehicles!,
    capacity: capacity!,
    speed: 1,
    routeDurationMax: Number.POSITIVE_INFINITY,
    start: depot!,
    end: depot!,
    requests: [...nodes.values()].flatMap((node) => {
      if (node.id === 0) return [];
      const pickup = node.pickupSibling === 0 ? node : siblingOf(nodes, node, node.pickupSibling);
      const dropoff = node.pickupSibling === 0 ? siblingOf(nodes, node, node.deliverySibling) : node;
      if (node !== pickup) return [];
      expectRow(pickup.demand > 0 && dropoff.demand === -pickup.demand, {
        ...pickup,
        what: `Pickup ${pickup.id} takes ${pickup.demand} and delivery ${dropoff.id} gives ${-dropoff.demand}.`,
        mend: "A delivery's demand is that of its pickup with the other sign.",
      });
      return [{ pickup, dropoff, load: pickup.demand, rideMax: Number.POSITIVE_INFINITY, knownAt: 0 }];
    }),
  };
}

interface Row extends InstanceNode {
  readonly file: string;
  readonly line: number;
  readonly demand: number;
  readonly pickupSibling: number;
  readonly deliverySibling: number;
}

function nodeOf(file: string, row: TextRow): Row {
  const [id, x, y, demand, ready, due, service, pickupSibling, deliverySibling] = columns({
    file,
    row,
    names: "id, x, y, demand, ready, due, service, pickup sibling, delivery sibling",
  }) as [number, number, number, number, number, number, number, number, number];
  expectRow(due >= ready, {
    file,
    line: row.line,
    what: `The window of node ${id} closes (${due}) before it opens (${ready}).`,
    mend: "ready stands before due.",
  });
  return { file, line: row.line, id, x, y, demand, ready, due, service, pickupSibling, deliverySibling };
}

/** The other end, which must point back. */
function siblingOf(nodes: ReadonlyMap<number, Row>, node: Row, id: number): Row {
  const sibling = nodes.get(id);
  const back = sibling && (sibling.pickupSibling === 0 ? sibling.deliverySibling : sibling.pickupSibling);
  expectRow(id !== 0 && sibling !== undefined && back === node.id, {
    file: node.file,
    line: node.line,
    what: `Node ${node.id} names ${id} as its other end, and ${id} does not name it back.`,
    mend: "A pickup has pickup sibling 0 and its delivery's id; a delivery its pickup's id and 0.",
  });
  return sibling!;
}
