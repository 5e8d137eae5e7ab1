import type { RoadMap } from "./road-map.ts";
import type { RoadPoint } from "./road-point.ts";
import { type Arrival, RoadSearch } from "./search.ts";

/** Where travel times come from: driven on a road map, or estimated (概算) without one. */
export type TravelBasis = "road" | "estimate";

/**
 * How long and how far from each place to each other.
 *
 * Read as `from * placeCount + to`; not symmetric; 0 on the diagonal. Whole seconds, rounded half up, at least 1 between
 * different places; whole metres of the fastest drive.
 */
export interface TravelTimes {
  readonly basis: TravelBasis;
  readonly placeCount: number;
  readonly seconds: Int32Array;
  readonly meters: Int32Array;
}

/** How fast a drive is, in thousandths of the free-flow duration: 1000 free flow, 1300 takes 30 % longer. */
export type Permille = number;

export const FREE_FLOW: Permille = 1000;

/** The stop-to-stop matrix by road: one search per stop. Every entry is a legal drive; none is missing. */
export function travelTimes({
  map,
  points,
  permille = FREE_FLOW,
}: {
  readonly map: RoadMap;
  readonly points: readonly RoadPoint[];
  readonly permille?: Permille;
}): TravelTimes {
  const placeCount = points.length;
  const seconds = new Int32Array(placeCount * placeCount);
  const meters = new Int32Array(placeCount * placeCount);
  const search = new RoadSearch(map);
  points.forEach((from, row) => {
    search.start(from, points);
    points.forEach((to, column) => {
      if (row === column) return;
      const arrival = search.arrivalAt(to);
      seconds[row * placeCount + column] = wholeSeconds(arrival, permille);
      meters[row * placeCount + column] = wholeMeters(arrival);
    });
  });
  return { basis: "road", placeCount, seconds, meters };
}

/** From one place (a vehicle's position) to many stops by a single search; `seconds[i]` belongs to `to[i]`. */
export function timesFrom({
  map,
  from,
  to,
  permille = FREE_FLOW,
}: {
  readonly map: RoadMap;
  readonly from: RoadPoint;
  readonly to: readonly RoadPoint[];
  readonly permille?: Permille;
}): { readonly seconds: Int32Array; readonly meters: Int32Array } {
  const search = new RoadSearch(map);
  search.start(from, to);
  const arrivals = to.map((goal) => search.arrivalAt(goal));
  return {
    seconds: Int32Array.from(arrivals, (arrival) => wholeSeconds(arrival, permille)),
    meters: Int32Array.from(arrivals, wholeMeters),
  };
}

/** Whole seconds of a drive, rounded half up; 0 only when there is nothing to drive. */
export function wholeSeconds({ milliseconds, centimeters }: Arrival, permille: Permille): number {
  if (milliseconds === 0 && centimeters === 0) return 0;
  return Math.max(1, Math.floor((milliseconds * permille + 500_000) / 1_000_000));
}

export const wholeMeters = ({ centimeters }: Arrival): number => Math.floor((centimeters + 50) / 100);
