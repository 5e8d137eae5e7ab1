import { InputFault } from "../input-fault.ts";
import type { Instance, InstanceNode, InstanceRequest } from "./instance.ts";

/**
 * Reads a stream of requests in JSON: dial-a-ride days after Berbeglia, and courier days after Gendreau. Times are
 * minutes. Pickup r and drop-off n + r are the nodes of request r, as in the dial-a-ride text format.
 *
 * @see Berbeglia, Cordeau and Laporte 2012, a hybrid tabu search and constraint programming algorithm for the dynamic
 *   dial-a-ride problem
 * @see Gendreau et al. 2006, neighborhood search heuristics for a dynamic vehicle dispatching problem
 */
export function readDynamic({ name, file, text }: { name: string; file: string; text: string }): Instance {
  const { static_info: info, requests } = parsed(file, text);
  const at = { file, where: "static_info" };
  const horizon = numberIn(info, "planing_horizon", at);
  const depotAt = pointIn(info, "depot_location", at);
  const depot = { ...depotAt, ready: 0, due: horizon };
  const isCourier = info.benchmark === "gendreau_etal_2006";
  const rideMax = isCourier ? Number.POSITIVE_INFINITY : numberIn(info, "max_ride_time", at);
  return {
    name,
    file,
    vehicles: isCourier ? COURIER_VEHICLES : numberIn(info, "number_of_vehicles", at),
    capacity: isCourier ? requests.length : numberIn(info, "vehicle_capacity", at),
    speed: isCourier ? KILOMETRES_A_MINUTE : 1,
    routeDurationMax: durationLimit(numberIn(info, "max_route_time", at), horizon),
    start: depot,
    end: depot,
    requests: requests.map((request, index) =>
      requestOf({ file, request, index, count: requests.length, rideMax, isCourier }),
    ),
  };
}

/** "Travel time = Euclidean distance / 30" in hours; parcels weigh nothing; "10 or 20" vehicles. */
const KILOMETRES_A_MINUTE = 0.5;
const COURIER_VEHICLES = 10;

type Json = Readonly<Record<string, unknown>>;

function parsed(file: string, text: string): { static_info: Json; requests: readonly Json[] } {
  try {
    const value = JSON.parse(text);
    if (Array.isArray(value?.requests) && typeof value.static_info === "object") return value;
  } catch (error) {
    throw new InputFault({
      where: { file, line: lineOf(text, error) },
      what: `This is not JSON: ${(error as Error).message}.`,
      mend: "Copy the file again from where it was published.",
    });
  }
  throw new InputFault({
    where: { file },
    what: "There are no static_info and requests in it.",
    mend: "A stream of requests has both.",
  });
}

function lineOf(text: string, error: unknown): number | undefined {
  const position = /position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length;
}

const durationLimit = (duration: number, horizon: number) =>
  duration >= horizon ? Number.POSITIVE_INFINITY : duration;

function requestOf({
  file,
  request,
  index,
  count,
  rideMax,
  isCourier,
}: {
  file: string;
  request: Json;
  index: number;
  count: number;
  rideMax: number;
  isCourier: boolean;
}): InstanceRequest {
  const at = { file, where: `requests[${index}]` };
  const id = numberIn(request, "id", at);
  return {
    pickup: nodeOf({ request, end: "pickup", id, at }),
    dropoff: nodeOf({ request, end: "delivery", id: count + id, at }),
    load: isCourier ? 1 : numberIn(request, "load", at),
    rideMax,
    knownAt: numberIn(request, "arrival_time", at),
  };
}

interface At {
  readonly file: string;
  readonly where: string;
}

function nodeOf({
  request,
  end,
  id,
  at,
}: {
  request: Json;
  end: "pickup" | "delivery";
  id: number;
  at: At;
}): InstanceNode {
  const node = {
    id,
    ...pointIn(request, `${end}_location`, at),
    service: numberIn(request, `${end}_service_time`, at),
    ready: numberIn(request, `${end}_lower_tw`, at),
    due: numberIn(request, `${end}_upper_tw`, at),
  };
  if (node.due >= node.ready) return node;
  throw new InputFault({
    where: { file: at.file },
    what: `${at.where}: the ${end} window closes (${node.due}) before it opens (${node.ready}).`,
    mend: "The lower end stands before the upper.",
  });
}

function pointIn(object: Json, name: string, { file, where }: At): { x: number; y: number } {
  const point = (object[name] ?? {}) as Json;
  const inside = { file, where: `${where}.${name}` };
  return { x: numberIn(point, "x_coord", inside), y: numberIn(point, "y_coord", inside) };
}

function numberIn(object: Json, name: string, { file, where }: At): number {
  const value = object[name];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new InputFault({
    where: { file },
    what: `${where}.${name} is ${value === undefined ? "missing" : `“${String(value)}”`}.`,
    mend: "It must be a number.",
  });
}
