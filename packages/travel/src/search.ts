import { assert } from "@noriai/kernel";
import { EdgeQueue } from "./edge-queue.ts";
import { edgeCountOf, type RoadMap } from "./road-map.ts";
import { millisecondsTo, type RoadPoint } from "./road-point.ts";

/** How a vehicle arrives at a point. */
export interface Arrival {
  readonly milliseconds: number;
  readonly centimeters: number;
  /** The edge on which it arrives. */
  readonly edge: number;
  /** True when it never leaves the segment on which it starts. */
  readonly isDirect: boolean;
}

interface Driven {
  readonly edge: number;
  /** What to note as the edge driven before: `edge`, or `~edge` on the edge of the start. */
  readonly before: number;
  readonly milliseconds: number;
  readonly centimeters: number;
}

/**
 * The fastest drives from one point to many, over directed edges, so that turn restrictions and the rule against turning
 * back on the road are exact. One search may be used again and again; it keeps its working arrays.
 *
 * At its start a vehicle may set off in either direction that its street allows: nobody knows which way it stands.
 *
 * @see Dijkstra 1959
 */
export class RoadSearch {
  readonly #map: RoadMap;
  /** Milliseconds until the vehicle begins to drive an edge. */
  readonly #costs: Float64Array;
  readonly #centimeters: Float64Array;
  /** The edge driven before; `~edge` (negative) when that is the one on which the vehicle starts. */
  readonly #previous: Int32Array;
  readonly #queue: EdgeQueue;
  #from: RoadPoint | undefined;

  constructor(map: RoadMap) {
    this.#map = map;
    this.#costs = new Float64Array(edgeCountOf(map));
    this.#centimeters = new Float64Array(edgeCountOf(map));
    this.#previous = new Int32Array(edgeCountOf(map));
    this.#queue = new EdgeQueue(this.#costs);
  }

  /** Searches from `from` until all of `goals` are reached. */
  start(from: RoadPoint, goals: readonly RoadPoint[]): void {
    const { milliseconds, centimeters } = this.#map;
    this.#from = from;
    this.#costs.fill(Number.POSITIVE_INFINITY);
    this.#queue.clear();
    const waitedFor = new Set(goals.flatMap((goal) => this.#coreEdgesOf(goal)));
    for (const edge of this.#coreEdgesOf(from)) {
      const left = this.#remaining(edge, from);
      this.#spread({ edge, before: ~edge, ...left });
    }
    while (!this.#queue.isEmpty) {
      const edge = this.#queue.pop();
      if (waitedFor.delete(edge) && waitedFor.size === 0) return;
      this.#spread({
        edge,
        before: edge,
        milliseconds: this.#costs[edge]! + milliseconds[edge >> 1]!,
        centimeters: this.#centimeters[edge]! + centimeters[edge >> 1]!,
      });
    }
  }

  /** The fastest arrival at one of the goals of the last search. A goal in the connected part is always reached. */
  arrivalAt(goal: RoadPoint): Arrival {
    let best: Arrival | undefined;
    for (const edge of this.#coreEdgesOf(goal))
      for (const arrival of [this.#directArrival(edge, goal), this.#arrivalOver(edge, goal)])
        if (arrival && (best === undefined || arrival.milliseconds < best.milliseconds)) best = arrival;
    assert(best !== undefined, "a point of the connected part is reached from every other");
    return best;
  }

  /** The edges driven to an arrival, from the one on which the vehicle starts to the one on which it arrives. */
  edgesTo(arrival: Arrival): number[] {
    const edges = [arrival.edge];
    if (arrival.isDirect) return edges;
    let edge = arrival.edge;
    while (true) {
      const before = this.#previous[edge]!;
      if (before < 0) return [...edges, ~before].reverse();
      edges.push(before);
      edge = before;
    }
  }

  /** Offers each edge that may follow `edge` at the cost of having driven `edge` to its end. */
  #spread({ edge, before, milliseconds, centimeters }: Driven): void {
    const { turnStarts, turnTo } = this.#map;
    for (let i = turnStarts[edge]!; i < turnStarts[edge + 1]!; i++) {
      const next = turnTo[i]!;
      if (milliseconds >= this.#costs[next]!) continue;
      this.#costs[next] = milliseconds;
      this.#centimeters[next] = centimeters;
      this.#previous[next] = before;
      this.#queue.push(next);
    }
  }

  #directArrival(edge: number, goal: RoadPoint): Arrival | undefined {
    const from = this.#from!;
    if (from.segment !== goal.segment) return undefined;
    const left = this.#remaining(edge, from);
    const beyond = this.#remaining(edge, goal);
    if (left.centimeters < beyond.centimeters) return undefined;
    return {
      milliseconds: left.milliseconds - beyond.milliseconds,
      centimeters: left.centimeters - beyond.centimeters,
      edge,
      isDirect: true,
    };
  }

  #arrivalOver(edge: number, goal: RoadPoint): Arrival | undefined {
    if (this.#costs[edge] === Number.POSITIVE_INFINITY) return undefined;
    const beyond = this.#remaining(edge, goal);
    return {
      milliseconds: this.#costs[edge]! + this.#map.milliseconds[edge >> 1]! - beyond.milliseconds,
      centimeters: this.#centimeters[edge]! + this.#map.centimeters[edge >> 1]! - beyond.centimeters,
      edge,
      isDirect: false,
    };
  }

  /** What is left of an edge from a point on it to its end. */
  #remaining(edge: number, point: RoadPoint): { milliseconds: number; centimeters: number } {
    const along = { milliseconds: millisecondsTo(this.#map, point), centimeters: point.offsetCentimeters };
    if (edge & 1) return along;
    return {
      milliseconds: this.#map.milliseconds[point.segment]! - along.milliseconds,
      centimeters: this.#map.centimeters[point.segment]! - along.centimeters,
    };
  }

  #coreEdgesOf({ segment }: RoadPoint): number[] {
    assert(segment >= 0 && segment < this.#map.segmentCount, "a road point belongs to its road map");
    return [2 * segment, 2 * segment + 1].filter((edge) => this.#map.core[edge]);
  }
}
