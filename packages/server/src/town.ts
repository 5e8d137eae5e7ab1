import type { Service, TravelPlaces } from "@noriai/booking";
import type { StopId, TenantId, VehicleId } from "@noriai/kernel";
import type { StoredMap, Tenant } from "@noriai/store";
import {
  type BaseMap,
  baseMap,
  decodeRoadMap,
  estimatedTravelTimes,
  type MapFault,
  type RoadMap,
  type RoadPoint,
  snapAll,
  travelTimes,
} from "@noriai/travel";

/** A tenant's service together with everything that is computed from its data once and read by many requests. */
export interface Town {
  readonly tenant: Tenant;
  readonly service: Service;
  readonly travel: TravelPlaces;
  /** Absent: the tenant has no road map and drives on estimates (概算). */
  readonly roads?: TownRoads;
}

export interface TownRoads {
  readonly map: RoadMap;
  readonly attribution: string;
  readonly points: ReadonlyMap<string, RoadPoint>;
  readonly baseMap: BaseMap;
}

/** A stored map that cannot be read: the start stops with it. */
export class DamagedMap extends Error {
  readonly tenant: TenantId;
  readonly fault: MapFault;

  constructor(tenant: TenantId, fault: MapFault) {
    super(`the road map of ${tenant} is damaged: ${fault.kind}`);
    this.tenant = tenant;
    this.fault = fault;
  }
}

/** Average speed of a town without a map, whole metres per hour. REQUIREMENTS: × 1.3 at one speed */
const ESTIMATED_METERS_PER_HOUR = 24_000;

/** Snaps stops and depots to the roads and measures every way between them. Takes about a second for 40 stops. */
export function buildTown({
  tenant,
  service,
  stored,
}: {
  readonly tenant: Tenant;
  readonly service: Service;
  readonly stored: StoredMap | undefined;
}): Town {
  if (stored === undefined) return { tenant, service, travel: estimatedTravel(service) };
  const decoded = decodeRoadMap(stored.roads);
  if (!decoded.ok) throw new DamagedMap(tenant.id, decoded.error);
  const map = decoded.value;
  const { snapped, refused } = snapAll({
    map,
    places: placesOf(service),
    withinMeters: service.standards.snapWithin,
  });
  const keys = [...snapped.keys()];
  const rows = new Map(keys.map((key, row) => [key, row]));
  const travel: TravelPlaces = {
    times: travelTimes({ map, points: [...snapped.values()] }),
    stops: rowsOf<StopId>(service.stops, stopKey, rows),
    depots: rowsOf<VehicleId>(service.vehicles, depotKey, rows),
    offRoad: new Map(
      refused.flatMap(({ id, meters }) => (id.startsWith("stop:") ? [[id.slice(5) as StopId, meters]] : [])),
    ),
  };
  return {
    tenant,
    service,
    travel,
    roads: { map, attribution: stored.attribution, points: snapped, baseMap: baseMap(map) },
  };
}

/** Names of places among `TownRoads.points`. */
export const stopKey = (id: string): string => `stop:${id}`;
export const depotKey = (id: string): string => `depot:${id}`;

const placesOf = (service: Service) => [
  ...service.stops.map(({ id, position }) => ({ id: stopKey(id), position })),
  ...service.vehicles.map(({ id, depot }) => ({ id: depotKey(id), position: depot.position })),
];

function estimatedTravel(service: Service): TravelPlaces {
  const places = placesOf(service);
  const rows = new Map(places.map(({ id }, row) => [id, row]));
  return {
    times: estimatedTravelTimes({
      positions: places.map(({ position }) => position),
      metersPerHour: ESTIMATED_METERS_PER_HOUR,
    }),
    stops: rowsOf<StopId>(service.stops, stopKey, rows),
    depots: rowsOf<VehicleId>(service.vehicles, depotKey, rows),
    offRoad: new Map(),
  };
}

function rowsOf<Id extends string>(
  things: readonly { readonly id: Id }[],
  keyOf: (id: string) => string,
  rows: ReadonlyMap<string, number>,
): ReadonlyMap<Id, number> {
  return new Map(
    things.flatMap(({ id }) => {
      const row = rows.get(keyOf(id));
      return row === undefined ? [] : [[id, row]];
    }),
  );
}
