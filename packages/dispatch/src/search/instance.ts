import type { CostWeights } from "../cost.ts";
import type { Duty, Trip } from "../problem.ts";
import type { Legs } from "../travel-times.ts";

/** How much of a request may still be placed. */
export const WHOLE = 0;
/** The rider is aboard: only the drop-off is open. */
export const ABOARD = 1;
/** The vehicle is driving to the pickup: it stays the first visit, only the drop-off may move. */
export const PICKUP_FIXED = 2;
/** The vehicle is driving to the drop-off: nothing may move. */
export const ALL_FIXED = 3;

/**
 * A problem compiled for search: one array per property. Request r is visited at nodes 2r (pickup) and 2r + 1
 * (drop-off); duty d begins at node 2R + d and ends at node 2R + D + d. Instants and durations are seconds.
 */
export interface Instance {
  readonly legs: Legs;
  readonly steady: boolean;
  /** No way over another place is shorter than the direct leg (false also where nobody looked). */
  readonly triangle: boolean;
  readonly requestCount: number;
  readonly dutyCount: number;
  readonly trips: readonly Trip[];
  readonly duties: readonly Duty[];

  /** Place of each node, and its row and column in `matrix` (free-flow seconds, `size` × `size`). */
  readonly place: Int32Array;
  readonly location: Int32Array;
  readonly matrix: Int32Array;
  readonly size: number;

  /** By node: the visit begins no earlier, no later; it takes so long. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly service: Float64Array;

  /** By request. The most seconds from the beginning of the pickup to that of the drop-off. */
  readonly rideSpan: Float64Array;
  /** Can the ride limit forbid anything that the windows allow? */
  readonly rideBinds: Uint8Array;
  readonly fixed: Uint8Array;
  /** The only duty that may serve it; −1: any; −2: one that is not here. */
  readonly onlyDuty: Int32Array;
  readonly seats: Int32Array;
  readonly wheelchairs: Int32Array;
  readonly boardedAt: Float64Array;
  /** When the given plan set the rider down; infinite for a trip that was not in it. */
  readonly promisedDropoff: Float64Array;

  /** By duty. */
  readonly readyAt: Float64Array;
  readonly endsAt: Float64Array;
  /** The most seconds from leaving the start to being at the end; infinite where nothing is said. */
  readonly workSpan: Float64Array;
  readonly driving: Uint8Array;
  /** When it is at the visit it is driving to; means nothing for a vehicle that stands. */
  readonly firstArrival: Float64Array;
  readonly seatCapacity: Int32Array;
  readonly wheelchairCapacity: Int32Array;
  readonly seatsPerWheelchair: Int32Array;
  readonly seatsAboard: Int32Array;
  readonly wheelchairsAboard: Int32Array;
  /** Duties of one class are the same vehicle at the same place as long as they are empty. */
  readonly emptyClass: Int32Array;

  /** The given plan: open visits of each duty as nodes; and the requests that stand in no duty yet. */
  readonly initial: readonly Int32Array[];
  readonly unplaced: Int32Array;
  readonly weights: CostWeights;
  /** Does the cost look at riders' times, or at driving only? */
  readonly ridersCount: boolean;
}
