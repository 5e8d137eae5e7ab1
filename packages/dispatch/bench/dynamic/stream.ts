import type { Duty, Offer, TravelTimes, Trip } from "../../src/index.ts";
import type { Instance, InstanceRequest } from "../instance/instance.ts";
import { problemOf } from "../instance/problem-of.ts";

/** A day on which requests come one after the other: what both policies live through. */
export interface Stream {
  /** berbeglia, gendreau or ube; published for a folder of one's own. */
  readonly source: string;
  readonly name: string;
  readonly travelTimes: TravelTimes;
  /** All vehicles that may be used; a run takes the first few. */
  readonly duties: readonly Duty[];
  /** In the order in which they come. */
  readonly requests: readonly TimedRequest[];
  /** The engine's units of time in one second. */
  readonly unitsPerSecond: number;
  /** The accepted trip with the windows that the rider was told: from now on hard. */
  promised(offer: Offer): Trip;
  /** Published days only. */
  readonly instance?: Instance | undefined;
}

export interface TimedRequest {
  readonly trip: Trip;
  /** When the dispatcher hears of it and must answer. */
  readonly at: number;
}

/** A published day. The rider is told the window that was asked for; the instances' minutes become seconds. */
export function streamOf(source: string, instance: Instance): Stream {
  const { problem, scale } = problemOf(instance);
  const known = new Map(instance.requests.map((request) => [String(request.pickup.id), request]));
  const requests = problem.trips.map((trip): TimedRequest => {
    const request = known.get(trip.id)!;
    return { trip: { ...trip, anchor: anchorOf(request) }, at: Math.ceil(request.knownAt * scale) };
  });
  return {
    source,
    name: source === "published" ? instance.name : `${source}/${instance.name}`,
    travelTimes: problem.travelTimes,
    duties: problem.duties,
    requests: requests.toSorted((a, b) => a.at - b.at),
    unitsPerSecond: scale / 60,
    promised: ({ trip }) => trip,
    instance,
  };
}

/** The end with the narrower window is the one that the rider fixed. */
const anchorOf = ({ pickup, dropoff }: InstanceRequest): "pickup" | "dropoff" =>
  dropoff.due - dropoff.ready < pickup.due - pickup.ready ? "dropoff" : "pickup";
