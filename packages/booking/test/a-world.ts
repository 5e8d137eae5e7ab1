import {
  type EpochSeconds,
  instantOf,
  type MemberId,
  type NewId,
  type Position,
  parseInstant,
  type Random,
  type ServiceDate,
  type StopId,
  seededRandom,
  serviceDate,
  timeOfDay,
} from "@noriai/kernel";
import { estimatedTravelTimes } from "@noriai/travel";
import type { Member, Party, Service, TravelPlaces, TripRequest, World } from "../src/index.ts";
import { aService } from "./a-service.ts";

/** Monday 28 November 2022, an operating day in the first weeks of the pilot. */
export const MONDAY = serviceDate("2022-11-28");

/** An instant of Sapporo's clock: "2022-11-28 09:30" or with seconds. */
export function jst(text: string): EpochSeconds {
  const instant = parseInstant(`${text.replace(" ", "T")}${text.length === 16 ? ":00" : ""}+09:00`);
  if (instant === undefined) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

/** A time of day on the Monday, "10:05". */
export const monday = (time: string): EpochSeconds => instantOf(MONDAY, timeOfDay(time), "Asia/Tokyo");

/** A world at a moment, with the given service; ids count up, members are whoever is asked for. */
export function aWorld({
  now,
  service = aService(),
  random = seededRandom(1),
  newId = counting(),
  findMember = (id: MemberId): Member => ({ id, birthDate: undefined, disability: undefined }),
}: {
  readonly now: EpochSeconds;
  readonly service?: Service;
  readonly random?: Random;
  readonly newId?: NewId;
  readonly findMember?: World["findMember"];
}): World {
  return { service, travel: placesOf(service), now, newId, random, findMember };
}

/** Ids that count up: "id-1", "id-2", … */
export function counting(): NewId {
  let last = 0;
  return () => `id-${++last}`;
}

const KNOWN = new WeakMap<Service, TravelPlaces>();

/** Travel times of a service's grid at 30 km/h: about 2 min 36 s from a stop to its neighbour. */
export function placesOf(service: Service): TravelPlaces {
  const known = KNOWN.get(service);
  if (known !== undefined) return known;
  const places: TravelPlaces = {
    times: estimatedTravelTimes({ positions: positionsOf(service), metersPerHour: 30_000 }),
    stops: new Map(service.stops.map(({ id }, k) => [id, k])),
    depots: new Map(service.vehicles.map(({ id }, k) => [id, service.stops.length + k])),
    offRoad: new Map(),
  };
  KNOWN.set(service, places);
  return places;
}

function positionsOf({ stops, vehicles }: Service): readonly Position[] {
  return [...stops.map(({ position }) => position), ...vehicles.map(({ depot }) => depot.position)];
}

export function aParty(persons: Partial<Party> = { general: 1 }): Party {
  return { general: 0, senior: 0, disabled: 0, child: 0, infant: 0, ...persons };
}

/** A request of member m1 on the web: from S1 to S9, leaving at 10:00 on the Monday. */
export function aRequest(changes: Partial<TripRequest> = {}): TripRequest {
  return {
    memberId: "m1" as MemberId,
    channel: "web",
    serviceDate: MONDAY,
    from: "S1" as StopId,
    to: "S9" as StopId,
    time: { mode: "depart", at: monday("10:00") },
    party: aParty(),
    wheelchairs: 0,
    ...changes,
  };
}

export const departAt = (at: EpochSeconds) => ({ mode: "depart", at }) as const;
export const arriveBy = (at: EpochSeconds) => ({ mode: "arrive", at }) as const;
export const stop = (id: string) => id as StopId;
export const member = (id: string) => id as MemberId;
export const date = (text: string): ServiceDate => serviceDate(text);
