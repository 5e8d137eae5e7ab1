import { InputFault } from "../input-fault.ts";
import type { Depot, Instance, InstanceNode } from "./instance.ts";
import { columns, expectRow, type TextRow, textRows } from "./text-rows.ts";

/**
 * Reads the format of the dial-a-ride instances: vehicles, requests, route duration, capacity, maximum ride time; then
 * a line for each node. Node 0 is the depot; i and n + i are the two ends of request i; the a and b instances end with
 * the depot once more. (The pr instances of 2003 write the number of ends, 2n, where the others write n.)
 *
 * The ride time counts from the end of service at the pickup to the beginning of service at the drop-off; the route
 * duration from leaving the depot to being back.
 *
 * @see Cordeau and Laporte 2003, a tabu search heuristic for the static multi-vehicle dial-a-ride problem
 * @see Cordeau 2006, a branch-and-cut algorithm for the dial-a-ride problem
 */
export function readDarp({ name, file, text }: { name: string; file: string; text: string }): Instance {
  const [head, ...rows] = textRows({ file, text });
  const [vehicles, count, duration, capacity, rideMax] = columns({
    file,
    row: head!,
    names: "vehicles, requests, route duration, capacity, maximum ride time",
  }) as [number, number, number, number, number];
  const nodes = rows.map((row, index) => nodeOf({ file, row, index }));
  const n = requestsIn({ file, count, lines: nodes.length });
  const start = nodes[0]!;
  const end = nodes[2 * n + 1] ?? start;
  return {
    name,
    file,
    vehicles,
    capacity,
    speed: 1,
    routeDurationMax: durationLimit({ file, duration, start, end }),
    start,
    end,
    requests: nodes.slice(1, n + 1).map((pickup, index) => {
      const dropoff = nodes[n + 1 + index]!;
      expectRow(pickup.load > 0 && dropoff.load === -pickup.load, {
        file,
        line: pickup.line,
        what: `Pickup ${pickup.id} takes ${pickup.load} and drop-off ${dropoff.id} gives ${-dropoff.load}.`,
        mend: "A drop-off's load is that of its pickup with the other sign.",
      });
      return { pickup, dropoff, load: pickup.load, rideMax, knownAt: 0 };
    }),
  };
}

interface Row extends InstanceNode {
  readonly line: number;
  readonly load: number;
}

function nodeOf({ file, row, index }: { file: string; row: TextRow; index: number }): Row {
  const [id, x, y, service, load, ready, due] = columns({
    file,
    row,
    names: "id, x, y, service, load, ready, due",
  }) as [number, number, number, number, number, number, number];
  const { line } = row;
  expectRow(id === index, {
    file,
    line,
    what: `Node ${id} stands where node ${index} belongs.`,
    mend: "Nodes are numbered from 0 without gaps.",
  });
  expectRow(due >= ready, {
    file,
    line,
    what: `The window of node ${id} closes (${due}) before it opens (${ready}).`,
    mend: "ready stands before due.",
  });
  return { line, id, x, y, service, load, ready, due };
}

/** How many requests there are, by the number of lines; with or without the second depot, n or 2n in the head. */
function requestsIn({ file, count, lines }: { file: string; count: number; lines: number }): number {
  if (lines === 2 * count + 2 || lines === 2 * count + 1) return count;
  if (count % 2 === 0 && (lines === count + 2 || lines === count + 1)) return count / 2;
  throw new InputFault({
    where: { file, line: 1 },
    what: `The head says ${count} requests, and ${lines} nodes follow.`,
    mend: `${count} requests have ${2 * count + 1} nodes, or ${2 * count + 2} with the second depot.`,
  });
}

/**
 * The route duration, where it can bind at all. Leaving must then be possible as late as a short route wants, or the
 * limit would mean something that nobody has published.
 */
function durationLimit({
  file,
  duration,
  start,
  end,
}: {
  file: string;
  duration: number;
  start: Depot;
  end: Depot;
}): number {
  if (duration >= end.due - start.ready) return Number.POSITIVE_INFINITY;
  if (start.due >= end.due) return duration;
  throw new InputFault({
    where: { file, line: 2 },
    what: `The depot lets vehicles leave until ${start.due} and return until ${end.due}.`,
    mend: "With a route duration that binds, both must be the same instant.",
  });
}
