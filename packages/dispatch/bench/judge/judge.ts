import {
  distanceBetween,
  type Instance,
  type InstanceNode,
  type InstanceRequest,
} from "../instance/instance.ts";
import { type TimeFault, timeFault } from "./time-fault.ts";

/** The nodes of each used vehicle in driving order, by the instance's own numbers, the depot left out. */
export type Routes = readonly (readonly number[])[];

export interface Verdict {
  /** What is wrong; empty means that the solution is valid. */
  readonly faults: readonly Fault[];
  readonly vehicles: number;
  /** In the instance's own unit, to the end place and back. */
  readonly distance: number;
}

export type Fault =
  | { readonly kind: "unknown-node"; readonly route: number; readonly node: number }
  | { readonly kind: "visited-twice"; readonly route: number; readonly node: number }
  | { readonly kind: "not-visited"; readonly node: number }
  | { readonly kind: "two-vehicles"; readonly pickup: number; readonly dropoff: number }
  | {
      readonly kind: "dropoff-first";
      readonly route: number;
      readonly pickup: number;
      readonly dropoff: number;
    }
  | { readonly kind: "overloaded"; readonly route: number; readonly node: number; readonly over: number }
  | { readonly kind: "too-many-vehicles"; readonly over: number }
  | ({ readonly route: number } & TimeFault);

/** Instants and loads may be off by this much: published optima are computed in floating point. */
export const TOLERANCE = 1e-6;

/**
 * Judges a solution in floating point straight from the instance, without the engine: every request served once by
 * one vehicle in order, loads, windows, ride times, route durations, the number of vehicles. Routes count from 1.
 *
 * @param partial  requests may be left out altogether (a day on which some were refused)
 */
export function judge({
  instance,
  routes,
  partial = false,
}: {
  instance: Instance;
  routes: Routes;
  partial?: boolean;
}): Verdict {
  const used = routes.filter((route) => route.length > 0);
  const stops = stopsOf(instance);
  const faults = [...visitFaults(instance, used, partial)];
  if (used.length > instance.vehicles)
    faults.push({ kind: "too-many-vehicles", over: used.length - instance.vehicles });
  let distance = 0;
  for (const [index, route] of used.entries()) {
    const known = route.flatMap((id) => stops.get(id) ?? []);
    const points = [instance.start, ...known.map(({ node }) => node), instance.end];
    for (let k = 1; k < points.length; k++) distance += distanceBetween(points[k - 1]!, points[k]!);
    faults.push(...loadFaults(instance, known, index + 1));
    const late = timeFault({ instance, stops: known, tolerance: TOLERANCE });
    if (late !== undefined) faults.push({ route: index + 1, ...late });
  }
  return { faults, vehicles: used.length, distance };
}

/** A node together with the request it belongs to. */
export interface Stop {
  readonly node: InstanceNode;
  readonly request: InstanceRequest;
  readonly isPickup: boolean;
}

function stopsOf({ requests }: Instance): Map<number, Stop> {
  const ends = (request: InstanceRequest): Stop[] => [
    { node: request.pickup, request, isPickup: true },
    { node: request.dropoff, request, isPickup: false },
  ];
  return new Map(requests.flatMap(ends).map((stop) => [stop.node.id, stop]));
}

function* visitFaults({ requests }: Instance, routes: Routes, partial: boolean): Generator<Fault> {
  const found = new Map<number, { route: number; index: number }>();
  const known = new Set(requests.flatMap(({ pickup, dropoff }) => [pickup.id, dropoff.id]));
  for (const [r, route] of routes.entries())
    for (const [index, node] of route.entries()) {
      if (!known.has(node)) yield { kind: "unknown-node", route: r + 1, node };
      if (found.has(node)) yield { kind: "visited-twice", route: r + 1, node };
      else found.set(node, { route: r + 1, index });
    }
  for (const request of requests) {
    const pickup = found.get(request.pickup.id);
    const dropoff = found.get(request.dropoff.id);
    const ends = { pickup: request.pickup.id, dropoff: request.dropoff.id };
    if (pickup === undefined && dropoff === undefined && partial) continue;
    if (pickup === undefined) yield { kind: "not-visited", node: ends.pickup };
    if (dropoff === undefined) yield { kind: "not-visited", node: ends.dropoff };
    if (pickup === undefined || dropoff === undefined) continue;
    if (pickup.route !== dropoff.route) yield { kind: "two-vehicles", ...ends };
    else if (pickup.index > dropoff.index) yield { kind: "dropoff-first", route: pickup.route, ...ends };
  }
}

function* loadFaults({ capacity }: Instance, stops: readonly Stop[], route: number): Generator<Fault> {
  let load = 0;
  for (const { node, request, isPickup } of stops) {
    load += isPickup ? request.load : -request.load;
    if (load > capacity + TOLERANCE)
      yield { kind: "overloaded", route, node: node.id, over: load - capacity };
  }
}
