import { deflateSync, inflateSync } from "node:zlib";
import type { Service, TravelPlaces, World } from "@noriai/booking";
import type { StopId, VehicleId } from "@noriai/kernel";
import { sha256 } from "./fingerprint.ts";

/** The service and travel times that a decision rested on, as they are kept. Public data: nothing of a person. */
export interface Grounds {
  readonly sha256: string;
  /** JSON, its fields in the order in which the decisions saw them. */
  readonly service: string;
  /** Compressed JSON. */
  readonly travel: Uint8Array;
}

/** What a decision stands on. */
export type Standing = Pick<World, "service" | "travel">;

/** Written out once for as long as a service and its travel times live; neither is ever changed in place. */
export function groundsOf({ service, travel }: Standing): Grounds {
  const ofTravel = known.get(travel) ?? new WeakMap<Service, Grounds>();
  known.set(travel, ofTravel);
  const before = ofTravel.get(service);
  if (before !== undefined) return before;
  const written = write({ service, travel });
  ofTravel.set(service, written);
  return written;
}

const known = new WeakMap<TravelPlaces, WeakMap<Service, Grounds>>();

function write({ service, travel }: Standing): Grounds {
  const { times, stops, depots, offRoad } = travel;
  const serviceText = JSON.stringify(service);
  const travelText = JSON.stringify({
    basis: times.basis,
    placeCount: times.placeCount,
    seconds: [...times.seconds],
    meters: [...times.meters],
    stops: [...stops],
    depots: [...depots],
    offRoad: [...offRoad],
  } satisfies TravelJson);
  return {
    sha256: groundsSha256(serviceText, travelText),
    service: serviceText,
    travel: deflateSync(travelText),
  };
}

/** The world that was written; nothing when the bytes are not those that the hash was made of. */
export function readGrounds(grounds: Grounds): Standing | undefined {
  const travelText = inflated(grounds.travel);
  if (travelText === undefined || groundsSha256(grounds.service, travelText) !== grounds.sha256)
    return undefined;
  const { basis, placeCount, seconds, meters, stops, depots, offRoad }: TravelJson = JSON.parse(travelText);
  return {
    service: JSON.parse(grounds.service),
    travel: {
      times: { basis, placeCount, seconds: Int32Array.from(seconds), meters: Int32Array.from(meters) },
      stops: new Map(stops),
      depots: new Map(depots),
      offRoad: new Map(offRoad),
    },
  };
}

interface TravelJson {
  readonly basis: TravelPlaces["times"]["basis"];
  readonly placeCount: number;
  readonly seconds: readonly number[];
  readonly meters: readonly number[];
  readonly stops: readonly (readonly [StopId, number])[];
  readonly depots: readonly (readonly [VehicleId, number])[];
  readonly offRoad: readonly (readonly [StopId, number])[];
}

const groundsSha256 = (service: string, travel: string): string => sha256(`${service}\n${travel}`);

function inflated(bytes: Uint8Array): string | undefined {
  try {
    return inflateSync(bytes).toString();
  } catch {
    return undefined;
  }
}
